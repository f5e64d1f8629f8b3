// SPDX-License-Identifier: Apache-2.0
#pragma once

// The history of a plan: who changed what, when, from which value to which, by which import. It stays in the file. What was undone
// is not in it. Because every change of the plan is in it, a plan can be taken back to any earlier moment.

#include <map>
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

/// "by Ann Lee on Nov 27, 2026", "on Nov 27, 2026".
std::string authorWords(std::string_view author, Date day);

/// The plan as it was before the edits, which are the last ones of the history of `now`.
Plan takenBack(const Plan& now, std::span<const HistoryEdit> edits);

/// The plan as it was at the end of a day: before the first edit of a later day. What a merge brought was not in this copy before.
Plan stateAt(const Plan& now, const History& history, Date day);

/// How many edits of a history, from its beginning on, the other one knows too, in whatever order; half of what a merge brought does not
/// count. Where each side merged the other and decided for itself, what such a merge brought is not known: it may have been decided against.
std::size_t knownEdits(const History& history, const History& other);

/// The latest state that is known to be behind two copies of a plan, by their histories: with what was merged already, so that it
/// is not asked about again. Nothing when the copies have no edit and no beginning in common.
std::optional<Plan> commonBase(const Plan& mine, const History& mineHistory, const Plan& theirs, const History& theirsHistory);

/// The last edit that gave an entry its present content; nothing when the history does not know it. What a merge brought is told by
/// its first author.
const HistoryEdit* lastEditOf(const History& history, const PlanEntry& entry);

/// The last edits of many entries, quickly. The history must outlive it.
class LastEdits {
  public:
    explicit LastEdits(const History& history) : m_history(history) {}
    const HistoryEdit* of(const PlanEntry& entry);

  private:
    const History& m_history;
    std::map<PlanEntry, const HistoryEdit*> m_known;
};

/// The entry that gives a field its value in a scenario: what the scenario or the nearest of its ancestors says instead, else the field itself.
PlanEntry entryBehind(const Plan& plan, ScenarioId scenario, const FieldRef& field);

} // namespace tco
