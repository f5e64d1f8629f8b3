// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only place where numbers become text and text becomes numbers. US notation, independent of the
// machine's locale. "Canonical" text is for files and --json; "display" text is for people.

#include <string>
#include <string_view>

#include "tco/money/money.hpp"

namespace tco {

enum class MoneyStyle {
    Dollars, ///< $1,234,567 and −$1,234; tables and summaries on screen
    Cents,   ///< $1,234,567.89; where an auditor looks
    Compact, ///< $1.42 M, $214 k, $980; large figures only
};

/// For people. A credit has the minus sign U+2212.
std::string display(Money amount, MoneyStyle style = MoneyStyle::Dollars);
/// As display(), but zero is "–"; for table cells.
std::string displayCell(Money amount, MoneyStyle style = MoneyStyle::Dollars);
std::string display(Rate rate);               ///< "1.56%"
std::string displayCount(std::int64_t count); ///< "1,240"
/// "1 unit", "1,240 units".
std::string counted(std::int64_t count, std::string_view noun);
std::string display(const Decimal& number); ///< "1,234.5", up to 6 decimals
/// Dollars with 2 to 6 decimals, for a price per device: "$51.09318".
std::string displayUnitPrice(const Decimal& dollars);

std::string canonical(Money amount); ///< "570078.88", "-12.00"
std::string canonical(Rate rate);    ///< "0.0156"

/// Read "$1,234.50", "1234.5", "-12", "(12.00)", "−$5"; at most two decimals, below $10^12.
[[nodiscard]] Expected<Money> parseMoney(std::string_view text);
/// Reads "1.56%", "1.56 %" or the fraction "0.0156". A bare number above 1 is refused: the sentence
/// asks for a percent sign.
[[nodiscard]] Expected<Rate> parseRate(std::string_view text);
/// Reads "1,240" or "1240".
[[nodiscard]] Expected<std::int64_t> parseCount(std::string_view text);
/// Reads "1,234.5"; thousands separators only where they belong.
[[nodiscard]] Expected<Decimal> parseNumber(std::string_view text);

} // namespace tco
