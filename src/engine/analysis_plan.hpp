// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plans that an analysis makes to ask the rules a question of its own, so that there is one law for costs.

#include "tco/model/plan.hpp"

namespace tco {

/// False for fields that no posting depends on: names and notes, sites, who pays and where it is charged, terms that only the worst case of a lease knows.
bool canCost(Kind kind, const Field& field);

/// An effective plan without its sources and scenarios: quick to copy and to check.
Plan withoutWords(const Plan& plan);

/// Only this: so many units of a model, put into service on the first day of the plan, bought, and not replaced.
Plan oneCohortPlan(const Plan& plan, const AssetModel& model, std::int64_t units, int horizon);

/// Dollars of one of several units.
Decimal perUnit(Money amount, std::int64_t units);

} // namespace tco
