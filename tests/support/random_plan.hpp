// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random valid plans for property tests: every field within its limits, references that exist, no finding of
// severity Error in the plan or in any of its scenarios. Amounts are those of a small district, so that sums
// stay far from overflow. The same seed gives the same plan.

#include <cstdint>
#include <random>

#include "tco/model/plan.hpp"

namespace tco::test {

using Random = std::mt19937;

int between(Random& random, int low, int high); ///< inclusive
inline bool chance(Random& random, int percent) { return between(random, 1, 100) <= percent; }
/// 1–12 characters, among them quotes, commas, line breaks and letters beyond ASCII.
std::string randomText(Random& random);

/// A value that checkValue() accepts; references name an item of the plan; blank where the field allows it.
Value randomValue(Random& random, const Plan& plan, const Field& field);

Plan randomPlan(std::uint32_t seed);

} // namespace tco::test

namespace tco {
using test::randomPlan;
}
