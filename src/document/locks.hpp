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
/// Why a plan as a whole cannot take the place of another one: it would change, drop or reopen what does not change any more.
std::optional<Error> lockOnReplacing(const Plan& before, const Plan& after);

} // namespace tco
