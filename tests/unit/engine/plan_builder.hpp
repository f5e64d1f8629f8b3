// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small plans for the engine's tests: 100 Chromebooks at $400 with a life of four years, bought on the plan's first
// day (July 1, 2026), five years, no inflation, 0 % discount. A test changes what it is about.

#include "tco/engine/calculation.hpp"

namespace tco::test {

inline constexpr AssetModelId chromebook{10};
inline constexpr CohortId cohort{20};
inline constexpr LeaseId lease{30};
inline constexpr PositionId technician{40};
inline constexpr ScenarioId buy{50}, leaseScenario{51};

Plan smallPlan();
/// The same with a lease on offer (4 annual payments in advance, 5 %, $10 return) and the scenarios “Buy” and “Lease”.
Plan leaseOrBuyPlan();
/// The same, leased as the plan is entered.
Plan leasedPlan();

/// Of the plan as entered.
Money amountIn(const Plan& plan, int year, Element element, View view = View::Cash);
Money amountOf(const Plan& plan, Element element, View view = View::Cash);
bool hasFinding(const Plan& plan, std::string_view code);

} // namespace tco::test
