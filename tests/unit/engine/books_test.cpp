// SPDX-License-Identifier: Apache-2.0

// Contracts and assets of a plan in the books. The figures are those of finance-rules.md §1.6, read through a plan: L2 (El
// Paso), L3 (Kendall County) and L10 (a subscription with implementation cost).

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "plan_builder.hpp"
#include "tco/engine/books.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// One contract of so many dollars a payment, for one unit.
Plan contractPlan(int dollars, int payments, PaymentTiming timing, LeaseContract contract = LeaseContract::FairMarketValue) {
    Plan plan = leasedPlan();
    plan.cohorts[0].quantity = 1;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    auto& terms = plan.leases[0];
    terms.contract = contract;
    terms.pricing = LeasePricing::PaymentPerDevice;
    terms.paymentPerDevice = Decimal(dollars);
    terms.payments = payments;
    terms.timing = timing;
    terms.annualRate = Rate::percent(4);
    terms.returnCost = Money();
    return plan;
}

struct Told {
    std::shared_ptr<const Calculation> calculation;
    Books books;
    std::vector<ReconciliationYear> years;

    explicit Told(const Plan& plan) : calculation(calculate(plan, {})), books(booksOf(*calculation)), years(reconciliationOf(*calculation, books)) {}
    Money in(View view, int year, Element element) const { return books.in(view).ledger.sum({.year = FiscalYear{year}, .element = element}).nominal; }
    Money closing(int year, Balance balance) const { return years[std::size_t(year - 2027)].closing(balance); }
    bool has(std::string_view code) const {
        return std::ranges::any_of(books.findings, [&](const Finding& f) { return f.code == code; });
    }
};

