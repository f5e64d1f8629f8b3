// SPDX-License-Identifier: Apache-2.0
#include "tco/model/history.hpp"

#include <algorithm>
#include <ranges>

namespace tco {

Plan takenBack(const Plan& now, std::span<const HistoryEdit> edits) {
    Plan plan = now;
    for (const auto& edit : std::views::reverse(edits))
        if (!edit.mergedBy) revertChanges(plan, edit.changes);
    return plan;
}

std::size_t commonEdits(const History& one, const History& other) {
    const auto [end, _] = std::ranges::mismatch(one, other, {}, &HistoryEdit::id, &HistoryEdit::id);
    return std::size_t(end - one.begin());
}

const HistoryEdit* lastEditOf(const History& history, const PlanEntry& entry) {
    const HistoryEdit* latest = nullptr;
    std::optional<EntryContent> content;
    for (const auto& edit : std::views::reverse(history)) {
        if (latest && edit.mergedBy != latest->id) break;
        const auto change = std::ranges::find(edit.changes, entry, &EntryChange::entry);
        if (change == edit.changes.end()) continue;
        if (!latest) {
            latest = &edit; // if it is a merge, what it brought stands before it
            content = change->after;
        } else if (change->after == content) {
            return &edit;
        }
    }
    return latest;
}

} // namespace tco
