// SPDX-License-Identifier: Apache-2.0

// Contracts and purchases that boards have published, through the whole calculation. Left out: B2, B5, B10, B12 (no complete
// numbers), B21 (the article does not say what its $25,000 is); B13 and B15 are pure schedules (published_schedules_test.cpp,
// published_cash_flows_test.cpp).

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "case_plan.hpp"
#include "support/samples.hpp"
#include "tco/engine/comparison.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Comparison compareSample(const Plan& plan) { return compare(plan, defaultScenarios(plan)); }

std::vector<Money> yearly(const Calculation& calculation, Element element) {
    std::vector<Money> amounts;
    for (const auto& counts : calculation.counts) amounts.push_back(calculation.ledger.sum({.year = counts.year, .element = element}).nominal);
    return amounts;
}
std::vector<Money> yearly(const Plan& plan, Element element) { return yearly(*calculate(plan, {}), element); }

/// The message of a finding; empty when there is none.
std::string messageOf(const Plan& plan, std::string_view code) {
    const auto calculation = calculate(plan, {});
    const auto found = std::ranges::find(calculation->findings, code, &Finding::code);
    return found == calculation->findings.end() ? std::string() : found->message;
}

} // namespace

// https://esb.crowleyisdtx.org/public_itemview.aspx?ItemId=7755&mtgId=992
TEST_CASE("B9, T4, Crowley ISD 2020: four payments of $255,465.90, $1,021,863.60 in all") {
    const auto comparison = compareSample(samplePlan("crowley-2020"));
    REQUIRE(comparison.scenarios.size() == 1);
    const auto& [calculation, figures, nominalDifference, presentValueDifference, yearlyDifference, byCategory] = comparison.scenarios.front();

    REQUIRE(calculation->ledger.size() == 4); // no cash price was published, so no interest shows
    for (std::size_t i = 0; i < 4; ++i) {
        const auto posting = calculation->ledger.at(i);
        CHECK(posting.amount == dollars("255465.90"));
        CHECK(posting.element == Element::Principal);
        CHECK(posting.year.value == 2021 + int(i));
    }
    CHECK(figures.nominal == dollars("1021863.60"));
    CHECK(figures.presentValue == figures.nominal);
    CHECK(figures.capital == figures.nominal);
    CHECK(figures.perDeviceYear == dollars("51.09")); // $51.09 per device and year, published as $204.37 for four
    for (const auto& year : figures.years) CHECK(year.devices == 5000);
    CHECK(nominalDifference.isZero());
    CHECK(presentValueDifference.isZero());
    for (const auto difference : yearlyDifference) CHECK(difference.isZero());
    for (const auto difference : byCategory) CHECK(difference.isZero());
}

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/41079/Page1.aspx
TEST_CASE("B1, Orange County 2016: $2,194,084 at 1.56% is $570,078.88 a year in arrears, $86,231.52 of it interest") {
    const auto comparison = compareSample(samplePlan("orange-county-2016"));
    REQUIRE(comparison.scenarios.size() == 2);
    const auto& cash = comparison.scenarios[0];
    const auto& bank = comparison.scenarios[1];

    CHECK(cash.figures.nominal == dollars("2194084.00"));
    CHECK(cash.figures.presentValue == dollars("2194084.00")); // paid on the first day of the plan

    CHECK(yearly(*bank.calculation, Element::Principal) == std::vector{dollars("535851.17"), dollars("544210.45"), dollars("552700.13"), dollars("561322.25")});
    CHECK(yearly(*bank.calculation, Element::Interest) == std::vector{dollars("34227.71"), dollars("25868.43"), dollars("17378.75"), dollars("8756.63")});
    for (std::size_t i = 0; i < bank.calculation->ledger.size(); ++i) {
        const auto date = bank.calculation->ledger.at(i).date;
        CHECK(date == Date::of(date.year(), 6, 30));
    }
    for (const auto& year : bank.figures.years) CHECK(year.nominal == dollars("570078.88"));
    CHECK(bank.figures.nominal == dollars("2280315.52"));
    CHECK(bank.nominalDifference == dollars("86231.52"));
    CHECK(bank.figures.byCategory[std::size_t(CostCategory::Financing)] == dollars("86231.52"));

    // At the rate of the financing both cost the same, but for payments that fall on the last day of a year
    // instead of the first of the next, and for the leap year.
    CHECK(std::abs(bank.presentValueDifference.cents()) < 100'00);
}

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/62696/Page3.aspx
TEST_CASE("B3, Orange County 2020: the payments alone give the bank’s schedule, and the cash share comes on top") {
    Plan plan = casePlan(2021, 4);
    auto& financed = addUnits(plan, 9000, dollars("501.87"), 4);
    financed.purchaseTotal = dollars("3000000");
    addLease(plan, financed, LeaseContract::FinancedPurchase, "85.67966", 4).timing = PaymentTiming::Arrears; // 771,116.94 ÷ 9,000
    // The printed interest of the third year is a cent more than payment less principal.
    CHECK(yearly(plan, Element::Principal) == std::vector{dollars("737516.94"), dollars("745777.13"), dollars("754129.84"), dollars("762576.09")});
    const auto figures = figuresOf(plan);
    for (const auto& year : figures.years) CHECK(year.nominal == dollars("771116.94"));
    CHECK(figures.nominal == dollars("3084467.76"));
    CHECK(figures.byCategory[std::size_t(CostCategory::Financing)] == dollars("84467.76"));

    addUnits(plan, 1, dollars("1516816.75"), 4);
    CHECK(figuresOf(plan).capital == dollars("4516816.75"));
}

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/72514/Page1.aspx
TEST_CASE("B4, Orange County 2024: the printed total is $2.00 more than its payments, and a finding says so") {
    Plan plan = casePlan(2025, 4);
    auto& agreement = addAgreement(plan, AgreementKind::DeviceContract, AgreementBasis::Total, "0");
    agreement.start = plan.firstDay();
    agreement.paymentList = Series<Money>(std::vector<Money>(4, dollars("848595.87")));
    agreement.quotedTotal = dollars("3394385.48");
    auto& units = addUnits(plan, 6800, {}, 4);
    units.acquisition = CohortAcquisition::Agreement;
    units.agreement = agreement.id;
    const auto figures = figuresOf(plan);
    CHECK(figures.nominal == dollars("3394383.48"));
    CHECK(figures.perDeviceYear == dollars("124.79")); // a quarter of $499.17
    CHECK(messageOf(plan, "total_mismatch").ends_with("the payments add up to $3,394,383.48, but the quote says $3,394,385.48; the difference is $2.00."));
    plan.agreements[0].quotedTotal = dollars("3394383.48");
    CHECK(messageOf(plan, "total_mismatch").empty());

    // The same as a lease-purchase of the units.
    Plan lease = casePlan(2025, 4);
    auto& terms = addLease(lease, addUnits(lease, 6800, dollars("499.17"), 4), LeaseContract::FinancedPurchase, "124.793510", 4);
    CHECK(figuresOf(lease).nominal == dollars("3394383.48"));
    terms.quotedTotal = dollars("3394385.48");
    CHECK(messageOf(lease, "total_mismatch").ends_with("the difference is $2.00."));
}

// https://www.tnonline.com/20210615/lehighton-eyes-chromebook-buy/
TEST_CASE("B6, Lehighton 2021: the saving of the first year is not one of every year") {
    Plan lease = casePlan(2022, 3);
    addLease(lease, addUnits(lease, 450, {}, 3), LeaseContract::FairMarketValue, "540", 3);
    Plan buy = casePlan(2022, 3);
    addUnits(buy, 450, dollars("255"), 3); // $540 less the saving of $285
    const auto leased = figuresOf(lease), bought = figuresOf(buy);
    CHECK(leased.years[0].nominal - bought.years[0].nominal == dollars("128250")); // printed as $128,000
    // Printed as $384,000, three times the first year; but the purchase is paid once and the lease three times.
    CHECK(leased.nominal - bought.nominal == dollars("614250"));
}

// https://cusd200public.ic-board.com/com/print_item.aspx?eId=6K0IiO+a19A%3D&itemId=8459
TEST_CASE("B7, CUSD 200: a fair-market-value lease of $616,037.95 costs $26,478.05 more than the price, and the laptops go back") {
    Plan plan = casePlan(2015, 4);
    auto& units = addUnits(plan, 1, dollars("616037.95"), 4);
    auto& lease = addLease(plan, units, LeaseContract::FairMarketValue, "160629", 4);
    const auto figures = figuresOf(plan);
    for (const auto& year : figures.years) CHECK(year.nominal == dollars("160629"));
    CHECK(figures.nominal == dollars("642516"));
    CHECK(figures.operating == figures.nominal);
    lease.pricing = LeasePricing::RateFactor;
    lease.rateFactor = Decimal::of("0.26075"); // rounded to five digits, so to about a dollar
    CHECK(std::abs((figuresOf(plan).years[0].nominal - dollars("160629")).cents()) < 4'00);
}

// https://cusd200public.ic-board.com/public_itemview.aspx?ItemId=qomQgzK874A%3D&mtgId=yhNPDRRjBSk%3D
TEST_CASE("B8, T5, CUSD 200 2025: four payments of $503,118.80") {
    Plan plan = casePlan(2026, 4);
    addLease(plan, addUnits(plan, 1, dollars("2012475.20"), 4), LeaseContract::FinancedPurchase, "503118.80", 4);
    CHECK(figuresOf(plan).nominal == dollars("2012475.20"));
}

// https://centraljersey.com/2018/08/21/freehold-borough-schools-will-acquire-computers-through-lease-purchase/
TEST_CASE("B11, Freehold Borough 2018: devices and two licenses in one payment, and a total that was rounded") {
    Plan plan = casePlan(2019, 4);
    addUnits(plan, 190, {}, 4).acquisition = CohortAcquisition::Agreement;
    const auto add = [&](AgreementKind kind, std::string_view payment) {
        auto& agreement = addAgreement(plan, kind, AgreementBasis::Total, "0");
        agreement.start = plan.firstDay();
        agreement.paymentList = Series<Money>(std::vector<Money>(4, dollars(payment)));
    };
    add(AgreementKind::DeviceContract, "18210");
    add(AgreementKind::Software, "1290");
    add(AgreementKind::Software, "479");
    plan.cohorts[0].agreement = AgreementId{1};
    const auto figures = figuresOf(plan);
    for (const auto& year : figures.years) CHECK(year.nominal == dollars("19979"));
    CHECK(figures.byCategory[std::size_t(CostCategory::Software)] == dollars("7076"));
    CHECK(figures.nominal == dollars("79916")); // printed as $79,919
    CHECK(figures.perDeviceYear == dollars("105.15"));
    plan.agreements[0].paymentList = Series<Money>(std::vector<Money>(4, dollars("19979")));
    plan.agreements[0].quotedTotal = dollars("79919");
    CHECK(messageOf(plan, "total_mismatch").ends_with("the difference is $3.00."));
}

// https://www.archboldbuckeye.com/articles/ipad-lease-okayed-by-school-board/
TEST_CASE("B14, Archbold 2012: 360 iPads for three payments of $71,274.94") {
    Plan plan = casePlan(2013, 3);
    auto& units = addUnits(plan, 360, {}, 3);
    auto& lease = addLease(plan, units, LeaseContract::FairMarketValue, "0", 3);
    lease.pricing = LeasePricing::RateFactor;
    lease.rateFactor = Decimal(1) / Decimal(3);
    units.purchaseTotal = dollars("213824.82");
    const auto figures = figuresOf(plan);
    for (const auto& year : figures.years) CHECK(year.nominal == dollars("71274.94"));
    CHECK(figures.nominal == dollars("213824.82"));
    CHECK(figures.perDeviceYear == dollars("197.99")); // a third of $593.96
}

// https://salisburypost.com/2023/01/20/commissioners-ok-funds-for-purchasing-school-apple-devices-explain-reasoning
TEST_CASE("B16, Rowan-Salisbury 2023: $11.5 million at 0%, less $3.3 million for the old fleet, which a year later brings $1.0 million less") {
    Plan plan = casePlan(2024, 3);
    auto& fleet = addUnits(plan, 22'460, {}, 3); // 20,060 iPads, 1,900 MacBook Air, 500 Apple TV
    fleet.purchaseTotal = dollars("11500000");
    auto& lease = addLease(plan, fleet, LeaseContract::FinancedPurchase, "1", 3);
    lease.pricing = LeasePricing::InterestRate;
    lease.annualRate = Rate();
    auto& old = addUnits(plan, 1, {}, 3);
    old.inService = Date::of(2020, 7, 1);
    old.purchaseTotal = dollars("10000000"); // made up; what the sale brings by age is the case
    plan.assetModels[1].resale = Series<Rate>({Rate(), Rate(), Rate::percent(33), Rate::percent(23)});
    const auto figures = figuresOf(plan);
    CHECK(figures.nominal == dollars("8200000"));
    CHECK(figures.byElement[std::size_t(Element::Recover)] == -dollars("3300000"));
    plan.cohorts[1].extraYears = 1;
    CHECK(figuresOf(plan).nominal == dollars("9200000"));
}

// https://mdcoastdispatch.com/2020/02/20/county-schools-moving-to-apple-products/
TEST_CASE("B17, Worcester County 2020: $650,000, then three times $875,000") {
    const auto figures = compareSample(samplePlan("worcester-2020")).scenarios.front().figures;
    CHECK(figures.years[0].nominal == dollars("650000"));
    for (int year = 1; year < 4; ++year) CHECK(figures.years[std::size_t(year)].nominal == dollars("875000"));
    CHECK(figures.nominal == dollars("3275000"));
    CHECK(figures.largestRise == dollars("225000"));
    CHECK(figures.riseYear.value == 2022);
}

// http://perkinslevy.org/content/cost-apple-lease-annual-hardware-cost-229000
TEST_CASE("B18, T6, Perkins 2012: less a trade-in and the elementary share, kept four years instead of three") {
    Plan plan = casePlan(2013, 4);
    addUnits(plan, 1, dollars("1279280"), 4); // $1,479,280 less $200,000
    auto& old = addUnits(plan, 1, {}, 4);
    old.inService = Date::of(2008, 7, 1);
    old.purchaseTotal = dollars("363000");
    plan.assetModels[1].resale = Rate(1);
    CHECK(figuresOf(plan).nominal == dollars("916280"));        // printed as $916,000
    CHECK(figuresOf(plan).averagePerYear == dollars("229070")); // printed as $229,000
    plan.district.horizon = 3;
    CHECK(figuresOf(plan).averagePerYear == dollars("305426.67"));
}

// https://www.teqlease.com/counter-budget-fiscal-cliff-issues-and-technology-obsolescence-with-a-single-pay-fmv-equipment-lease/
TEST_CASE("B19, TEQlease: one payment of $164,000, and the resale at which buying for $200,000 costs the same") {
    Plan plan = casePlan(2021, 4); // the sale falls on the first day of the fourth year
    plan.assumptions.discountTiming = DiscountTiming::YearStart;
    auto& units = addUnits(plan, 1, dollars("200000"), 3);
    auto& lease = addLease(plan, units, LeaseContract::SinglePayment, "0", 1);
    lease.pricing = LeasePricing::InterestRate;
    lease.residual = Rate::percent(18);
    lease.termMonths = 36;
    CHECK(figuresOf(plan).nominal == dollars("164000"));
    for (const auto& [percent, resale] : {std::pair(3, 39'338), std::pair(4, 40'495), std::pair(5, 41'675)}) {
        plan.assumptions.discountRate = Rate::percent(percent);
        plan.cohorts[0].acquisition = CohortAcquisition::Lease;
        const auto leased = figuresOf(plan).presentValue;
        plan.cohorts[0].acquisition = CohortAcquisition::Purchase;
        plan.assetModels[0].resale = Rate(Decimal(resale) / Decimal(200'000));
        CHECK(std::abs((figuresOf(plan).presentValue - leased).cents()) < 1'00);
    }
}

// https://www.courant.com/news/connecticut/hc-xpm-1997-04-10-9704100649-story.html
TEST_CASE("B20, Connecticut 1997: the finance charge of 371 computers buys 63 more") {
    Plan plan = casePlan(1998, 1);
    addUnits(plan, 371, dollars("235.74"), 4);
    CHECK(figuresOf(plan).nominal == dollars("87459.54"));
    Plan buy = casePlan(1998, 1);
    addUnits(buy, 63, dollars("1275"), 4);
    CHECK(figuresOf(buy).nominal == dollars("80325")); // printed as about $80,000
}