Agreement subscription() {
    return {.id = AgreementId{60},
            .name = "Student information system",
            .kind = AgreementKind::Software,
            .start = Date::of(2026, 7, 1),
            .amount = Decimal(20'000),
            .escalator = Rate(),
            .setup = Money::fromDollars(3'000),
            .commitmentMonths = 24};
}

} // namespace

TEST_CASE("El Paso: three payments of 200,000 in arrears at 4%") {
    const Told told(contractPlan(200'000, 3, PaymentTiming::Arrears));
    REQUIRE(told.books.contracts.size() == 1);
    CHECK(told.books.contracts[0].treatment == Treatment::Lease);
    CHECK(told.in(View::Fund, 2027, Element::ContractAsset) == Money::fromCents(555'018'21));
    CHECK(told.in(View::Fund, 2027, Element::Proceeds) == Money::fromCents(-555'018'21));
    CHECK(told.in(View::Fund, 2027, Element::Principal) == Money::fromCents(177'799'28)); // published 177,799; exact 177,799.27
    CHECK(told.in(View::Fund, 2027, Element::Interest) == Money::fromCents(22'200'72));
    CHECK(told.closing(2027, Balance::LeaseLiability) == Money::fromCents(377'218'93));
    CHECK(told.closing(2028, Balance::LeaseLiability) == Money::fromCents(192'307'69));
    CHECK(told.closing(2029, Balance::LeaseLiability).isZero());
    CHECK(told.closing(2029, Balance::RightToUse).isZero());
    CHECK(told.in(View::GovernmentWide, 2027, Element::Depreciation) == Money::fromCents(185'006'07));
}

TEST_CASE("Kendall County: the payment at inception is part of the outlay, not of the liability") {
    const Told told(contractPlan(610'000, 3, PaymentTiming::Advance));
    CHECK(told.in(View::Fund, 2027, Element::ContractAsset) == Money::fromCents(1'760'517'75));
    CHECK(told.in(View::Fund, 2027, Element::Proceeds) == Money::fromCents(-1'150'517'75));
    CHECK(told.in(View::Fund, 2027, Element::Principal).isZero());
    CHECK(told.in(View::Fund, 2028, Element::Principal) == Money::fromCents(563'979'29));
    CHECK(told.in(View::Fund, 2028, Element::Interest) == Money::fromCents(46'020'71));
    // The interest of the first year is accrued: its payment falls on the first day of the next.
    CHECK(told.in(View::GovernmentWide, 2027, Element::Interest) == Money::fromCents(46'020'71));
    CHECK(told.closing(2027, Balance::AccruedInterest) == Money::fromCents(46'020'71));
    for (const int year : {2027, 2028, 2029}) CHECK(told.in(View::GovernmentWide, year, Element::Depreciation) == Money::fromCents(586'839'25));
}

TEST_CASE("A subscription with implementation cost: 42,230.77 of asset, 19,230.77 still owed after the first payment") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.assumptions.borrowingRate = Rate::percent(4);
    plan.agreements = {subscription()};
    plan.agreements[0].end = Date::of(2028, 6, 30);
    const Told told(plan);
    REQUIRE(told.books.contracts.size() == 1);
    CHECK(told.books.contracts[0].treatment == Treatment::Subscription);
    CHECK(told.in(View::Fund, 2027, Element::ContractAsset) == Money::fromCents(42'230'77));
    CHECK(told.in(View::Fund, 2027, Element::Proceeds) == Money::fromCents(-19'230'77));
    CHECK(told.in(View::Fund, 2028, Element::Interest) == Money::fromCents(769'23));
    CHECK(told.in(View::GovernmentWide, 2027, Element::Depreciation) == Money::fromCents(21'115'39)); // exact 21,115.385
    CHECK(told.in(View::GovernmentWide, 2028, Element::Depreciation) == Money::fromCents(21'115'38));

    plan.agreements[0].setupStage = SetupStage::Preliminary; // is an expense
    CHECK(Told(plan).in(View::Fund, 2027, Element::ContractAsset) == Money::fromCents(39'230'77));
    CHECK(Told(plan).in(View::GovernmentWide, 2027, Element::Deploy) == Money::fromDollars(3'000));
}

TEST_CASE("Only a commitment makes a subscription a liability, and what follows it is another one") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.assumptions.borrowingRate = Rate::percent(4);
    plan.agreements = {subscription()};
    CHECK(Told(plan).books.contracts.size() == 3); // 2027–2028, 2029–2030, and one that outlives the plan
    CHECK(!Told(plan).closing(2031, Balance::SubscriptionLiability).isZero());

    plan.agreements[0].commitmentMonths.reset();
    CHECK(Told(plan).books.contracts.empty());
    CHECK(Told(plan).in(View::GovernmentWide, 2027, Element::Subscription) == Money::fromDollars(20'000));

    plan.agreements[0].commitmentMonths = 12; // short-term
    CHECK(Told(plan).books.contracts.empty());
    plan.agreements[0].accounting.extensionMonths = 3; // the longest possible term counts, however likely
    CHECK(!Told(plan).books.contracts.empty());
}

TEST_CASE("A subscription that began before the plan opens it with what is owed by then") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.assumptions.borrowingRate = Rate::percent(4);
    plan.agreements = {subscription()};
    plan.agreements[0].start = Date::of(2025, 7, 1);
    plan.agreements[0].end = Date::of(2027, 6, 30);
    const Told told(plan);
    CHECK(told.years[0].opening[std::size_t(Balance::SubscriptionLiability)] == Money::fromCents(19'230'77));
    CHECK(told.in(View::Fund, 2027, Element::Principal) == Money::fromCents(19'230'77));
    CHECK(told.in(View::Fund, 2027, Element::ContractAsset).isZero());
    CHECK(told.closing(2027, Balance::SubscriptionAsset).isZero());
}

TEST_CASE("Ownership that passes makes a financed purchase, short terms an expense, and a person may say otherwise") {
    Plan plan = contractPlan(1'000, 4, PaymentTiming::Advance);
    CHECK(Told(plan).books.contracts.at(0).treatment == Treatment::Lease);
    plan.leases[0].endOfTerm = LeaseEnd::Keep;
    CHECK(Told(plan).books.contracts.at(0).treatment == Treatment::FinancedPurchase);
    CHECK(!Told(plan).closing(2027, Balance::CapitalAsset).isZero());
    CHECK(!Told(plan).closing(2027, Balance::FinancedLiability).isZero());
    plan.leases[0].accounting.treatment = Treatment::Expense;
    CHECK(Told(plan).books.contracts.empty());
    plan.leases[0].accounting.treatment = Treatment::ByTheRules;
    plan.leases[0].endOfTerm = LeaseEnd::Return;
    plan.leases[0].accounting.cancellableBy = Party::Both;
    plan.leases[0].accounting.cancellableAfter = 6;
    plan.leases[0].accounting.cancelNotice = 1;
    const Told told(plan);
    CHECK(told.books.contracts.empty());
    CHECK(told.in(View::GovernmentWide, 2028, Element::Lease) == Money::fromDollars(1'000));
}

TEST_CASE("What is bought is a capital asset by unit or by group, else an expense") {
    Plan plan = smallPlan(); // 100 Chromebooks at $400, four years
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    CHECK(Told(plan).in(View::GovernmentWide, 2027, Element::SmallEquipment) == Money::fromDollars(40'000));
    CHECK(Told(plan).closing(2027, Balance::CapitalAsset).isZero());

    plan.assumptions.capitalizeGroup = Money::fromDollars(40'000);
    const Told byGroup(plan);
    CHECK(byGroup.in(View::Fund, 2027, Element::Acquire) == Money::fromDollars(40'000));
    for (const int year : {2027, 2028, 2029, 2030}) CHECK(byGroup.in(View::GovernmentWide, year, Element::Depreciation) == Money::fromDollars(10'000));
    CHECK(byGroup.closing(2030, Balance::CapitalAsset).isZero());

    plan.assumptions.capitalizeGroup.reset();
    plan.assumptions.capitalizeUnit = Money::fromDollars(400);
    plan.assumptions.depreciation = DepreciationStart::HalfYear;
    CHECK(Told(plan).in(View::GovernmentWide, 2027, Element::Depreciation) == Money::fromDollars(5'000));
}

TEST_CASE("A disposal before the end of life is a loss of book value less proceeds") {
    Plan plan = smallPlan();
    plan.assumptions.capitalizeGroup = Money::fromDollars(40'000);
    plan.cohorts[0].lastDay = Date::of(2028, 6, 30);
    plan.assetModels[0].resale = Series<Rate>(Rate::percent(25));
    const Told told(plan); // sold on July 1, 2028: book value 20,000, proceeds 10,000
    CHECK(told.in(View::GovernmentWide, 2029, Element::DisposalResult) == Money::fromDollars(10'000));
    CHECK(told.in(View::Fund, 2029, Element::Recover) == Money::fromDollars(-10'000));
    CHECK(told.closing(2029, Balance::CapitalAsset).isZero());
}

TEST_CASE("A debt stays in the books although its units are below the threshold") {
    Plan plan = contractPlan(0, 4, PaymentTiming::Arrears, LeaseContract::FinancedPurchase);
    plan.leases[0].pricing = LeasePricing::InterestRate;
    plan.cohorts[0].quantity = 100;
    const Told told(plan);
    CHECK(told.in(View::Fund, 2027, Element::SmallEquipment) == Money::fromDollars(40'000));
    CHECK(told.in(View::Fund, 2027, Element::Proceeds) == Money::fromDollars(-40'000));
    CHECK(told.in(View::GovernmentWide, 2027, Element::SmallEquipment) == Money::fromDollars(40'000));
    CHECK(!told.closing(2027, Balance::FinancedLiability).isZero());
    CHECK(told.closing(2030, Balance::FinancedLiability).isZero());
}

TEST_CASE("Interest of a loan that is paid on the last day of the year is not accrued at its end") {
    Plan plan = contractPlan(0, 4, PaymentTiming::Arrears, LeaseContract::FinancedPurchase);
    plan.leases[0].pricing = LeasePricing::InterestRate;
    plan.cohorts[0].quantity = 100;
    const Told told(plan); // 40,000 at 4%
    CHECK(told.closing(2027, Balance::AccruedInterest).isZero());
    CHECK(told.in(View::GovernmentWide, 2027, Element::Interest) == Money::fromDollars(1'600));
    CHECK(told.closing(2030, Balance::AccruedInterest).isZero());

    plan.leases[0].timing = PaymentTiming::Advance; // then that of the next payment, on the day after, has run
    CHECK(!Told(plan).closing(2027, Balance::AccruedInterest).isZero());
    CHECK(Told(plan).closing(2030, Balance::AccruedInterest).isZero());
}

TEST_CASE("Service in a payment is an expense, and only the rest is leased") {
    Plan plan = contractPlan(1'000, 4, PaymentTiming::Advance);
    plan.leases[0].serviceShare = Rate::percent(20);
    const Told told(plan);
    CHECK(told.in(View::GovernmentWide, 2028, Element::Support) == Money::fromDollars(200));
    CHECK(told.books.contracts.at(0).schedule.rows.at(0).payment == Money::fromDollars(800));
}

TEST_CASE("Fees and deployment are part of the asset, incentives are not") {
    Plan plan = contractPlan(1'000, 4, PaymentTiming::Advance);
    const auto bare = Told(plan).books.contracts.at(0).schedule.asset;
    plan.leases[0].fee = Money::fromDollars(100);
    plan.leases[0].incentive = Money::fromDollars(30);
    plan.assetModels[0].deployment = Money::fromDollars(20);
    CHECK(Told(plan).books.contracts.at(0).schedule.asset == bare + Money::fromDollars(90));
}

TEST_CASE("Without a rate a contract is not discounted, and the books say so") {
    Plan plan = contractPlan(1'000, 4, PaymentTiming::Arrears);
    plan.leases[0].annualRate.reset();
    const Told told(plan);
    CHECK(told.has("no_book_rate"));
    CHECK(told.books.contracts.at(0).schedule.liability == Money::fromDollars(4'000));
}
