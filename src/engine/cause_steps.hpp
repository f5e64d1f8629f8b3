// SPDX-License-Identifier: Apache-2.0
#pragma once

// From one state or scenario of a plan to another, one cause after the other: the one mechanism behind every “why”.

#include <functional>

#include "tco/engine/waterfall.hpp"

namespace tco {

/// Puts the differences in, group by group, and hands over each calculation that this gives. Only causes with a difference in a
/// field that matters, or with an item of a kind that has such a field.
void forEachStep(const Calculation& from, const Calculation& to, bool (*matters)(Kind, const Field&),
                 const std::function<void(Cause, const CauseDifferences&, const Calculation& after)>& visit);

} // namespace tco
