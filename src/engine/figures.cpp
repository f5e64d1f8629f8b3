// SPDX-License-Identifier: Apache-2.0

// Figures of one scenario: folds over its postings, and counts of units from the fleet's life.

#include <algorithm>

#include "fleet_life.hpp"
#include "tco/engine/calculation.hpp"
#include "tco/finance/time_value.hpp"

namespace tco {
namespace {

std::int64_t studentsIn(const Plan& plan, FiscalYear year) {
    const HeadCount* latest = nullptr;
    for (const auto& entry : plan.headCounts)
        if (entry.fiscalYear <= year.value && (!latest || entry.fiscalYear > latest->fiscalYear)) latest = &entry;
    return latest ? latest->students : 0;
}

std::optional<Money> per(Money amount, std::int64_t count) { return count > 0 ? Money::rounded(amount.dollars() / Decimal(count)) : std::nullopt; }

/// Adds units in service at each year's end, and units put into service, to the years.
void countUnits(const Plan& plan, std::vector<YearFigures>& years) {
    const auto calendar = plan.calendar();
    const FleetLives lives(plan);
    for (const auto& cohort : plan.cohorts) {
        const auto life = lives.of(cohort);
        if (!life) continue;
        for (const auto& generation : life->generations)
            for (auto& figures : years) {
                const Date lastDay = calendar.lastDay(figures.year);
                const bool inService = generation.start <= lastDay && generation.end > lastDay;
                if (inService && life->model->category == AssetCategory::Devices) figures.devices += cohort.quantity;
                if (generation.startsInPlan && calendar.yearOf(generation.start) == figures.year) figures.refreshed += cohort.quantity;
            }
    }
}

} // namespace

Figures figuresOf(const Calculation& calculation) {
    const Plan& plan = *calculation.plan;
    Figures figures;
    if (!isUsable(plan)) return figures;
    for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
        YearFigures entry;
        entry.year = year;
        entry.students = studentsIn(plan, year);
        figures.years.push_back(entry);
    }
    countUnits(plan, figures.years);

    for (std::size_t i = 0; i < calculation.ledger.size(); ++i) {
        const Posting posting = calculation.ledger.at(i);
        auto& year = figures.years[std::size_t(posting.year - plan.firstYear())];
        year.nominal += posting.amount;
        year.presentValue += posting.presentValue;
        year.byCategory[std::size_t(posting.category)] += posting.amount;
        figures.byCategory[std::size_t(posting.category)] += posting.amount;
        figures.byElement[std::size_t(posting.element)] += posting.amount;
        (posting.direct ? figures.direct : figures.indirect) += posting.amount;
        figures.nominal += posting.amount;
        figures.presentValue += posting.presentValue;
    }

    std::int64_t studentYears = 0, deviceYears = 0;
    bool studentsKnown = true;
    figures.peakYear = figures.years.front().year;
    figures.peak = figures.years.front().nominal;
    for (auto& year : figures.years) {
        year.perStudent = per(year.nominal, year.students);
        year.perDevice = per(year.nominal, year.devices);
        studentYears += year.students;
        deviceYears += year.devices;
        studentsKnown = studentsKnown && year.students > 0;
        if (year.nominal > figures.peak) {
            figures.peak = year.nominal;
            figures.peakYear = year.year;
        }
    }
    if (studentsKnown) figures.perStudentYear = per(figures.nominal, studentYears);
    figures.perDeviceYear = per(figures.nominal, deviceYears);

    const int count = plan.district.horizon;
    const auto rate = plan.assumptions.discountRate.value_or(Rate()).fraction();
    figures.averagePerYear = Money::rounded(figures.nominal.dollars() / Decimal(count)).value_or(Money());
    figures.equivalentAnnual = Money::rounded(finance::equivalentAnnual(figures.presentValue.dollars(), rate, count)).value_or(Money());
    return figures;
}

} // namespace tco
