// SPDX-License-Identifier: Apache-2.0
#pragma once

// The turns of phrase that sentences, tables and charts of the report share.

#include <string>

#include "tco/engine/comparison.hpp"
#include "tco/money/text.hpp"

namespace tco::words {

/// “Buy in cash”, for names inside a sentence.
std::string quoted(const std::string& name);
std::string nameOf(const ComparedScenario& scenario);
/// "four", up to ten; then digits.
std::string number(std::size_t count);
/// "one year", "five years", "12 years".
std::string years(std::size_t count);
/// Whole dollars; cents where whole dollars would say "$0" of an amount that is not zero.
std::string amount(Money money);
/// "less", "more".
std::string moreOrLess(Money difference);
/// Present value says something new only where money is discounted.
bool isDiscounted(const Figures& figures);
/// Whether any of the scenarios has indirect cost, which is shown apart from the budget.
bool hasIndirect(const Comparison& comparison);
/// "42%" of the whole; "0%" of nothing.
std::string share(Money part, Money whole);
/// "3% per year" rather than "3%" and a unit somewhere else; "blank".
std::string valueText(const Plan& plan, const Field& field, const Value& value);
/// The plan's first and last fiscal year: "FY27 to FY31", or "FY27".
std::string yearSpan(const Figures& figures);
/// True where the budget is the same in every year.
bool isLevel(const Figures& figures);
/// "and" and commas: “a”, “b” and “c”.
std::string listed(const std::vector<std::string>& parts);

} // namespace tco::words
