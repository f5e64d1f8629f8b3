// SPDX-License-Identifier: Apache-2.0
#pragma once

// From one scenario to another, one cause after the other: the one mechanism behind every “why”.

#include <functional>

#include "tco/engine/waterfall.hpp"

namespace tco {

/// Puts the differences in, group by group, and hands over each calculation that this gives. Only causes with a difference in a
/// field that matters.
void forEachStep(const Calculation& from, const Calculation& to, bool (*matters)(Kind, const Field&),
                 const std::function<void(Cause, std::vector<FieldRef>, const Calculation& after)>& visit);

} // namespace tco
