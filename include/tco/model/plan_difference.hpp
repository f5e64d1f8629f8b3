// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between two plans, entry by entry, by stable ids: the one mechanism behind history, merge and the comparison of
// files. Putting all differences between two plans into the first gives the second.

#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// What can be changed on its own.
enum class EntryPart {
    Item,       ///< that an item is there; its content is its name
    FieldValue, ///< of an item
    Override,   ///< what a scenario says instead
    Source,     ///< where the value of a field comes from
};

inline constexpr EntryPart allEntryParts[] = {EntryPart::Item, EntryPart::FieldValue, EntryPart::Override, EntryPart::Source};
std::string_view key(EntryPart part); ///< "item", "value", "override", "source"

/// Names one entry of a plan.
struct PlanEntry {
    EntryPart part = EntryPart::FieldValue;
    ItemRef item;
    std::string field;     ///< blank for Item
    ScenarioId scenario{}; ///< for Override
    FieldRef fieldRef() const { return {item, field}; }
    friend auto operator<=>(const PlanEntry&, const PlanEntry&) = default;
};

/// A Provenance for Source, else a Value.
using EntryContent = std::variant<Value, Provenance>;

/// Nothing = the entry was not, or is not, there.
struct EntryChange {
    PlanEntry entry;
    std::optional<EntryContent> before, after;
    friend bool operator==(const EntryChange&, const EntryChange&) = default;
};

/// What the entry holds; nothing when it is not there. Blank values of an item that is there are content.
std::optional<EntryContent> contentOf(const Plan& plan, const PlanEntry& entry);

/// All differences; first the items that come, then their values and those of others, sources and overrides, at last the items that go.
/// A value that is blank in an item that comes or goes is not listed.
std::vector<EntryChange> differencesBetween(const Plan& before, const Plan& after);
/// The same when only these items, and any source or override, can differ.
std::vector<EntryChange> differencesBetween(const Plan& before, const Plan& after, const std::set<ItemRef>& touched);

/// All that a plan says, as differences to nothing: put into an empty plan they give it, whatever the defaults are then.
std::vector<EntryChange> everythingIn(const Plan& plan);

/// Gives every entry the content it has after (before) the changes, in their order (backwards). What belongs to an item that is not in
/// the plan is left out.
void applyChanges(Plan& plan, const std::vector<EntryChange>& changes);
void revertChanges(Plan& plan, const std::vector<EntryChange>& changes);

} // namespace tco
