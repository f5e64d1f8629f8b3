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
Money magnitude(Money money);
/// The plan's first and last fiscal year: "FY27 to FY31", or "FY27".
std::string yearSpan(const Figures& figures);
/// True where every year costs the same.
bool isLevel(const Figures& figures);
/// "and" and commas: “a”, “b” and “c”.
std::string listed(const std::vector<std::string>& parts);

} // namespace tco::words
