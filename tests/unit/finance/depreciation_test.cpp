// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/depreciation.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

using enum DepreciationConvention;
using Texts = std::vector<std::string>;

Texts depreciationOf(const std::vector<DepreciationYear>& years) {
    Texts texts;
    for (const auto& year : years) texts.push_back(canonical(year.depreciation));
    return texts;
}

Texts bookValuesOf(const std::vector<DepreciationYear>& years) {
    Texts texts;
    for (const auto& year : years) texts.push_back(display(year.bookValueEnd));
    return texts;
}

const FiscalCalendar schoolYear(7);
const Date july = Date::of(2026, 7, 1), october = Date::of(2026, 10, 20);
const Money salvage;

} // namespace

TEST_CASE("L14: 28,771 over three years (Nakisa)") {
    // https://nakisa.com/finance/gasb-87-calculation-and-accounting-example-part-2
    const auto years = depreciate(Money::fromDollars(28'771), salvage, 36, july, Monthly, schoolYear);
    CHECK(bookValuesOf(years) == Texts{"$19,181", "$9,590", "$0"});
    for (const auto& year : years) CHECK(display(year.depreciation) == "$9,590");
}

TEST_CASE("DEP-09: rounding what is used up, 10,000 over three years") {
    CHECK(depreciationOf(depreciate(Money::fromDollars(10'000), salvage, 36, july, Monthly, schoolYear)) == Texts{"3333.33", "3333.34", "3333.33"});
}

TEST_CASE("The conventions differ in the first and the last year") {
    const auto cost = Money::fromDollars(4000), rest = Money::fromDollars(400);
    CHECK(depreciationOf(depreciate(cost, rest, 36, october, Monthly, schoolYear)) == Texts{"900.00", "1200.00", "1200.00", "300.00"});
    CHECK(depreciationOf(depreciate(cost, rest, 36, october, HalfYear, schoolYear)) == Texts{"600.00", "1200.00", "1200.00", "600.00"});
    CHECK(depreciationOf(depreciate(cost, rest, 36, october, FullYear, schoolYear)) == Texts{"1200.00", "1200.00", "1200.00"});
}

TEST_CASE("What is sold earlier stops there, and its gain is the price less the book value") {
    const auto cost = Money::fromDollars(3600);
    const Date sold = Date::of(2028, 2, 10);                                                                               // in FY2028
    CHECK(depreciationOf(depreciate(cost, salvage, 36, october, Monthly, schoolYear, sold)) == Texts{"900.00", "700.00"}); // October to January
    CHECK(depreciationOf(depreciate(cost, salvage, 36, october, HalfYear, schoolYear, sold)) == Texts{"600.00", "600.00"});
    CHECK(depreciationOf(depreciate(cost, salvage, 36, october, FullYear, schoolYear, sold)) == Texts{"1200.00", "0.00"});
    CHECK(canonical(bookValueAt(cost, salvage, 36, october, Monthly, schoolYear, sold)) == "2000.00");
    CHECK(canonical(bookValueAt(cost, salvage, 36, october, FullYear, schoolYear, Date::of(2036, 1, 1))) == "0.00");
    CHECK(canonical(Money::fromDollars(1500) - bookValueAt(cost, salvage, 36, october, Monthly, schoolYear, sold)) == "-500.00");
}

TEST_CASE("Depreciation sums to cost less salvage; with a sale, to cost less book value") {
    REQUIRE(rc::check([] {
        const auto cost = Money::fromCents(*rc::gen::inRange<std::int64_t>(1, 100'000'000'00));
        const auto rest = Money::fromCents(*rc::gen::inRange<std::int64_t>(0, cost.cents() + 1));
        const int life = *rc::gen::inRange(1, 240);
        const Date start = Date::of(2020, 1, 1).addDays(*rc::gen::inRange(0, 3000));
        const auto convention = *rc::gen::element(Monthly, HalfYear, FullYear);
        // Some districts move their fiscal year.
        const FiscalCalendar calendar(*rc::gen::inRange(1, 13), *rc::gen::inRange(2020, 2030), *rc::gen::inRange(1, 13));
        const auto sumOf = [](const std::vector<DepreciationYear>& years) {
            Money sum;
            for (const auto& year : years) {
                RC_ASSERT(!year.depreciation.isNegative());
                sum += year.depreciation;
            }
            return sum;
        };
        const auto years = depreciate(cost, rest, life, start, convention, calendar);
        RC_ASSERT(sumOf(years) == cost - rest);
        RC_ASSERT(years.back().bookValueEnd == rest);
        RC_ASSERT(years.front().year == calendar.yearOf(start));
        const Date sold = start.addDays(*rc::gen::inRange(0, 8000));
        const auto until = depreciate(cost, rest, life, start, convention, calendar, sold);
        RC_ASSERT(sumOf(until) == cost - bookValueAt(cost, rest, life, start, convention, calendar, sold));
    }));
}
