// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/break_even.hpp"
#include "tco/finance/cash_flow.hpp"

using namespace tco;
using namespace tco::test;

namespace {

std::vector<BreakEven> breakEvensOf(const Plan& plan) {
    const auto comparison = compare(plan, {buy, leaseScenario});
    return breakEvens(comparison.scenarios[0], comparison.scenarios[1]);
}

const BreakEven* find(const std::vector<BreakEven>& all, BreakEvenKind kind) {
    const auto found = std::ranges::find(all, kind, &BreakEven::kind);
    return found == all.end() ? nullptr : &*found;
}

/// Buy one for 30,000, or pay 8,000 at the end of each of four years: a payment at the end of a year is one at the start of the
/// next, so that the first of five in advance is zero.
Plan thirtyThousandOrFourTimesEight() {
    Plan plan = leaseOrBuyPlan();
    plan.assumptions.discountRate = Rate::percent(6);
    plan.assumptions.discountTiming = DiscountTiming::YearStart;
    plan.assetModels.front().unitPrice = Money::fromDollars(30'000);
    plan.cohorts.front().quantity = 1;
    plan.cohorts.front().refresh = RefreshPolicy::Retire;
    auto& terms = plan.leases.front();
    terms.pricing = LeasePricing::PaymentList;
    terms.paymentList = Series<Decimal>({Decimal(0), Decimal(8000), Decimal(8000), Decimal(8000), Decimal(8000)});
    terms.termMonths = 48;
    terms.returnCost = {};
    return plan;
}

} // namespace

// SEN-03: 30,000 against 8,000 × 4 in arrears at 6% is even at a residual of 2,877.38, that is 9.59%.
TEST_CASE("The residual at which buying for 30,000 equals four payments of 8,000") {
    const auto all = breakEvensOf(thirtyThousandOrFourTimesEight());
    const auto* residual = find(all, BreakEvenKind::Residual);
    REQUIRE(residual);
    CHECK(residual->field == FieldRef{{Kind::AssetModel, chromebook.value}, "resale"});
    CHECK(residual->value == Value(Series<Rate>(Rate::percent(Decimal::of("9.59")))));
    CHECK(isBlank(residual->entered));
    CHECK(residual->secondIsCheaperBelow); // with nothing to sell, leasing is cheaper
    const auto* price = find(all, BreakEvenKind::Price);
    REQUIRE(price);
    CHECK(price->value == Value(Money::fromCents(27'720'84)));
    CHECK(price->entered == Value(Money::fromDollars(30'000)));
    CHECK_FALSE(price->secondIsCheaperBelow);
    CHECK_FALSE(find(all, BreakEvenKind::LeasePayment)); // a list has not one payment to solve for
    CHECK_FALSE(find(all, BreakEvenKind::DamageRate));   // the same in both
}

// SEN-04: with a residual of 10,000 the discount rate that makes them equal is the internal rate of the difference.
TEST_CASE("The discount rate at which buying equals leasing is the internal rate of the difference") {
    Plan plan = thirtyThousandOrFourTimesEight();
    plan.assetModels.front().resale = Rate(Decimal(1) / Decimal(3));
    const auto all = breakEvensOf(plan);
    const auto* rate = find(all, BreakEvenKind::DiscountRate);
    REQUIRE(rate);
    const std::vector<Decimal> difference = {-30'000, 8'000, 8'000, 8'000, 18'000};
    const auto internal = finance::internalRates(finance::yearlyCashFlow(difference, finance::YearTiming::End));
    REQUIRE(internal.size() == 1);
    CHECK(std::get<Rate>(rate->value).fraction() == internal.front().rounded(4));
    CHECK_FALSE(rate->secondIsCheaperBelow); // the lease pays later: it wins at high rates
}

TEST_CASE("The payment, the rate factor and the rate of a lease that cost as much as buying") {
    Plan plan = leaseOrBuyPlan();
    plan.district.horizon = 8; // bought twice for 40,000; leased for eight payments
    auto& terms = plan.leases.front();
    terms.returnCost = {};
    terms.pricing = LeasePricing::PaymentPerDevice;
    terms.paymentPerDevice = 95;
    auto all = breakEvensOf(plan);
    const auto* payment = find(all, BreakEvenKind::LeasePayment);
    REQUIRE(payment);
    CHECK(payment->field == FieldRef{{Kind::Lease, lease.value}, "payment_per_device"});
    CHECK(payment->value == Value(Decimal(100)));
    CHECK(payment->entered == Value(Decimal(95)));
    CHECK(payment->secondIsCheaperBelow);
    CHECK_FALSE(find(all, BreakEvenKind::LeaseRate));

    const auto* years = find(all, BreakEvenKind::Years);
    REQUIRE(years);
    CHECK(years->entered == Value(std::int64_t(4)));
    CHECK(years->value == Value(std::int64_t(8))); // five to seven years still mean two purchases
    CHECK(years->secondIsCheaperBelow);

    terms.pricing = LeasePricing::RateFactor;
    terms.rateFactor = Decimal::of("0.24");
    all = breakEvensOf(plan);
    payment = find(all, BreakEvenKind::LeasePayment);
    REQUIRE(payment);
    CHECK(payment->value == Value(Decimal::of("0.25")));
    CHECK_FALSE(find(all, BreakEvenKind::Price)); // payments follow the price

    terms.pricing = LeasePricing::InterestRate;
    plan.assumptions.discountRate = Rate::percent(5);
    plan.assumptions.discountTiming = DiscountTiming::YearStart;
    terms.annualRate = Rate::percent(7);
    all = breakEvensOf(plan);
    const auto* rate = find(all, BreakEvenKind::LeaseRate);
    REQUIRE(rate);
    CHECK(rate->value == Value(Rate::percent(5))); // what money costs the district
    CHECK(rate->secondIsCheaperBelow);
}

TEST_CASE("The repair rate at which a protection plan pays for itself") {
    Plan plan = leaseOrBuyPlan();
    const ItemRef model{Kind::AssetModel, chromebook.value};
    plan.assetModels.front().repairRate = Rate::percent(12);
    plan.assetModels.front().repairPrice = Money::fromDollars(80);
    plan.overrides.clear();
    plan.overrides[{leaseScenario, {model, "support_yearly"}}] = Money::fromDollars(12);
    plan.overrides[{leaseScenario, {model, "repair_price"}}] = Money::fromDollars(20);
    const auto all = breakEvensOf(plan);
    const auto* damage = find(all, BreakEvenKind::DamageRate);
    REQUIRE(damage);
    CHECK(damage->value == Value(Series<Rate>(Rate::percent(20)))); // 80 x = 12 + 20 x
    CHECK_FALSE(damage->secondIsCheaperBelow);
}

TEST_CASE("Equal scenarios have no break-even") {
    Plan plan = leaseOrBuyPlan();
    plan.overrides.clear();
    CHECK(breakEvensOf(plan).empty());
}
