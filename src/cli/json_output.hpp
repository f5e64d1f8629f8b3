// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as JSON (docs/cli.md has every key). Money and rates are strings, so that no reader makes
// binary fractions of them.

#include <nlohmann/json.hpp>

#include "command.hpp"
#include "tco/report/analyses.hpp"

namespace tco::cli {

using Json = nlohmann::ordered_json;

Json toJson(Money amount);
Json toJson(const std::optional<Money>& amount); ///< null when there is none
/// Amounts by key(Key), all of them.
template <class Key, std::size_t count> Json byKey(const std::array<Money, count>& amounts) {
    auto object = Json::object();
    for (std::size_t i = 0; i < count; ++i) object[std::string(key(Key(i)))] = toJson(amounts[i]);
    return object;
}
Json toJson(const Findings& findings);
Json toJson(const StaffingEstimate& estimate);
/// One field of an item: `kind`, `id`, `field` and, for people, `label`.
Json toJson(const Plan& plan, const FieldRef& field);

/// What a comparison says beyond its figures, into the answer of `tco compare`.
void addAnalyses(Json& answer, const Comparison& comparison, const Analyses& analyses);

void printJson(const Json& answer);

} // namespace tco::cli
