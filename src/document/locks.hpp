// SPDX-License-Identifier: Apache-2.0
#pragma once

// What does not change any more: adopted plans, closed years and the budget lines of closed years.

#include <optional>

#include "tco/base/expected.hpp"
#include "tco/model/plan.hpp"

namespace tco {

/// Why an item cannot be added, changed or removed; nothing when it can.
std::optional<Error> lockOn(const Plan& plan, ItemRef item);
/// The same for one of its fields.
std::optional<Error> lockOn(const Plan& plan, ItemRef item, std::string_view field);

} // namespace tco
