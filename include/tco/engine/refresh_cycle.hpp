// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long to keep units of a model: the equivalent annual cost of one unit for every number of years.

#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

struct RefreshYear {
    int years = 0;
    Money equivalentAnnual;   ///< per unit and year, in prices of the first plan year
    Money marginal;           ///< what keeping it through this year costs, at its end
    bool pastSupport = false; ///< beyond the end of the maker's support, counted from the first day of the plan
};

struct RefreshCycle {
    AssetModelId model;
    int best = 0;                   ///< years with the lowest equivalent annual cost
    std::vector<RefreshYear> years; ///< 1 to twice the planned life, at most 12
};

/// From price, deployment, licences, support, supplies, energy, repairs and losses by age, resale and disposal, at the plan's
/// discount rate (finance::economicLife), per unit in use with its share of spares. Cash purchase; price changes are left out,
/// so that years are compared alike, and so is the end of support, which is told beside. Deployment and licenses bought with a
/// unit are spent with the price but never come back. No years for a model or a plan that cannot be calculated.
RefreshCycle refreshCycle(const Plan& plan, const AssetModel& model);

} // namespace tco
