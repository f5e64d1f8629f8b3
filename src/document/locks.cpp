// SPDX-License-Identifier: Apache-2.0
#include "locks.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tco {

std::optional<Error> lockOn(const Plan& plan, ItemRef item) {
    if (item.kind != Kind::BudgetLine) return {};
    const auto* line = findById(plan.budgetLines, BudgetLineId{item.id});
    if (!line || std::ranges::find(plan.closedYears, line->fiscalYear, &ClosedYear::fiscalYear) == plan.closedYears.end()) return {};
    return Error{ErrorCode::Conflict,
                 fmt::format("{} is closed, so its budget lines do not change; open the year again first.", FiscalYear{line->fiscalYear}.shortLabel()),
                 {}};
}

std::optional<Error> lockOn(const Plan& plan, ItemRef item, std::string_view field) {
    if (item.kind == Kind::Adoption && field != "name" && field != "note")
        return Error{
            ErrorCode::Conflict, fmt::format("“{}” is adopted and does not change; adopt the scenario again for a new version.", nameOf(plan, item)), {}};
    if (item.kind == Kind::ClosedYear && field != "note")
        return Error{ErrorCode::Conflict, fmt::format("{} is closed; open the year again to change this.", nameOf(plan, item)), {}};
    return lockOn(plan, item);
}

} // namespace tco
