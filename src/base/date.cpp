// SPDX-License-Identifier: Apache-2.0
#include "tco/base/date.hpp"

#include <array>
#include <cassert>
#include <cctype>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace tco {
namespace {

constexpr std::array<std::string_view, 12> monthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number(std::string_view text, std::size_t minDigits, std::size_t maxDigits) {
    if (text.size() < minDigits || text.size() > maxDigits) return {};
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return {};
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

struct Parts {
    int year, month, day;
};

std::optional<Parts> isoParts(std::string_view t) {
    if (t.size() != 10 || t[4] != '-' || t[7] != '-') return {};
    const auto y = number(t.substr(0, 4), 4, 4), m = number(t.substr(5, 2), 2, 2), d = number(t.substr(8, 2), 2, 2);
    if (!y || !m || !d) return {};
    return Parts{*y, *m, *d};
}

std::optional<Parts> usParts(std::string_view t) {
    const auto a = t.find('/');
    const auto b = a == t.npos ? t.npos : t.find('/', a + 1);
    if (b == t.npos) return {};
    const auto m = number(t.substr(0, a), 1, 2), d = number(t.substr(a + 1, b - a - 1), 1, 2), y = number(t.substr(b + 1), 4, 4);
    if (!y || !m || !d) return {};
    return Parts{*y, *m, *d};
}

std::optional<Parts> wordParts(std::string_view t) { // "Jul 1, 2026"
    const auto space = t.find(' ');
    const auto comma = t.find(',');
    if (space == t.npos || comma == t.npos || comma < space) return {};
    const auto d = number(trimmed(t.substr(space + 1, comma - space - 1)), 1, 2), y = number(trimmed(t.substr(comma + 1)), 4, 4);
    if (!d || !y) return {};
    for (int m = 0; m < 12; ++m)
        if (t.substr(0, space) == monthNames[std::size_t(m)]) return Parts{*y, m + 1, *d};
    return {};
}

} // namespace

Date Date::of(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    assert(ymd.ok());
    return Date(std::chrono::sys_days(ymd));
}

Expected<Date> Date::parse(std::string_view text) {
    const auto t = trimmed(text);
    auto parts = isoParts(t);
    if (!parts) parts = usParts(t);
    if (!parts) parts = wordParts(t);
    if (!parts) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a date; write it like 2026-07-01 or 7/1/2026.", text));
    const std::chrono::year_month_day ymd{std::chrono::year(parts->year), std::chrono::month(unsigned(parts->month)), std::chrono::day(unsigned(parts->day))};
    if (!ymd.ok()) return fail(ErrorCode::InvalidInput, fmt::format("The date “{}” does not exist.", text));
    if (parts->year < 1900 || parts->year > 2199) return fail(ErrorCode::InvalidInput, fmt::format("The date “{}” is outside the years 1900 to 2199.", text));
    return Date(std::chrono::sys_days(ymd));
}

Date Date::addMonths(int months) const {
    const auto target = std::chrono::year_month(ymd().year(), ymd().month()) + std::chrono::months(months);
    const auto last = std::chrono::year_month_day_last(target.year(), std::chrono::month_day_last(target.month())).day();
    const auto day = std::min(ymd().day(), last);
    return Date(std::chrono::sys_days(std::chrono::year_month_day(target.year(), target.month(), day)));
}

Date Date::endOfMonth() const {
    const auto d = ymd();
    return Date(std::chrono::sys_days(std::chrono::year_month_day_last(d.year(), std::chrono::month_day_last(d.month()))));
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::display() const { return fmt::format("{} {}, {}", monthNames[std::size_t(month() - 1)], day(), year()); }

std::string FiscalYear::shortLabel() const { return fmt::format("FY{:02}", value % 100); }

FiscalCalendar::FiscalCalendar(int startMonth, std::optional<int> changeYear, std::optional<int> newStartMonth) {
    const auto isMonth = [](int month) { return month >= 1 && month <= 12; };
    m_startMonth = isMonth(startMonth) ? startMonth : 7;
    m_newStartMonth = newStartMonth && isMonth(*newStartMonth) ? *newStartMonth : m_startMonth;
    if (m_newStartMonth != m_startMonth) m_changeYear = changeYear;
}

FiscalYear FiscalCalendar::yearOf(Date date) const {
    FiscalYear year{date.year()};
    if (!m_changeYear) return m_startMonth > 1 && date.month() >= m_startMonth ? year + 1 : year;
    while (firstDay(year + 1) <= date) year = year + 1; // at most twice: a year in which the start month changes can be long
    while (firstDay(year) > date) year = year + (-1);
    return year;
}

Date FiscalCalendar::firstDay(FiscalYear year) const {
    const int month = startMonthOf(year);
    return Date::of(month == 1 ? year.value : year.value - 1, month, 1);
}

int FiscalCalendar::monthsBetween(FiscalYear from, FiscalYear to) const {
    const Date a = firstDay(from), b = firstDay(to);
    return 12 * (b.year() - a.year()) + b.month() - a.month();
}

std::string FiscalCalendar::fullLabel(FiscalYear year) const {
    const auto from = firstDay(year), to = lastDay(year);
    return fmt::format("FY{} ({} {} – {} {})", year.value, monthNames[std::size_t(from.month() - 1)], from.year(), monthNames[std::size_t(to.month() - 1)],
                       to.year());
}

} // namespace tco
