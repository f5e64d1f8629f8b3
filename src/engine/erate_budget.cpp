// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/erate_budget.hpp"

#include <algorithm>
#include <numeric>

#include "head_counts.hpp"

namespace tco {
namespace {

namespace erate = finance::erate;

bool isSchool(const Site& site) { return site.kind != SiteKind::Other && site.students.value_or(0) > 0; }

} // namespace

std::optional<ErateDiscounts> erateDiscountsOf(const Plan& plan) {
    if (const auto& entered = plan.assumptions.erateDiscount)
        return ErateDiscounts{.one = *entered, .two = erate::categoryTwoDiscount(*entered), .entered = true, .eligible = {}};
    std::vector<erate::School> schools;
    std::int64_t rural = 0;
    for (const auto& site : plan.sites) {
        if (!isSchool(site)) continue;
        if (!site.lunchShare) return {};
        schools.push_back({*site.students, *site.lunchShare});
        rural += site.rural == YesNo::Yes;
    }
    if (schools.empty()) return {};
    ErateDiscounts result;
    result.eligible = erate::districtEligible(schools);
    result.rural = erate::isRural(rural, std::int64_t(schools.size()));
    result.roundingLifts = erate::roundingLifts(result.eligible);
    result.one = erate::discount(result.eligible, result.rural, erate::Category::One);
    result.two = erate::discount(result.eligible, result.rural, erate::Category::Two);
    return result;
}

std::vector<std::int64_t> schoolsOf(const Plan& plan) {
    std::vector<std::int64_t> schools;
    for (const auto& site : plan.sites)
        if (isSchool(site)) schools.push_back(*site.students);
    if (schools.empty()) schools.push_back(HeadCounts(plan).in(plan.firstYear()).students);
    return schools;
}

std::vector<ErateCycle> erateCyclesOf(const Plan& plan) {
    std::vector<ErateCycle> cycles;
    const auto schools = schoolsOf(plan);
    const int first = fundingYearOf(plan.firstDay()), last = fundingYearOf(plan.calendar().lastDay(plan.lastYear()));
    for (const auto& cycle : erate::cycles()) {
        if (cycle.lastYear < first || cycle.firstYear > last) continue;
        const bool isRunning = cycle.firstYear <= first;
        cycles.push_back({cycle, erate::categoryTwoBudget(cycle, schools), isRunning ? plan.assumptions.erateUsed : Money()});
    }
    return cycles;
}

int fundingYearOf(Date day) { return day.month() >= 7 ? day.year() : day.year() - 1; }

Money pilotCapOf(const Plan& plan) {
    const auto schools = schoolsOf(plan);
    return erate::pilotCap(std::accumulate(schools.begin(), schools.end(), std::int64_t(0))).perYear;
}

} // namespace tco
