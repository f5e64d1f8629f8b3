// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"
#include "tco/finance/time_value.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// 100 units of $400 under a financed purchase at 5% in four yearly payments in arrears; they are not replaced.
Plan financedPlan() {
    Plan plan = leasedPlan();
    plan.leases[0].contract = LeaseContract::FinancedPurchase;
    plan.leases[0].timing = PaymentTiming::Arrears;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    return plan;
}

} // namespace

TEST_CASE("A financed purchase is principal and interest to the cent, as a bank prints it") {
    Plan plan = financedPlan();
    // 40,000 × 0.05 ÷ (1 − 1.05^−4) = 11,280.47
    const std::vector<std::pair<int, int>> rows = {{9280'47, 2000'00}, {9744'49, 1535'98}, {10'231'72, 1048'75}, {10'743'32, 537'17}};
    for (int year = 0; year < 4; ++year) {
        CHECK(amountIn(plan, 2027 + year, Element::Principal) == Money::fromCents(rows[std::size_t(year)].first));
        CHECK(amountIn(plan, 2027 + year, Element::Interest) == Money::fromCents(rows[std::size_t(year)].second));
    }
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.byCategory[std::size_t(CostCategory::Financing)] == Money::fromCents(5121'90));
    CHECK(figures.capital == Money::fromDollars(40'000));
    CHECK(amountOf(plan, Element::Return) == Money()); // it is always kept

    plan.leases[0].timing = PaymentTiming::Advance;
    CHECK(amountIn(plan, 2027, Element::Interest) == Money()); // the first payment is all principal
    CHECK(amountIn(plan, 2027, Element::Principal) == Money::fromCents(10'743'31));
}

TEST_CASE("Principal sums to the price and interest to payments less price, for any rate, frequency and price") {
    CHECK(rc::check([] {
        Plan plan = financedPlan();
        plan.assetModels[0].unitPrice = Money::fromCents(*rc::gen::inRange(100, 100'000));
        auto& lease = plan.leases[0];
        lease.paymentsPerYear = *rc::gen::element(1, 2, 4, 12);
        lease.payments = *rc::gen::inRange(1, 5) * lease.paymentsPerYear;
        lease.timing = *rc::gen::element(PaymentTiming::Advance, PaymentTiming::Arrears);
        lease.annualRate = Rate::percent(Decimal(*rc::gen::inRange(-5, 30)));
        const bool byPayment = *rc::gen::arbitrary<bool>();
        if (byPayment) {
            lease.pricing = LeasePricing::PaymentPerDevice;
            lease.paymentPerDevice = plan.assetModels[0].unitPrice.dollars() * Decimal::of("1.1") / Decimal(lease.payments);
        }
        const auto price = plan.assetModels[0].unitPrice * 100;
        RC_ASSERT(amountOf(plan, Element::Principal) == price);
        if (!byPayment) return;
        const auto payment = Money::rounded(*lease.paymentPerDevice * Decimal(100)).value();
        RC_ASSERT(amountOf(plan, Element::Interest) == payment * lease.payments - price);
    }));
}

TEST_CASE("Where the residual is worth more than the price, the lessor still pays nothing") {
    Plan plan = leasedPlan();
    auto& terms = plan.leases[0];
    terms.pricing = LeasePricing::InterestRate;
    terms.contract = GENERATE(LeaseContract::FairMarketValue, LeaseContract::SinglePayment);
    terms.annualRate = Rate::percent(-10);
    terms.residual = Rate::percent(98);
    CHECK(amountOf(plan, Element::Lease) == Money());
}

TEST_CASE("A lease without a rate of its own takes the district’s borrowing rate") {
    Plan plan = financedPlan();
    plan.leases[0].annualRate.reset();
    CHECK(hasFinding(plan, "lease_without_price"));
    plan.assumptions.borrowingRate = Rate::percent(5);
    CHECK(amountIn(plan, 2027, Element::Interest) == Money::fromDollars(2000));
}

TEST_CASE("A single payment is the price less the residual, discounted where it bears interest") {
    Plan plan = leasedPlan();
    auto& terms = plan.leases[0];
    terms.contract = LeaseContract::SinglePayment;
    terms.annualRate.reset();
    terms.residual = Rate::percent(18);
    terms.termMonths = 36;
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromDollars(32'800)); // 40,000 × 82%
    CHECK(amountIn(plan, 2028, Element::Lease) == Money());
    CHECK(amountIn(plan, 2029, Element::Return) == Money::fromDollars(1000));
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromDollars(32'800)); // the next one
    terms.annualRate = Rate::percent(6);
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromCents(33'983'36)); // 40,000 − 7,200 × 1.005^−36
}

TEST_CASE("Units can be rented on after the term, at a share of the last payment") {
    Plan plan = leasedPlan();
    auto& terms = plan.leases[0];
    terms.pricing = LeasePricing::PaymentPerDevice;
    terms.paymentPerDevice = Decimal(100);
    terms.payments = 2;
    terms.endOfTerm = LeaseEnd::Renew;
    terms.renewalMonths = 12;
    terms.renewalShare = Rate::percent(50);
    CHECK(amountIn(plan, 2028, Element::Lease) == Money::fromDollars(10'000));
    CHECK(amountIn(plan, 2029, Element::Lease) == Money::fromDollars(5000));
    CHECK(amountIn(plan, 2028, Element::Return) == Money());
    CHECK(amountIn(plan, 2029, Element::Return) == Money::fromDollars(1000));
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromDollars(10'000)); // replaced
}

TEST_CASE("Absurd contracts are calculated without falling over") {
    Plan plan = financedPlan();
    auto& terms = plan.leases[0];
    terms.pricing = LeasePricing::PaymentList;
    std::vector<Decimal> list(60, Decimal());
    list.back() = Decimal(10'000'000); // nothing for years, then a fortune: an implied rate beyond all reason
    terms.paymentList = list;
    terms.paymentsPerYear = 12;
    plan.assetModels[0].unitPrice = Money::fromCents(1);
    CHECK(amountOf(plan, Element::Principal) + amountOf(plan, Element::Interest) == Money::fromDollars(1'000'000'000)); // 100 units
    terms.annualRate = Rate::percent(50);
    terms.paymentsPerYear = 1;
    CHECK(calculate(plan, {})->counts.size() == 5);
}

TEST_CASE("A lease that runs on by itself says by when notice must be given") {
    Plan plan = leasedPlan(); // from Jul 1, 2026, for four years
    CHECK_FALSE(hasFinding(plan, "lease_notice"));
    plan.leases[0].noticeMonths = 6;
    plan.leases[0].evergreenMonths = 12;
    const auto calculation = calculate(plan, {});
    const auto found = std::ranges::find(calculation->findings, std::string_view("lease_notice"), &Finding::code);
    REQUIRE(found != calculation->findings.end());
    CHECK(found->message == "4 years: give notice by Dec 31, 2029, or the lease that begins on Jul 1, 2026 runs on for 12 months at the regular payment.");
    plan.leases[0].endOfTerm = LeaseEnd::Keep;
    CHECK_FALSE(hasFinding(plan, "lease_notice"));
}

TEST_CASE("Units can be bought at the end of the term and stay for their life") {
    Plan plan = leasedPlan();
    plan.assetModels[0].usefulLife = 5;
    plan.leases[0].endOfTerm = LeaseEnd::Buy;
    plan.leases[0].buyOut = Rate::percent(10);
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromCents(10'743'31));
    CHECK(amountIn(plan, 2031, Element::Acquire) == Money::fromDollars(4000));
    CHECK(amountIn(plan, 2031, Element::Lease) == Money());
    CHECK(amountOf(plan, Element::Return) == Money());
}

TEST_CASE("A lessor charges for a missing unit by the year of the lease; the price of a new one does not count") {
    Plan plan = leasedPlan();
    plan.assetModels[0].lossRate = Rate::percent(2);
    plan.assumptions.inflationDevices = Rate::percent(3);
    CHECK(amountIn(plan, 2028, Element::Loss) == Money::fromDollars(824)); // without a schedule: 2 units × $400 × 1.03
    plan.leases[0].missingCharge = Series<Money>({Money::fromDollars(300), Money::fromDollars(225), Money::fromDollars(150)});
    CHECK(amountIn(plan, 2027, Element::Loss) == Money::fromDollars(600));
    CHECK(amountIn(plan, 2028, Element::Loss) == Money::fromDollars(450));
    CHECK(amountIn(plan, 2029, Element::Loss) == Money::fromDollars(300));
    CHECK(amountIn(plan, 2030, Element::Loss) == Money::fromDollars(300)); // the last one holds on
    CHECK(amountIn(plan, 2031, Element::Loss) == Money::fromDollars(600)); // the first year of the next lease
}

TEST_CASE("A device service is shown as equipment, service and licenses, and the parts add up") {
    Plan plan = leasedPlan();
    auto& terms = plan.leases[0];
    terms.contract = LeaseContract::DeviceService;
    terms.pricing = LeasePricing::PaymentPerDevice;
    terms.paymentPerDevice = Decimal::of("9.99");
    terms.payments = 48;
    terms.paymentsPerYear = 12;
    terms.serviceShare = Rate::percent(25);
    terms.licenceShare = Rate::percent(10);
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.nominal == Money::fromDollars(999) * 60 + Money::fromDollars(1000)); // and the return after four years
    CHECK(amountIn(plan, 2027, Element::Support) == Money::fromDollars(2997));
    CHECK(amountIn(plan, 2027, Element::Licence) == Money::fromCents(1198'80));
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromCents(7792'20));
    CHECK(figures.byCategory[std::size_t(CostCategory::Services)] == Money::fromDollars(2997) * 5);
    CHECK(figures.byCategory[std::size_t(CostCategory::Software)] == Money::fromDollars(5994));
    plan.leases[0].licenceShare = Rate::percent(80);
    CHECK(hasFinding(plan, "shares_above_one"));
}

TEST_CASE("A list of payments per device is the number of payments, whatever the lease says beside it") {
    Plan plan = leasedPlan();
    plan.leases[0].pricing = LeasePricing::PaymentList;
    plan.leases[0].payments = 9;
    plan.leases[0].paymentList = Series<Decimal>({Decimal(50), Decimal::of("100.125"), Decimal(100)});
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromDollars(5000));
    CHECK(amountIn(plan, 2028, Element::Lease) == Money::fromCents(10'012'50));
    CHECK(amountIn(plan, 2029, Element::Lease) == Money::fromDollars(10'000));
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromDollars(5000)); // the next lease
}

TEST_CASE("Payments that do not add up to the total in the quote are named, rounding is not") {
    Plan plan = leasedPlan();
    plan.leases[0].quotedTotal = Money::fromCents(42'973'24); // 4 × 10,743.31
    CHECK_FALSE(hasFinding(plan, "total_mismatch"));
    plan.leases[0].quotedTotal = Money::fromCents(42'973'26);
    CHECK_FALSE(hasFinding(plan, "total_mismatch"));
    plan.leases[0].quotedTotal = Money::fromCents(42'975'24);
    CHECK(hasFinding(plan, "total_mismatch"));
}

TEST_CASE("A list of payments that does not fit its rate is named") {
    Plan plan = financedPlan();
    auto& terms = plan.leases[0];
    terms.pricing = LeasePricing::PaymentList;
    terms.paymentList = Series<Decimal>(std::vector<Decimal>(4, Decimal::of("112.8047"))); // at 5% in arrears
    CHECK_FALSE(hasFinding(plan, "payments_do_not_fit_rate"));
    terms.annualRate = Rate::percent(Decimal::of("5.004")); // quoted as 5.00%
    CHECK_FALSE(hasFinding(plan, "payments_do_not_fit_rate"));
    terms.annualRate = Rate::percent(6);
    CHECK(hasFinding(plan, "payments_do_not_fit_rate"));
    terms.annualRate = Rate::percent(5);
    terms.timing = PaymentTiming::Advance;
    CHECK(hasFinding(plan, "payments_do_not_fit_rate"));
}
