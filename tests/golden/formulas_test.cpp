// SPDX-License-Identifier: Apache-2.0

// The worked examples of docs/formulas.md that no other golden test holds.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "support/samples.hpp"
#include "tco/engine/break_even.hpp"
#include "tco/engine/coverage.hpp"
#include "tco/engine/lease_quotes.hpp"
#include "tco/engine/waterfall.hpp"
#include "tco/finance/time_value.hpp"
#include "tco/money/text.hpp"

using namespace tco;

namespace {

Money dollars(std::string_view text) { return parseMoney(text).value(); }

bool hasPosting(const ComparedScenario& scenario, const PostingFilter& filter, std::string_view amount) {
    const auto& ledger = scenario.calculation->ledger;
    return std::ranges::any_of(ledger.find(filter), [&](std::size_t index) { return ledger.at(index).amount == dollars(amount); });
}

PostingFilter in(int year, Kind kind, RawId id, std::optional<Element> element = {}) {
    return {.year = FiscalYear{year}, .element = element, .item = ItemRef{kind, id}};
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

TEST_CASE("docs/formulas.md: Fairmont’s purchases and break-even") {
    const auto plan = test::samplePlan("suburban");
    const auto comparison = compare(plan, defaultScenarios(plan));
    const auto& buy = comparison.scenarios[0];
    const auto& lease = comparison.scenarios[1];

    const Money inPlanYearOne = dollars("390") * 3030;
    CHECK(Money::rounded(inPlanYearOne.dollars() * finance::growth(Decimal::of("0.03"), 4)) == dollars("1330013.76"));
    Money purchases;
    for (const auto& cohort : plan.cohorts)
        if (cohort.model.value == 1) purchases += buy.calculation->ledger.sum(in(2031, Kind::Cohort, cohort.id.value, Element::Acquire)).nominal;
    CHECK(std::abs((purchases - dollars("1330013.76")).cents()) <= 1); // three postings, each rounded

    CHECK(lease.calculation->ledger.sum({.element = Element::Lease}).presentValue == dollars("2194545.02"));
    CHECK(lease.presentValueDifference == -dollars("49900.83"));
    const auto breakEven = breakEvenPayment(buy, lease).value();
    CHECK(breakEven.quoted == dollars("308128.28"));
    CHECK(breakEven.factor.rounded(6) == Decimal::of("1.022739"));
    CHECK(breakEven.breakEven == dollars("315134.68"));
    CHECK(breakEven.breakEvenPerUnit.rounded(2) == Decimal::of("104.00"));
    CHECK(breakEven.quotedPerUnit.rounded(2) == Decimal::of("101.69"));
}

TEST_CASE("docs/formulas.md: Fairmont’s running costs, agreements, staff, incidents and user time") {
    const auto plan = test::samplePlan("suburban");
    const auto comparison = compare(plan, defaultScenarios(plan));
    const auto& buy = comparison.scenarios[0];
    CHECK(hasPosting(buy, in(2027, Kind::Cohort, 1, Element::Repair), "6687.32"));
    CHECK(hasPosting(buy, in(2027, Kind::Cohort, 27, Element::Energy), "4004.00"));
    CHECK(hasPosting(comparison.scenarios[1], in(2028, Kind::Cohort, 1, Element::Loss), "5375.10"));
    CHECK(hasPosting(buy, in(2031, Kind::Cohort, 1, Element::Recover), "-33930.00"));
    CHECK(hasPosting(buy, in(2029, Kind::Agreement, 4), "16390.91"));
    CHECK(hasPosting(buy, in(2029, Kind::Agreement, 6), "50820.00"));
    CHECK(hasPosting(comparison.scenarios[4], in(2029, Kind::Agreement, 2), "17746.08"));
    CHECK(hasPosting(comparison.scenarios[4], in(2029, Kind::Agreement, 9), "85000.00"));
    CHECK(hasPosting(buy, in(2027, Kind::Incident, 1), "14800.00"));
    for (const auto* amount : {"17934.78", "41847.81", "8216.18", "19171.08"}) CHECK(hasPosting(buy, in(2029, Kind::Position, 6), amount));
    CHECK(hasPosting(buy, in(2027, Kind::UserGroup, 1, Element::UserTraining), "138762.73"));
    CHECK(hasPosting(buy, in(2027, Kind::UserGroup, 1, Element::Downtime), "531923.80"));
    const auto& cut = *comparison.scenarios[3].calculation;
    CHECK(Decimal(cut.counts[1].devices) / cut.counts[1].supportFte > Decimal(2580));
    CHECK(hasPosting(comparison.scenarios[3], in(2028, Kind::UserGroup, 1, Element::Downtime), "590895.56"));
}

TEST_CASE("docs/formulas.md: figures of Fairmont, buying") {
    const auto plan = test::samplePlan("suburban");
    const auto comparison = compare(plan, defaultScenarios(plan));
    const auto& figures = comparison.scenarios[0].figures;
    CHECK(figures.nominal == dollars("36532393.63"));
    CHECK(figures.presentValue == dollars("30713176.88"));
    CHECK(figures.equivalentAnnual == dollars("4561761.58"));
    CHECK(figures.averagePerYear == dollars("4566549.20"));
    CHECK(figures.direct == dollars("22234562.67"));
    CHECK(figures.indirect == dollars("14297830.96"));
    CHECK(figures.capital == dollars("7463420.17"));
    CHECK(figures.operating == dollars("14771142.50"));
    CHECK(figures.annualised == dollars("36144706.28"));
    CHECK(figures.peakYear == FiscalYear{2031});
    CHECK(figures.riseYear == FiscalYear{2031});
    CHECK(figures.largestRise == dollars("1146812.59"));
    CHECK(figures.perStudentYear == dollars("888.87"));
    CHECK(figures.perUserYear == dollars("783.96"));
    CHECK(figures.perDeviceYear == dollars("631.96"));
    CHECK(figures.perClientYear == dollars("714.86"));
    CHECK(figures.years[0].userHours == Decimal(73'848));
    CHECK(figures.benefitScore == Decimal(96));
    CHECK(comparison.scenarios[5].figures.benefitScore == Decimal(152));
}

TEST_CASE("docs/formulas.md: Fairmont’s three lease quotes and what leaving them costs") {
    const auto plan = test::samplePlan("suburban");
    const auto quotes = compareQuotes(plan, plan.assetModels[0], 3030);
    REQUIRE(quotes.size() == 3);
    CHECK(quotes[0].presentValue == dollars("1139193.83"));
    CHECK(quotes[0].worstCase == dollars("1425997.48"));
    CHECK(quotes[1].presentValue == dollars("1004016.64"));
    CHECK(quotes[1].worstCase == dollars("1345504.29"));
    CHECK(quotes[2].presentValue == dollars("1195656.16"));
    CHECK(quotes[2].worstCase == dollars("1262854.15"));
    CHECK(quotes[1].rank == 1); // three years instead of four
    CHECK(quotes[2].worstRank == 1);
    const auto exits = leaseExits(plan, plan.assetModels[0], plan.leases[1], 3030);
    CHECK(exits[0].earlyReturn == dollars("378270.68"));
    CHECK_FALSE(exits[0].nonAppropriation);
}

TEST_CASE("docs/formulas.md: Fairmont’s causes, break-even values and coverage") {
    const auto plan = test::samplePlan("suburban");
    const auto comparison = compare(plan, defaultScenarios(plan));
    const auto& buy = comparison.scenarios[0];
    const auto steps = waterfall(*buy.calculation, *comparison.scenarios[5].calculation).steps;
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].cause == Cause::Agreements);
    CHECK(steps[0].nominal == dollars("1407046.56"));
    CHECK(steps[1].cause == Cause::Security);
    CHECK(steps[1].nominal == -dollars("65803.27"));

    const auto values = breakEvens(buy, comparison.scenarios[1]);
    const auto rate = std::ranges::find(values, BreakEvenKind::DiscountRate, &BreakEven::kind);
    REQUIRE(rate != values.end());
    CHECK(rate->value == Value(Rate::percent(Decimal::of("2.4"))));
    CHECK_FALSE(rate->secondIsCheaperBelow);

    const auto coverage = coverageOf(*buy.calculation);
    CHECK(coverage.byConfidence[std::size_t(Confidence::Guess)] == dollars("27935215.60"));
    CHECK(coverage.byConfidence[std::size_t(Confidence::Estimate)] == dollars("11147025.54"));
}
