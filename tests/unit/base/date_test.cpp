// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/base/date.hpp"
#include "tco/base/id.hpp"

using namespace tco;

TEST_CASE("Dates as people write them") {
    CHECK(Date::parse("2026-07-01") == Date::of(2026, 7, 1));
    CHECK(Date::parse(" 7/1/2026 ") == Date::of(2026, 7, 1));
    CHECK(Date::parse("Jul 1, 2026") == Date::of(2026, 7, 1));
    for (const char* text :
         {"", "2026", "2026-13-01", "2026-02-29", "2/30/2026", "1899-12-31", "2200-01-01", "26-07-01", "7/1/26", "2026-7-1", "July", "a/b/cccc", "Jul , 2026"})
        CHECK_FALSE(Date::parse(text).has_value());
    CHECK(Date::parse("2027-02-29").error().message == "The date “2027-02-29” does not exist.");
}

TEST_CASE("Display and ISO text can be read back") {
    CHECK(rc::check([] {
        const Date date = Date::of(1900, 1, 1).addDays(*rc::gen::inRange(0, 109'000));
        RC_ASSERT(*Date::parse(date.iso()) == date);
        RC_ASSERT(*Date::parse(date.display()) == date);
    }));
}

TEST_CASE("Adding months keeps the day where it exists") {
    CHECK(Date::of(2027, 1, 31).addMonths(1) == Date::of(2027, 2, 28));
    CHECK(Date::of(2028, 1, 31).addMonths(1) == Date::of(2028, 2, 29));
    CHECK(Date::of(2026, 7, 1).addMonths(48) == Date::of(2030, 7, 1));
    CHECK(Date::of(2026, 7, 1).addMonths(-7) == Date::of(2025, 12, 1));
    CHECK(Date::of(2028, 2, 3).endOfMonth() == Date::of(2028, 2, 29));
}

TEST_CASE("Fiscal years are named by the year in which they end, whatever month they start in") {
    CHECK(FiscalCalendar(7).yearOf(Date::of(2026, 7, 1)) == FiscalYear{2027});
    CHECK(FiscalCalendar(7).yearOf(Date::of(2026, 6, 30)) == FiscalYear{2026});
    CHECK(FiscalCalendar(9).yearOf(Date::of(2026, 8, 31)) == FiscalYear{2026});
    CHECK(FiscalCalendar(10).yearOf(Date::of(2026, 10, 1)) == FiscalYear{2027});
    CHECK(FiscalCalendar(1).yearOf(Date::of(2026, 7, 1)) == FiscalYear{2026});
    CHECK(FiscalCalendar(13).yearOf(Date::of(2026, 7, 1)) == FiscalYear{2027}); // a damaged plan must not stop the program
    CHECK(FiscalCalendar(7).fullLabel({2027}) == "FY2027 (Jul 2026 – Jun 2027)");
    CHECK(rc::check([] {
        const FiscalCalendar calendar(*rc::gen::inRange(1, 13));
        const Date date = Date::of(1990, 1, 1).addDays(*rc::gen::inRange(0, 60'000));
        const auto year = calendar.yearOf(date);
        RC_ASSERT(calendar.firstDay(year) <= date);
        RC_ASSERT(date <= calendar.lastDay(year));
        RC_ASSERT(calendar.lastDay(year).addDays(1) == calendar.firstDay(year + 1));
    }));
}

TEST_CASE("A district that moves its fiscal year has one that is shorter or longer") {
    // https://tea.texas.gov/node/103799: from September to July the year between has ten months; back again it has fourteen.
    const FiscalCalendar toJuly(9, 2027, 7), toSeptember(7, 2027, 9);
    CHECK(toJuly.fullLabel({2027}) == "FY2027 (Sep 2026 – Jun 2027)");
    CHECK(toJuly.monthsBetween({2026}, {2027}) == 12);
    CHECK(toJuly.monthsBetween({2027}, {2028}) == 10);
    CHECK(toJuly.yearOf(Date::of(2027, 6, 30)) == FiscalYear{2027});
    CHECK(toJuly.yearOf(Date::of(2027, 7, 1)) == FiscalYear{2028});
    CHECK(toSeptember.monthsBetween({2027}, {2028}) == 14);
    CHECK(toSeptember.yearOf(Date::of(2027, 8, 31)) == FiscalYear{2027});
    CHECK(toSeptember.yearOf(Date::of(2027, 9, 1)) == FiscalYear{2028});
    CHECK(FiscalCalendar(7, 2027, 13).monthsBetween({2027}, {2028}) == 12); // a damaged plan must not stop the program
    CHECK(rc::check([] {
        const auto month = [] { return *rc::gen::inRange(1, 13); };
        const FiscalCalendar calendar(month(), *rc::gen::inRange(2000, 2040), month());
        const Date date = Date::of(1995, 1, 1).addDays(*rc::gen::inRange(0, 18'000));
        const auto year = calendar.yearOf(date);
        RC_ASSERT(calendar.firstDay(year) <= date);
        RC_ASSERT(date <= calendar.lastDay(year));
        RC_ASSERT(calendar.lastDay(year).addDays(1) == calendar.firstDay(year + 1));
        RC_ASSERT(calendar.monthsBetween(year, year + 1) > 0);
        RC_ASSERT(calendar.monthsBetween(year, year + 1) < 24);
    }));
}

TEST_CASE("Ids of two sessions do not clash and fit a double exactly") {
    IdSource a, b;
    const auto first = a.next();
    CHECK(a.next() == first + 1);
    CHECK(first != b.next());
    CHECK(first > 0);
    CHECK(first < maxRawId);
}
