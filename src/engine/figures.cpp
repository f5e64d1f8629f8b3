// SPDX-License-Identifier: Apache-2.0

// Figures of one scenario: folds over its postings, divided by what there is in each year.

#include <algorithm>

#include "rules/user_time.hpp"
#include "tco/engine/calculation.hpp"
#include "tco/finance/time_value.hpp"

namespace tco {
namespace {

std::optional<Money> per(Money amount, std::int64_t count) { return count > 0 ? Money::rounded(amount.dollars() / Decimal(count)) : std::nullopt; }

void addPostings(const Calculation& calculation, Figures& figures) {
    const auto firstYear = calculation.plan->firstYear();
    for (std::size_t i = 0; i < calculation.ledger.size(); ++i) {
        const Posting posting = calculation.ledger.at(i);
        auto& year = figures.years[std::size_t(posting.year - firstYear)];
        year.nominal += posting.amount;
        year.presentValue += posting.presentValue;
        year.byCategory[std::size_t(posting.category)] += posting.amount;
        (posting.direct ? year.direct : year.indirect) += posting.amount;
        if (posting.direct) {
            (isCapital(posting.element) ? year.capital : year.operating) += posting.amount;
            year.directPresentValue += posting.presentValue;
            year.directByCategory[std::size_t(posting.category)] += posting.amount;
            figures.directByCategory[std::size_t(posting.category)] += posting.amount;
        }
        figures.byCategory[std::size_t(posting.category)] += posting.amount;
        figures.byElement[std::size_t(posting.element)] += posting.amount;
        if (posting.category == CostCategory::Staff) figures.byFunction[std::size_t(posting.function)] += posting.amount;
    }
    for (std::size_t i = 0; i < calculation.annualised.size(); ++i) {
        const Posting posting = calculation.annualised.at(i);
        figures.years[std::size_t(posting.year - firstYear)].annualised += posting.amount;
        figures.annualisedByCategory[std::size_t(posting.category)] += posting.amount;
    }
}

/// Of a plan with at least one year.
Totals totalsOf(const std::vector<YearFigures>& years, Money YearFigures::*amount, Money YearFigures::*presentValue, const Decimal& rate) {
    Totals totals;
    totals.peakYear = totals.riseYear = years.front().year;
    totals.peak = years.front().*amount;
    const YearFigures* before = nullptr;
    for (const auto& year : years) {
        totals.nominal += year.*amount;
        totals.presentValue += year.*presentValue;
        if (year.*amount > totals.peak) {
            totals.peak = year.*amount;
            totals.peakYear = year.year;
        }
        if (before && year.*amount - before->*amount > totals.largestRise) {
            totals.largestRise = year.*amount - before->*amount;
            totals.riseYear = year.year;
        }
        before = &year;
    }
    const int count = int(years.size());
    totals.averagePerYear = Money::rounded(totals.nominal.dollars() / Decimal(count)).value_or(Money());
    totals.equivalentAnnual = Money::rounded(finance::equivalentAnnual(totals.presentValue.dollars(), rate, count)).value_or(Money());
    return totals;
}

/// Cost ÷ sum of a count over the years; nothing when a year has none, unless `gapsAllowed`.
std::optional<Money> perYear(const Figures& figures, std::int64_t (*count)(const YearFigures&), bool gapsAllowed) {
    std::int64_t sum = 0;
    for (const auto& year : figures.years) {
        if (count(year) == 0 && !gapsAllowed) return {};
        sum += count(year);
    }
    return per(figures.nominal, sum);
}

Decimal benefitScoreOf(const Plan& plan) {
    Decimal score;
    for (const auto& benefit : plan.benefits)
        if (const auto* goal = findById(plan.goals, benefit.goal); goal && benefit.included == Included::Yes) score += goal->importance * benefit.influence;
    return score;
}

} // namespace

Figures figuresOf(const Calculation& calculation) {
    const Plan& plan = *calculation.plan;
    Figures figures;
    if (calculation.counts.empty()) return figures;
    for (const auto& counts : calculation.counts) {
        figures.years.push_back({counts});
        for (const auto& group : plan.userGroups)
            if (group.included == Included::Yes) figures.years.back().userHours += hoursOf(group, plan.assumptions, counts);
    }
    addPostings(calculation, figures);

    for (auto& year : figures.years) {
        figures.direct += year.direct;
        figures.indirect += year.indirect;
        figures.capital += year.capital;
        figures.operating += year.operating;
        figures.annualised += year.annualised;
        year.perStudent = per(year.nominal, year.students);
        year.perDevice = per(year.nominal, year.devices);
        year.perUser = per(year.nominal, year.users());
        year.perClient = per(year.nominal, year.clients);
    }
    const auto rate = plan.assumptions.discountRate.value_or(Rate()).fraction();
    static_cast<Totals&>(figures) = totalsOf(figures.years, &YearFigures::nominal, &YearFigures::presentValue, rate);
    figures.budget = totalsOf(figures.years, &YearFigures::direct, &YearFigures::directPresentValue, rate);
    figures.perStudentYear = perYear(
        figures, [](const YearFigures& year) { return year.students; }, false);
    figures.perUserYear = perYear(
        figures, [](const YearFigures& year) { return year.users(); }, false);
    figures.perDeviceYear = perYear(
        figures, [](const YearFigures& year) { return year.devices; }, true);
    figures.perClientYear = perYear(
        figures, [](const YearFigures& year) { return year.clients; }, true);
    figures.benefitScore = benefitScoreOf(plan);
    return figures;
}

} // namespace tco
