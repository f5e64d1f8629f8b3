// SPDX-License-Identifier: Apache-2.0
#include "tco/document/milestones.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/base/ascii.hpp"
#include "tco/engine/calculation.hpp"
#include "tco/engine/closed_years.hpp"

namespace tco {

Expected<ItemRef> adoptScenario(Editor& editor, ScenarioId scenario, std::string_view name, const Decision& decision) {
    PostingFilter direct;
    direct.direct = true;
    for (const auto& adoption : editor.plan().adoptions)
        if (lowerCase(trimmed(adoption.name)) == lowerCase(trimmed(name)))
            return fail(ErrorCode::InvalidInput, fmt::format("“{}” is adopted already; give this version a name of its own.", adoption.name));
    if (scenario)
        if (auto done = editor.set({Kind::Scenario, scenario.value}, "status", std::string("adopted")); !done) return failFrom(done);
    const Money total = calculate(editor.plan(), scenario)->ledger.sum(direct).nominal;
    return editor.adopt(scenario, {{"name", std::string(name)}, {"adopted_on", decision.on}, {"adopted_by", decision.by}, {"total", total}});
}

Expected<ItemRef> closeYear(Editor& editor, FiscalYear year, const Decision& decision) {
    const Plan& plan = editor.plan();
    if (year < plan.firstYear() || year > plan.lastYear())
        return fail(ErrorCode::InvalidInput, fmt::format("{} is not in the plan, which covers {} to {}.", year.shortLabel(), plan.firstYear().shortLabel(),
                                                         plan.lastYear().shortLabel()));
    if (std::ranges::find(plan.closedYears, year.value, &ClosedYear::fiscalYear) != plan.closedYears.end())
        return fail(ErrorCode::InvalidInput, fmt::format("{} is closed already.", year.shortLabel()));
    const Money total = costOfYear(calculate(plan, {})->ledger, year);
    return editor.close({{"fiscal_year", std::int64_t(year.value)}, {"closed_on", decision.on}, {"closed_by", decision.by}, {"total", total}});
}

Expected<void> reopenYear(Editor& editor, FiscalYear year) {
    const auto& closed = editor.plan().closedYears;
    const auto found = std::ranges::find(closed, year.value, &ClosedYear::fiscalYear);
    if (found == closed.end()) return fail(ErrorCode::InvalidInput, fmt::format("{} is not closed.", year.shortLabel()));
    return editor.remove({Kind::ClosedYear, found->id.value});
}

} // namespace tco
