// SPDX-License-Identifier: Apache-2.0

// Two published cases, to the cent, through the whole calculation.

#include <catch2/catch_all.hpp>

#include "support/samples.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/money/text.hpp"

using namespace tco;

namespace {

Money dollars(std::string_view text) { return parseMoney(text).value(); }

Comparison compareSample(const Plan& plan) { return compare(plan, defaultScenarios(plan)); }

} // namespace

// https://esb.crowleyisdtx.org/public_itemview.aspx?ItemId=7755&mtgId=992
TEST_CASE("Crowley ISD 2020: four payments of $255,465.90, $1,021,863.60 in all") {
    const auto plan = test::samplePlan("crowley-2020");
    const auto comparison = compareSample(plan);
    REQUIRE(comparison.scenarios.size() == 1);
    const auto& [calculation, figures, nominalDifference, presentValueDifference, yearly, byCategory] = comparison.scenarios.front();

    REQUIRE(calculation->ledger.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto posting = calculation->ledger.at(i);
        CHECK(posting.amount == dollars("255465.90"));
        CHECK(posting.element == Element::Lease);
        CHECK(posting.year.value == 2021 + int(i));
    }
    CHECK(figures.nominal == dollars("1021863.60"));
    CHECK(figures.presentValue == figures.nominal);
    CHECK(figures.perDeviceYear == dollars("51.09")); // $51.09 per device and year, published as $204.37 for four
    for (const auto& year : figures.years) CHECK(year.devices == 5000);
    CHECK(nominalDifference.isZero());
    CHECK(presentValueDifference.isZero());
    for (const auto difference : yearly) CHECK(difference.isZero());
    for (const auto difference : byCategory) CHECK(difference.isZero());
}

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/41079/Page1.aspx
TEST_CASE("Orange County 2016: $2,194,084 at 1.56% is $570,078.88 a year in arrears") {
    const auto plan = test::samplePlan("orange-county-2016");
    const auto comparison = compareSample(plan);
    REQUIRE(comparison.scenarios.size() == 2);
    const auto& cash = comparison.scenarios[0];
    const auto& bank = comparison.scenarios[1];

    CHECK(cash.figures.nominal == dollars("2194084.00"));
    CHECK(cash.figures.presentValue == dollars("2194084.00")); // paid on the first day of the plan

    REQUIRE(bank.calculation->ledger.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto posting = bank.calculation->ledger.at(i);
        CHECK(posting.amount == dollars("570078.88"));
        CHECK(posting.year.value == 2017 + int(i));
        CHECK(posting.date == Date::of(2017 + int(i), 6, 30));
    }
    CHECK(bank.figures.nominal == dollars("2280315.52"));
    CHECK(bank.nominalDifference == dollars("86231.52")); // the interest

    // At the rate of the financing both cost the same, but for payments that fall on the last day of a year
    // instead of the first of the next, and for the leap year.
    const auto gap = bank.presentValueDifference.cents();
    CHECK(std::abs(gap) < 100'00);
    const auto breakEven = breakEvenPayment(cash, bank);
    REQUIRE(breakEven);
    CHECK(breakEven->quoted == dollars("570078.88"));
    CHECK(std::abs((breakEven->breakEven - breakEven->quoted).cents()) < 100'00);
    CHECK(breakEven->units == 8300);
}
