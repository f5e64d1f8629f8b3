// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as JSON (docs/cli.md has every key). Money and rates are strings, so that no reader makes
// binary fractions of them.

#include <nlohmann/json.hpp>

#include "command.hpp"

namespace tco::cli {

using Json = nlohmann::ordered_json;

Json toJson(Money amount);
Json toJson(const std::optional<Money>& amount); ///< null when there is none
/// By key(CostCategory), all of them.
Json toJson(const std::array<Money, costCategoryCount>& byCategory);
Json toJson(const Findings& findings);

void printJson(const Json& answer);

} // namespace tco::cli
