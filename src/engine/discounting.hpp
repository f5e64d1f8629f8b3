// SPDX-License-Identifier: Apache-2.0
#pragma once

// Present value at the first day of the plan, by the plan's convention: a cost falls at the start, the middle
// or the end of its fiscal year, or on its own date (actual days ÷ 365).

#include <unordered_map>
#include <vector>

#include "tco/finance/time_value.hpp"
#include "tco/model/plan.hpp"

namespace tco {

template <Number N> class Discounting {
  public:
    explicit Discounting(const Plan& plan)
        : m_rate(numberFrom<N>(plan.assumptions.discountRate.value_or(Rate()))), m_timing(plan.assumptions.discountTiming), m_firstDay(plan.firstDay()),
          m_firstYear(plan.firstYear()) {
        const auto calendar = plan.calendar();
        for (int year = 0; year < plan.district.horizon; ++year) {
            // In halves of a month, so that the middle of any year is a whole number of them.
            const int start = 2 * calendar.monthsBetween(m_firstYear, m_firstYear + year),
                      end = 2 * calendar.monthsBetween(m_firstYear, m_firstYear + year + 1);
            m_byYear.push_back(factorAfter(m_timing == DiscountTiming::YearStart ? start : m_timing == DiscountTiming::MidYear ? (start + end) / 2 : end));
        }
    }

    const N& factor(FiscalYear year, Date date) {
        if (m_timing != DiscountTiming::Dated) return m_byYear[std::size_t(year - m_firstYear)];
        const int days = daysBetween(m_firstDay, date);
        auto found = m_byDay.find(days);
        if (found == m_byDay.end()) found = m_byDay.emplace(days, finance::discountFactor(m_rate, N(days) / N(365))).first;
        return found->second;
    }

  private:
    N factorAfter(int halfMonths) const {
        constexpr int perYear = 24;
        if (halfMonths % perYear == 0) return finance::discountFactor(m_rate, halfMonths / perYear);
        return finance::discountFactor(m_rate, N(halfMonths) / N(perYear));
    }

    N m_rate;
    DiscountTiming m_timing;
    Date m_firstDay;
    FiscalYear m_firstYear;
    std::vector<N> m_byYear;
    std::unordered_map<int, N> m_byDay;
};

} // namespace tco
