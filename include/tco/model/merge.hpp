// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two copies of a plan become one again: three-way, entry by entry, by stable ids. What one side alone changed is taken, and what
// both changed alike is taken once. Everything else is a conflict, and none is decided here: a person chooses, and only then is
// there a plan. Nothing in it refers to an item that is not there, unless that was so in a copy already.

#include <vector>

#include "tco/model/plan_difference.hpp"

namespace tco {

enum class MergeSide { Mine, Theirs };
constexpr MergeSide otherSide(MergeSide side) { return side == MergeSide::Mine ? MergeSide::Theirs : MergeSide::Mine; }

/// An entry as the three plans have it; nothing = it is not there.
struct MergedEntry {
    PlanEntry entry;
    std::optional<EntryContent> base, mine, theirs;
    friend bool operator==(const MergedEntry&, const MergedEntry&) = default;
};

/// Entries that can only be decided together: one value that both changed, with its source; an item that one side removed and the
/// other changed or needs; parents of scenarios that would form a circle; a fiscal year that one side closed and budget lines of it that the
/// other changed.
struct MergeConflict {
    std::vector<MergedEntry> entries;    ///< what a person decides about; the first one names the conflict
    std::vector<EntryChange> whenTheirs; ///< what choosing their side changes in MergeResult::mineFirst
};

struct MergeResult {
    Plan mineFirst; ///< with every conflict decided for mine; a plan to go on with only where there are no conflicts
    std::vector<MergeConflict> conflicts;
    std::vector<EntryChange> fromTheirs; ///< taken from their side without a question; before = mine
    std::vector<EntryChange> fromMine;   ///< which they do not have; before = theirs
};

MergeResult merge(const Plan& base, const Plan& mine, const Plan& theirs);

/// The plan with a choice for every conflict, in their order; there must be as many (asserted).
Plan resolved(const MergeResult& result, const std::vector<MergeSide>& choices);

} // namespace tco
