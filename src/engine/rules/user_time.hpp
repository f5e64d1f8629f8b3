// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many people a user group has and how many hours technology takes from them: for its cost, and for the hours that are
// shown without a price.

#include "tco/engine/calculation.hpp"

namespace tco {

/// Head count × share who use computers.
Decimal peopleOf(const UserGroup& group, const YearCounts& counts);

/// By how much thin support multiplies the hours users spend on support and downtime; 1 where the plan sets no relation.
Decimal thinSupportFactor(const Assumptions& assumptions, const YearCounts& counts);

/// Hours of all people of the group in a year: learning, own support (× thin support), downtime (× thin support).
Decimal hoursOf(const UserGroup& group, const Assumptions& assumptions, const YearCounts& counts);

} // namespace tco
