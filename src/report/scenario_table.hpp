// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tco/report/report.hpp"

namespace tco {

/// The overrides of the compared scenarios in words, inherited ones included.
Table scenarioTable(const Plan& plan, const Comparison& comparison);

} // namespace tco
