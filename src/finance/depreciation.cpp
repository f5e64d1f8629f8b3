// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/depreciation.hpp"

#include <cassert>

namespace tco::finance {
namespace {

/// Months of service as a convention counts them.
class ServiceMonths {
  public:
    ServiceMonths(Date inService, DepreciationConvention convention, const FiscalCalendar& calendar)
        : m_inService(inService), m_convention(convention), m_calendar(calendar), m_first(calendar.yearOf(inService)) {}

    FiscalYear firstYear() const { return m_first; }
    Decimal untilEndOf(FiscalYear year) const {
        if (m_convention == DepreciationConvention::Monthly) return monthsTo(m_calendar.firstDay(year + 1));
        const Decimal whole = m_calendar.monthsBetween(m_first, year + 1);
        return m_convention == DepreciationConvention::FullYear ? whole : whole - halfOf(m_first);
    }
    Decimal untilDisposal(Date day) const {
        if (m_convention == DepreciationConvention::Monthly) return monthsTo(day);
        const auto year = m_calendar.yearOf(day);
        const Decimal whole = m_calendar.monthsBetween(m_first, year);
        return m_convention == DepreciationConvention::FullYear ? whole : whole - halfOf(m_first) + halfOf(year);
    }

  private:
    int monthsTo(Date day) const { return 12 * (day.year() - m_inService.year()) + day.month() - m_inService.month(); }
    Decimal halfOf(FiscalYear year) const { return Decimal::of("0.5") * Decimal(m_calendar.monthsBetween(year, year + 1)); }

    Date m_inService;
    DepreciationConvention m_convention;
    const FiscalCalendar& m_calendar;
    FiscalYear m_first;
};

} // namespace

Money usedUp(Money amount, const Decimal& elapsed, const Decimal& life) {
    if (elapsed >= life) return amount;
    if (elapsed <= Decimal(0)) return {};
    const auto part = Money::rounded(amount.dollars() * elapsed / life);
    assert(part); // a part of an amount within bounds
    return *part;
}

std::vector<DepreciationYear> depreciate(Money cost, Money salvage, int lifeMonths, Date inService, DepreciationConvention convention,
                                         const FiscalCalendar& calendar, std::optional<Date> disposed) {
    assert(lifeMonths > 0);
    const ServiceMonths months(inService, convention, calendar);
    const Decimal life = lifeMonths;
    const Money depreciable = cost - salvage;
    std::vector<DepreciationYear> years;
    Money before;
    for (auto year = months.firstYear();; year = year + 1) {
        const bool goes = disposed && calendar.yearOf(*disposed) <= year;
        const auto elapsed = goes ? months.untilDisposal(*disposed) : months.untilEndOf(year);
        const Money sum = usedUp(depreciable, elapsed, life);
        years.push_back({year, sum - before, goes ? Money() : cost - sum});
        before = sum;
        if (goes || elapsed >= life) return years;
    }
}

Money bookValueAt(Money cost, Money salvage, int lifeMonths, Date inService, DepreciationConvention convention, const FiscalCalendar& calendar, Date disposed) {
    return cost - usedUp(cost - salvage, ServiceMonths(inService, convention, calendar).untilDisposal(disposed), Decimal(lifeMonths));
}

} // namespace tco::finance
