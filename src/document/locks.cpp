// SPDX-License-Identifier: Apache-2.0
#include "locks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/model/plan_difference.hpp"

namespace tco {
namespace {

/// For a budget line of `lines` whose year is closed in `plan`.
std::optional<Error> lockOnLine(const Plan& plan, const Plan& lines, ItemRef item) {
    if (item.kind != Kind::BudgetLine) return {};
    const auto* line = findById(lines.budgetLines, BudgetLineId{item.id});
    if (!line || std::ranges::find(plan.closedYears, line->fiscalYear, &ClosedYear::fiscalYear) == plan.closedYears.end()) return {};
    return Error{ErrorCode::Conflict,
                 fmt::format("{} is closed, so its budget lines do not change; open the year again first.", FiscalYear{line->fiscalYear}.shortLabel()),
                 {}};
}

} // namespace

std::optional<Error> lockOn(const Plan& plan, ItemRef item) { return lockOnLine(plan, plan, item); }

std::optional<Error> lockOn(const Plan& plan, ItemRef item, std::string_view field) {
    if (item.kind == Kind::Adoption && field != "name" && field != "note")
        return Error{
            ErrorCode::Conflict, fmt::format("“{}” is adopted and does not change; adopt the scenario again for a new version.", nameOf(plan, item)), {}};
    if (item.kind == Kind::ClosedYear && field != "note")
        return Error{ErrorCode::Conflict, fmt::format("{} is closed; open the year again to change this.", nameOf(plan, item)), {}};
    return lockOn(plan, item);
}

std::optional<Error> lockOnReplacing(const Plan& before, const Plan& after) {
    for (const auto& [entry, was, is] : differencesBetween(before, after)) {
        const auto item = entry.item;
        const bool isDecision = item.kind == Kind::Adoption || item.kind == Kind::ClosedYear;
        if (entry.part == EntryPart::Override || entry.part == EntryPart::Source) continue;
        if (isDecision && contains(before, item) && !contains(after, item))
            return Error{ErrorCode::Conflict,
                         fmt::format("“{}” is {} and is missing there; only a text that has it can be taken.", nameOf(before, item),
                                     item.kind == Kind::Adoption ? "adopted" : "closed"),
                         {}};
        if (auto locked = contains(before, item) ? lockOn(before, item, entry.field) : std::nullopt) return locked;
        if (auto locked = lockOnLine(before, after, item)) return locked;
    }
    return {};
}

} // namespace tco
