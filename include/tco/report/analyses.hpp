// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything a comparison says beyond its figures. Made once, because it takes longer than the figures, and shown by the
// report, the command line and the screen, so that all three say the same.

#include "tco/engine/books.hpp"
#include "tco/engine/break_even.hpp"
#include "tco/engine/budget.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/engine/coverage.hpp"
#include "tco/engine/funding.hpp"
#include "tco/engine/lease_quotes.hpp"
#include "tco/engine/refresh_cycle.hpp"
#include "tco/engine/sensitivity.hpp"
#include "tco/engine/staffing.hpp"
#include "tco/engine/waterfall.hpp"

namespace tco {

/// The leases of the plan, each applied to the units of one model that is leased in a compared scenario.
struct ModelQuotes {
    ScenarioId scenario; ///< the first one that leases the model
    AssetModelId model;
    std::int64_t units = 0; ///< as entered, spares not counted
    std::vector<LeaseQuote> quotes;
};

/// What leaving a lease costs, for the units of one model that a compared scenario has on it.
struct LeaseInUse {
    ScenarioId scenario; ///< the first one that uses the lease for the model
    AssetModelId model;
    LeaseId lease;
    std::int64_t units = 0;
    std::vector<LeaseExit> exits;
};

/// Staffing of one scenario in the last plan year, when what it changes has come about.
struct Staffing {
    YearCounts counts;
    StaffingRatios ratios;
    std::vector<StaffingEstimate> schemes;
};

struct Analyses {
    std::vector<Waterfall> waterfalls; ///< from the first scenario to each of the others, in their order
    /// Index of the scenario that is set against the first one for break-evens and sensitivity: the other one with the lowest
    /// present value. Zero where there is one scenario only; then the sensitivity is that of its present value.
    std::size_t other = 0;
    std::vector<BreakEven> breakEvens;
    std::vector<SensitivityInput> sensitivity;
    std::vector<ModelQuotes> quotes;
    std::vector<LeaseInUse> leases;
    std::vector<RefreshCycle> cycles; ///< of the models that are replaced in the first scenario, those on which most is spent first
    std::vector<Staffing> staffing;   ///< one per scenario
    std::vector<Coverage> coverage;   ///< one per scenario
    std::vector<Books> books;         ///< one per scenario
    std::vector<Funding> funding;     ///< one per scenario; none where the plan has no funds
    std::vector<Budget> budgets;      ///< one per scenario; none where the plan has neither accounts nor budget lines
};

/// Empty when the plan cannot be calculated.
Analyses analyse(const Comparison& comparison);
/// Of these only quotes and leases, which take no time.
Analyses analyseLeases(const Comparison& comparison);

} // namespace tco
