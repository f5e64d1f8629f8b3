// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many people, devices and technicians there are in each plan year: what costs per head are counted by, and what figures
// are divided by.

#include <span>
#include <vector>

#include "fleet_life.hpp"
#include "tco/engine/calculation.hpp"

namespace tco {

/// One entry per plan year, in order. Units are those in service on the year's last day.
std::vector<YearCounts> yearCounts(const Plan& plan, std::span<const CohortLife> fleet);

} // namespace tco
