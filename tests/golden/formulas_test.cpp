// SPDX-License-Identifier: Apache-2.0

// The worked examples of docs/formulas.md that no other golden test holds.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "support/samples.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/finance/time_value.hpp"
#include "tco/money/text.hpp"

using namespace tco;

namespace {

Money dollars(std::string_view text) { return parseMoney(text).value(); }

bool hasPosting(const Calculation& calculation, const PostingFilter& filter, std::string_view amount) {
    const auto found = calculation.ledger.find(filter);
    return std::ranges::any_of(found, [&](std::size_t index) { return calculation.ledger.at(index).amount == dollars(amount); });
}

} // namespace

TEST_CASE("docs/formulas.md: present value of $100,000 in the fourth plan year at 4%") {
    const auto rate = Decimal::of("0.04");
    const auto worth = [](const Decimal& factor) { return Money::rounded(Decimal(100'000) * factor).value(); };
    CHECK(worth(finance::discountFactor(rate, 3)) == dollars("88899.64"));
    CHECK(worth(finance::discountFactor(rate, Decimal::of("3.5"))) == dollars("87173.27"));
    CHECK(worth(finance::discountFactor(rate, 4)) == dollars("85480.42"));
    const int days = daysBetween(Date::of(2026, 7, 1), Date::of(2029, 9, 15));
    CHECK(days == 1172);
    CHECK(worth(finance::discountFactor(rate, Decimal(days) / Decimal(365))) == dollars("88167.12"));
}

TEST_CASE("docs/formulas.md: annuity factors and a lease rate factor") {
    const auto rate = Decimal::of("0.0156");
    CHECK(finance::annuityFactor(rate, 4, finance::Due::InArrears).rounded(6) == Decimal::of("3.848738"));
    CHECK(finance::annuityFactor(rate, 4, finance::Due::InAdvance).rounded(6) == Decimal::of("3.908778"));
    CHECK(finance::levelPayment(Decimal(1), Decimal::of("0.18"), Decimal::of("0.05"), 3, finance::Due::InAdvance).rounded(5) == Decimal::of("0.29534"));
}

TEST_CASE("docs/formulas.md: Fairmont’s purchases, repairs, labor and break-even") {
    const auto plan = test::samplePlan("suburban");
    const auto comparison = compare(plan, defaultScenarios(plan));
    const auto& buy = comparison.scenarios[0];
    const auto& lease = comparison.scenarios[1];

    const Money inPlanYearOne = dollars("390") * 3030;
    CHECK(Money::rounded(inPlanYearOne.dollars() * finance::growth(Decimal::of("0.03"), 4)) == dollars("1330013.76"));
    Money purchases;
    for (const auto& cohort : plan.cohorts)
        if (cohort.model.value == 1)
            purchases +=
                buy.calculation->ledger.sum({.year = FiscalYear{2031}, .element = Element::Acquire, .item = ItemRef{Kind::Cohort, cohort.id.value}}).nominal;
    CHECK(std::abs((purchases - dollars("1330013.76")).cents()) <= 1); // three postings, each rounded

    const ItemRef highSchool{Kind::Cohort, 1}, technician{Kind::Position, 6};
    CHECK(hasPosting(*buy.calculation, {.year = FiscalYear{2027}, .element = Element::Repair, .item = highSchool}, "14329.97"));
    CHECK(hasPosting(*buy.calculation, {.year = FiscalYear{2029}, .item = technician}, "59782.59"));
    CHECK(hasPosting(*buy.calculation, {.year = FiscalYear{2029}, .item = technician}, "27387.26"));

    CHECK(lease.calculation->ledger.sum({.element = Element::Lease}).presentValue == dollars("2194545.02"));
    const auto breakEven = breakEvenPayment(buy, lease).value();
    CHECK(breakEven.factor.rounded(6) == Decimal::of("0.989795"));
    CHECK(breakEven.breakEven == dollars("304983.78"));
    CHECK(breakEven.breakEvenPerUnit.rounded(2) == Decimal::of("100.65"));
    CHECK(breakEven.quotedPerUnit.rounded(2) == Decimal::of("101.69"));
}
