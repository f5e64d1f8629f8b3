// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain civil dates: no time of day, no time zone, no clock.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tco/base/expected.hpp"

namespace tco {

/// A civil date of the Gregorian calendar, 1900-01-01 to 2199-12-31 when it comes from input.
class Date {
  public:
    constexpr Date() = default; ///< 1970-01-01
    constexpr explicit Date(std::chrono::sys_days days) : m_days(static_cast<std::int32_t>(days.time_since_epoch().count())) {}

    /// The given day; the caller knows that it exists (literals, computed dates). Asserts otherwise.
    static Date of(int year, int month, int day);
    /// Reads "2026-07-01", "7/1/2026" (US order) or "Jul 1, 2026". Rejects days that do not exist.
    [[nodiscard]] static Expected<Date> parse(std::string_view text);

    int year() const { return int(ymd().year()); }
    int month() const { return int(unsigned(ymd().month())); }
    int day() const { return int(unsigned(ymd().day())); }
    std::int32_t daysSinceEpoch() const { return m_days; }

    Date addDays(int days) const { return Date(sysDays() + std::chrono::days(days)); }
    /// Same day of the month, `months` later (or earlier); clipped to the month's last day.
    Date addMonths(int months) const;
    Date endOfMonth() const;

    std::string iso() const;     ///< "2026-07-01"
    std::string display() const; ///< "Jul 1, 2026"

    friend auto operator<=>(const Date&, const Date&) = default;

  private:
    std::chrono::sys_days sysDays() const { return std::chrono::sys_days(std::chrono::days(m_days)); }
    std::chrono::year_month_day ymd() const { return std::chrono::year_month_day(sysDays()); }

    std::int32_t m_days = 0;
};

/// Days from `from` to `to` (negative when `to` is earlier).
inline int daysBetween(Date from, Date to) { return to.daysSinceEpoch() - from.daysSinceEpoch(); }

/// A fiscal year, named by the calendar year in which it ends (FY2027 = July 2026 to June 2027).
struct FiscalYear {
    int value = 0;

    std::string shortLabel() const; ///< "FY27"
    FiscalYear operator+(int years) const { return {value + years}; }
    friend int operator-(FiscalYear a, FiscalYear b) { return a.value - b.value; }
    friend auto operator<=>(const FiscalYear&, const FiscalYear&) = default;
};

/// Maps dates to fiscal years. `startMonth` 1–12; with 1 the fiscal year is the calendar year. Where a district moves its
/// fiscal year, `changeYear` begins in the old month and ends where the next year begins in `newStartMonth`: it is
/// shorter or longer than twelve months (Texas, https://tea.texas.gov/node/103799).
class FiscalCalendar {
  public:
    /// A month that does not exist (a damaged plan; validate() reports it) counts as July.
    explicit FiscalCalendar(int startMonth = 7, std::optional<int> changeYear = {}, std::optional<int> newStartMonth = {});

    FiscalYear yearOf(Date date) const;
    Date firstDay(FiscalYear year) const;
    Date lastDay(FiscalYear year) const { return firstDay(year + 1).addDays(-1); }
    /// Whole months from the first day of one year to that of another.
    int monthsBetween(FiscalYear from, FiscalYear to) const;
    /// "FY2027 (Jul 2026 – Jun 2027)"
    std::string fullLabel(FiscalYear year) const;

  private:
    int startMonthOf(FiscalYear year) const { return m_changeYear && year.value > *m_changeYear ? m_newStartMonth : m_startMonth; }

    int m_startMonth, m_newStartMonth;
    std::optional<int> m_changeYear;
};

} // namespace tco
