// SPDX-License-Identifier: Apache-2.0
#pragma once

// The chart of accounts that a plan is held against: the codes of its state, and those of NCES beside them.

#include "tco/exchange/practice.hpp"
#include "tco/model/plan.hpp"

namespace tco::cli {

using ChartOfAccounts = CodeLists;

/// A state that no practice is known for has the codes of NCES.
ChartOfAccounts chartOf(const Plan& plan);
/// Accounts and budget lines with a code that the chart does not have.
Findings findingsOf(const Plan& plan, const ChartOfAccounts& chart);
/// Empty where the code or its title is not known.
std::string titleIn(const std::vector<AccountCode>& codes, std::string_view code);

} // namespace tco::cli
