// SPDX-License-Identifier: Apache-2.0
#pragma once

// Closed fiscal years: what the plan now says of them is held against what it said when they were closed.

#include "tco/engine/posting.hpp"

namespace tco {

/// What counts as the cost of a year when it is closed: cash, without indirect costs.
Money costOfYear(const CostLedger& cash, FiscalYear year);

/// A warning for each closed year of the plan that costs something else now.
void addClosedYearFindings(const Plan& plan, const CostLedger& cash, Findings& findings);

} // namespace tco
