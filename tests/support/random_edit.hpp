// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random edits of a plan as people make them: values, items that come and go, what scenarios say instead, sources. Afterwards no
// reference leads to an item that is not there and no scenario is based on itself, if that was so before.

#include <optional>

#include "support/random_plan.hpp"

namespace tco::test {

/// `nextId` is that of the next new item; copies of a plan that are edited apart need ids apart.
void editRandomly(Random& random, Plan& plan, RawId& nextId, int edits);

/// Without what is adopted or closed, which a document does not let change.
Plan undecided(Plan plan);

/// A reference to an item that is not there, or a scenario that is based on itself, in words.
std::optional<std::string> faultIn(const Plan& plan);

} // namespace tco::test
