// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a cohort lives through the plan: generations of units, each replaced by the next at the end of its
// life, its support or its lease, whichever rule holds. Dates only; the rules put costs on it.

#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

struct Generation {
    Date start;                   ///< first day in service
    Date end;                     ///< day on which it is taken out (and replaced); may lie beyond the plan
    bool original = false;        ///< the units that were entered, not a replacement
    bool startsInPlan = false;    ///< its acquisition is a cost of the plan
    const Lease* lease = nullptr; ///< terms when leased, else owned
};

struct CohortLife {
    const Cohort* cohort = nullptr;
    const AssetModel* model = nullptr;
    std::vector<Generation> generations; ///< those in service on at least one day of the plan or ending on its first
    bool overdue = false;                ///< the original units should have been replaced before the plan begins
    bool pastSupport = false;            ///< … because their support had ended
    bool supportCutsLife = false;        ///< support ends before the planned life
    bool leaseOutlivesSupport = false;
};

/// `cohort` must have a model in the plan (asserted). The pointers live as long as the plan.
CohortLife lifeOf(const Plan& plan, const Cohort& cohort);

/// Whether an item can be calculated: its fields are within limits and what it needs is there. What is
/// wrong with the others is reported by validate().
bool isUsable(const Plan& plan, const Cohort& cohort);
bool isUsable(const Plan& plan, const Position& position);
bool isUsable(const Plan& plan); ///< district and assumptions

} // namespace tco
