// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two copies of a file before they become one: what is taken, what a person has to choose, and what helps to choose – who wrote
// either side, when, and what it does to the total. Document::merge() then takes the plan in.

#include "tco/document/document.hpp"
#include "tco/model/merge.hpp"
#include "tco/money/money.hpp"

namespace tco {

/// One side of a conflict.
struct ConflictSide {
    std::string author;      ///< of its last edit there; blank = not known
    std::optional<Date> day; ///< of that edit
    /// Nominal cost of all years when this side is chosen here and mine everywhere else; nothing when the scenario is not there then.
    std::optional<Money> total;
};

struct ConflictSides {
    ScenarioId scenario; ///< in which the totals are; none = the plan as entered
    ConflictSide mine, theirs;
};

struct CopyMerge {
    MergeResult result;
    std::vector<ConflictSides> sides; ///< as result.conflicts
    Findings findings;                ///< what is right in each copy, but doubtful in both together
};

/// The state from which both copies were made, by their histories. Error InvalidInput when they have nothing in common.
[[nodiscard]] Expected<Plan> commonBaseOf(const Document& mine, const Document& theirs);

/// Error InvalidInput when the copies have no item in common.
[[nodiscard]] Expected<CopyMerge> mergeCopies(const Plan& base, const Document& mine, const Document& theirs);

/// Whether plans share an item, as copies do; also true where one has no items yet.
bool haveItemsInCommon(const Plan& one, const Plan& other);

} // namespace tco
