// SPDX-License-Identifier: Apache-2.0
#include "tco/model/history.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include <fmt/format.h>

namespace tco {
namespace {

/// Items are there or not: their names may come from other items.
bool agree(const PlanEntry& entry, const std::optional<EntryContent>& one, const std::optional<EntryContent>& other) {
    return entry.part == EntryPart::Item ? one.has_value() == other.has_value() : one == other;
}

bool hasItems(const Plan& plan) {
    return std::ranges::any_of(allKinds, [&](Kind kind) { return !infoOf(kind).single && !itemsOf(plan, kind).empty(); });
}

std::set<EditId> idsOf(const History& history) {
    std::set<EditId> ids;
    for (const auto& edit : history) ids.insert(edit.id);
    return ids;
}

bool hasMergeBeside(const History& history, const std::set<EditId>& known) {
    return std::ranges::any_of(history, [&](const HistoryEdit& edit) { return edit.mergedBy && !known.contains(edit.mergedBy); });
}

} // namespace

std::string authorWords(std::string_view author, Date day) { return (author.empty() ? "on " : fmt::format("by {} on ", author)) + day.display(); }

Plan takenBack(const Plan& now, std::span<const HistoryEdit> edits) {
    Plan plan = now;
    for (const auto& edit : std::views::reverse(edits))
        if (!edit.mergedBy) revertChanges(plan, edit.changes);
    return plan;
}

std::size_t knownEdits(const History& history, const History& other) {
    const auto own = idsOf(history), others = idsOf(other);
    const bool areCrossed = hasMergeBeside(history, others) && hasMergeBeside(other, own);
    std::set<EditId> known;
    for (const auto& edit : other)
        if (!areCrossed || !edit.mergedBy || own.contains(edit.mergedBy)) known.insert(edit.id);
    std::size_t count = 0;
    while (count < history.size() && known.contains(history[count].id)) ++count;
    const auto isInside = [&](EditId merge) {
        return std::ranges::find(history.begin(), history.begin() + std::ptrdiff_t(count), merge, &HistoryEdit::id) != history.begin() + std::ptrdiff_t(count);
    };
    while (count > 0 && history[count - 1].mergedBy && !isInside(history[count - 1].mergedBy)) --count;
    return count;
}

std::optional<Plan> commonBase(const Plan& mine, const History& mineHistory, const Plan& theirs, const History& theirsHistory) {
    const auto inMine = knownEdits(mineHistory, theirsHistory), inTheirs = knownEdits(theirsHistory, mineHistory);
    if (inMine || inTheirs)
        return inMine >= inTheirs ? takenBack(mine, std::span(mineHistory).subspan(inMine)) : takenBack(theirs, std::span(theirsHistory).subspan(inTheirs));
    auto beginning = takenBack(mine, mineHistory);
    if (hasItems(beginning) && differencesBetween(beginning, takenBack(theirs, theirsHistory)).empty()) return beginning;
    return {};
}

Plan stateAt(const Plan& now, const History& history, Date day) {
    const auto later = std::ranges::find_if(history, [&](const HistoryEdit& edit) { return !edit.mergedBy && edit.day > day; });
    return takenBack(now, std::span(later, history.end()));
}

const HistoryEdit* lastEditOf(const History& history, const PlanEntry& entry) {
    const HistoryEdit* latest = nullptr;
    std::optional<EntryContent> content;
    std::set<EditId> silent; // merges among those of a merge that did not bring this content
    for (const auto& edit : std::views::reverse(history)) {
        if (!latest && edit.mergedBy) continue; // counts only through its merge
        if (latest && edit.mergedBy != latest->id && !silent.contains(edit.mergedBy)) break;
        const auto change = std::ranges::find(edit.changes, entry, &EntryChange::entry);
        const bool isCause = change != edit.changes.end() && !silent.contains(edit.mergedBy);
        if (isCause && !latest) {
            content = change->after;
            latest = &edit;
        } else if (isCause && agree(entry, change->after, content)) {
            latest = &edit; // if it is a merge itself, what it brought stands before it
            silent.clear();
        } else {
            silent.insert(edit.id);
        }
    }
    return latest;
}

const HistoryEdit* LastEdits::of(const PlanEntry& entry) {
    const auto [place, isNew] = m_known.try_emplace(entry, nullptr);
    if (isNew) place->second = lastEditOf(m_history, entry);
    return place->second;
}

PlanEntry entryBehind(const Plan& plan, ScenarioId scenario, const FieldRef& field) {
    for (const auto ancestor : std::views::reverse(lineageOf(plan, scenario)))
        if (plan.overrides.contains({ancestor, field})) return {EntryPart::Override, field.item, field.field, ancestor};
    return {EntryPart::FieldValue, field.item, field.field};
}

} // namespace tco
