// SPDX-License-Identifier: Apache-2.0
#pragma once

// The history of a plan: who changed what, when, from which value to which, by which import. It stays in the file. What was undone
// is not in it. Because every change of the plan is in it, a plan can be taken back to any earlier moment.

#include <span>

#include "tco/base/id.hpp"
#include "tco/model/plan_difference.hpp"

namespace tco {

using EditId = Id<struct EditTag>;

/// One edit.
struct HistoryEdit {
    EditId id;          ///< the same in every copy of the file
    Date day;           ///< on the calendar of the one who edited
    std::string time;   ///< "10:42:07" there
    std::string author; ///< blank = not known, or taken out
    std::string name;   ///< "Change price"
    std::string import; ///< file that was read by it; else blank
    /// The merge that brought it from another copy; its changes are then part of those of the merge.
    EditId mergedBy;
    std::vector<EntryChange> changes;
};

/// In the order in which they were made; what a merge brought stands before the merge.
using History = std::vector<HistoryEdit>;

/// The plan as it was before the edits, which are the last ones of the history of `now`.
Plan takenBack(const Plan& now, std::span<const HistoryEdit> edits);

/// How many edits two histories have in common from their beginning on.
std::size_t commonEdits(const History& one, const History& other);

/// The last edit that gave an entry its present content; nothing when the history does not know it. What a merge brought is told by
/// its first author.
const HistoryEdit* lastEditOf(const History& history, const PlanEntry& entry);

} // namespace tco
