// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the lives of the cohorts say, told once per model instead of once per cohort.

#include <span>

#include "fleet_life.hpp"

namespace tco {

void addLifeFindings(const Plan& plan, std::span<const CohortLife> fleet, Findings& findings);

} // namespace tco
