// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/closed_years.hpp"

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco {

Money costOfYear(const CostLedger& cash, FiscalYear year) {
    PostingFilter filter;
    filter.year = year;
    filter.direct = true;
    return cash.sum(filter).nominal;
}

void addClosedYearFindings(const Plan& plan, const CostLedger& cash, Findings& findings) {
    for (const auto& closed : plan.closedYears) {
        const FiscalYear year{closed.fiscalYear};
        if (year < plan.firstYear() || year > plan.lastYear()) continue;
        const Money cost = costOfYear(cash, year);
        if (cost == closed.total) continue;
        findings.push_back({Severity::Warning, "closed_year_changed",
                            fmt::format("{} is closed at {}, but costs {} now; the history says what changed since. Take it back, or open the year again.",
                                        year.shortLabel(), display(closed.total, MoneyStyle::Cents), display(cost, MoneyStyle::Cents)),
                            fmt::format("closed year “{}”", year.shortLabel())});
    }
}

} // namespace tco
