// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as JSON (docs/cli.md has every key). Money and rates are strings, so that no reader makes
// binary fractions of them.

#include <nlohmann/json.hpp>

#include "command.hpp"
#include "tco/report/analyses.hpp"
#include "tco/report/changes.hpp"

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

/// One entry of a plan: `part`, `kind`, `id`, `item`, `field` or null, `label`, `scenario` or null.
Json toJson(const ChangeWords& words, const PlanEntry& entry);
/// Canonical text, the parts of a source, or null for what is not there.
Json toJson(const PlanEntry& entry, const std::optional<EntryContent>& content);
/// An entry with `before` and `after`.
Json toJson(const ChangeWords& words, const EntryChange& change);
Json toJson(const ChangeWords& words, const std::vector<EntryChange>& changes);

/// `from`, `to` and `steps`.
Json toJson(const Waterfall& waterfall, const WaterfallEnd& from, const WaterfallEnd& to);

/// What a comparison says beyond its figures, into the answer of `tco compare`.
void addAnalyses(Json& answer, const Comparison& comparison, const Analyses& analyses);

void printJson(const Json& answer);

} // namespace tco::cli
