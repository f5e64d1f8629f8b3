// SPDX-License-Identifier: Apache-2.0
#pragma once

// The figures of a plan as an accountant would want to check them: to the cent, with totals that can be added up
// by hand. Only for golden tests.

#include <string>

#include "tco/model/plan.hpp"

namespace tco::test {

std::string statement(const Plan& plan);

} // namespace tco::test
