// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of the small tools, which work without a plan: text as typed becomes amounts, rates and lists within
// sensible limits. The first fault becomes a sentence that names its option; what is read after it does not count.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_output.hpp"
#include "tco/base/date.hpp"
#include "tco/finance/time_value.hpp"

namespace tco::cli {

class ArgumentReader {
  public:
    /// Whole cents, from `lowest` to $10 billion.
    Money money(std::string_view option, const std::string& text, Money lowest = Money());
    /// The same with up to 30 digits, for a payment per device.
    Decimal amount(std::string_view option, const std::string& text);
    /// Per year, from −99% to 1,000%.
    Decimal rate(std::string_view option, const std::string& text);
    /// A whole number from 1 to `highest`.
    int count(std::string_view option, const std::string& text, int highest);
    /// Whole numbers from 1 to `highest`, separated by commas; at most 600.
    std::vector<std::int64_t> counts(std::string_view option, const std::string& text, int highest);
    /// A share from 0% to 100%.
    Decimal share(std::string_view option, const std::string& text);
    /// Zero or more; decimals allowed.
    Decimal quantity(std::string_view option, const std::string& text);
    /// Amounts of any sign, separated by commas; at most 600.
    std::vector<Decimal> amounts(std::string_view option, const std::string& text);
    Date date(std::string_view option, const std::string& text);
    std::vector<Date> dates(std::string_view option, const std::string& text);

    void refuse(std::string sentence);
    const std::optional<std::string>& fault() const { return m_fault; }

  private:
    std::vector<std::string> listOf(std::string_view option, const std::string& text, std::string_view things); ///< none when refused
    template <class T> std::optional<T> accept(std::string_view option, const Expected<T>& value);

    std::optional<std::string> m_fault;
};

/// "arrears" or "advance".
finance::Due dueFrom(const std::string& timing);

/// How many decimals a solved rate or a time in years is given with.
inline constexpr int solvedDecimals = 10;

Json solvedJson(const Decimal& value);                    ///< "0.0112000001"
Json solvedJson(const std::optional<Decimal>& value);     ///< null when there is none
std::string cents(const std::optional<Decimal>& dollars); ///< "$1,234.56", or “too large” in words
Json centsJson(const std::optional<Decimal>& dollars);    ///< null when there is none or it is beyond ±$10^15

} // namespace tco::cli
