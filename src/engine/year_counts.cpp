// SPDX-License-Identifier: Apache-2.0
#include "year_counts.hpp"

#include "head_counts.hpp"

namespace tco {
namespace {

void countUnits(const CohortLife& life, const FiscalCalendar& calendar, std::span<const Date> lastDays, std::vector<YearCounts>& years) {
    const auto type = life.model->type;
    const bool isDevice = categoryOf(type) == AssetCategory::Devices;
    for (const auto& generation : life.generations) {
        if (generation.startsInPlan) years[std::size_t(calendar.yearOf(generation.start) - years.front().year)].refreshed += generation.units;
        for (std::size_t y = 0; y < years.size(); ++y) {
            auto& counts = years[y];
            if (generation.start > lastDays[y] || generation.end <= lastDays[y]) continue;
            counts.units += generation.units;
            if (isDevice) counts.devices += generation.units;
            if (isClient(type)) counts.clients += generation.units;
            if (type == AssetType::StudentDevice) counts.studentDevices += generation.units;
            if (type == AssetType::Printer || type == AssetType::Display) counts.peripherals += generation.units;
            if (type == AssetType::Server) counts.servers += generation.units;
        }
    }
}

/// Adds the full-time equivalents of a position, by days of the year.
void countPosition(const Position& position, const FiscalCalendar& calendar, std::vector<YearCounts>& years) {
    if (!isUsable(position)) return;
    for (auto& counts : years) {
        const Date firstDay = calendar.firstDay(counts.year), nextYear = calendar.firstDay(counts.year + 1);
        const Date from = std::max(firstDay, position.start.value_or(firstDay));
        const Date until = position.end ? std::min(nextYear, position.end->addDays(1)) : nextYear;
        if (from >= until) continue;
        Decimal fte = position.fte;
        if (from != firstDay || until != nextYear) fte *= Decimal(daysBetween(from, until)) / Decimal(daysBetween(firstDay, nextYear));
        counts.technologyFte += fte;
        const auto support = position.share(LabourFunction::HelpDesk).fraction() + position.share(LabourFunction::Devices).fraction() +
                             std::max(position.share(LabourFunction::Unassigned).fraction(), Decimal());
        counts.supportFte += fte * std::min(support, Decimal(1));
    }
}

} // namespace

std::vector<YearCounts> yearCounts(const Plan& plan, std::span<const CohortLife> fleet) {
    const auto calendar = plan.calendar();
    const HeadCounts people(plan);
    std::vector<YearCounts> years;
    std::vector<Date> lastDays;
    for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
        const auto heads = people.in(year);
        years.push_back({.year = year, .students = heads.students, .staff = heads.staff, .teachers = heads.teachers});
        lastDays.push_back(calendar.lastDay(year));
    }
    for (const auto& life : fleet) countUnits(life, calendar, lastDays, years);
    for (const auto& position : plan.positions) countPosition(position, calendar, years);
    return years;
}

} // namespace tco
