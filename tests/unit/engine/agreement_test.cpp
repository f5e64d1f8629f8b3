// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// An agreement of $1,200 a year over the whole plan, and nothing else.
Plan agreementPlan() {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 1000, .staff = 120, .teachers = 70});
    plan.headCounts.push_back({.id = HeadCountId{2}, .fiscalYear = 2029, .students = 900, .staff = 110, .teachers = 65});
    plan.agreements.push_back({.id = AgreementId{60}, .name = "Contract", .amount = 1200});
    return plan;
}

Money costIn(const Plan& plan, int year) { return calculate(plan, {})->ledger.sum({.year = FiscalYear{year}}).nominal; }

/// Dates of the postings, in their order.
std::vector<Date> datesOf(const Plan& plan) {
    const auto calculation = calculate(plan, {});
    std::vector<Date> dates;
    for (std::size_t i = 0; i < calculation->ledger.size(); ++i) dates.push_back(calculation->ledger.at(i).date);
    return dates;
}

} // namespace

TEST_CASE("An agreement without growth costs its amount each year, however often and whenever it is paid") {
    CHECK(rc::check([] {
        Plan plan = agreementPlan();
        auto& agreement = plan.agreements[0];
        agreement.amount = Decimal(*rc::gen::inRange(0, 1'000'000));
        agreement.paymentsPerYear = *rc::gen::element(1, 2, 4, 12);
        agreement.timing = *rc::gen::element(PaymentTiming::Advance, PaymentTiming::Arrears);
        for (int year = 2027; year <= 2031; ++year) {
            const auto difference = costIn(plan, year) - Money::rounded(agreement.amount).value();
            RC_ASSERT(std::abs(difference.cents()) <= 6); // half a cent for each payment
        }
    }));
}

TEST_CASE("An amount per head follows the head count and covers a part of it") {
    Plan plan = agreementPlan();
    plan.agreements[0].amount = Decimal::of("25");
    plan.agreements[0].coverage = Rate::percent(60);
    const auto per = [&](AgreementBasis basis, int year) {
        plan.agreements[0].basis = basis;
        return costIn(plan, year);
    };
    CHECK(per(AgreementBasis::PerStudent, 2028) == Money::fromDollars(15'000)); // 1,000 × $25 × 60%
    CHECK(per(AgreementBasis::PerStudent, 2029) == Money::fromDollars(13'500));
    CHECK(per(AgreementBasis::PerStaff, 2027) == Money::fromDollars(1800));
    CHECK(per(AgreementBasis::PerUser, 2027) == Money::fromDollars(16'800));
    CHECK(per(AgreementBasis::PerSite, 2027) == Money()); // no sites
    plan.cohorts = smallPlan().cohorts;
    plan.assetModels[0].unitPrice = {};
    CHECK(per(AgreementBasis::PerClient, 2027) == Money::fromDollars(1500));
    CHECK(per(AgreementBasis::PerDevice, 2027) == Money::fromDollars(1500));
}

TEST_CASE("An escalator of its own replaces the price change of its kind") {
    Plan plan = agreementPlan();
    plan.assumptions.inflationSoftware = Rate::percent(3);
    CHECK(costIn(plan, 2029) == Money::fromCents(1273'08)); // 1,200 × 1.03²
    plan.agreements[0].escalator = Rate::percent(10);
    CHECK(costIn(plan, 2029) == Money::fromDollars(1452)); // 1,200 × 1.1²
}

TEST_CASE("The last period is cut by days") {
    Plan plan = agreementPlan();
    plan.agreements[0].end = Date::of(2026, 12, 31);
    CHECK(costIn(plan, 2027) == Money::fromCents(604'93)); // 1,200 × 184 ÷ 365
    plan.agreements[0].paymentsPerYear = 12;
    plan.agreements[0].end = Date::of(2027, 1, 15);
    CHECK(costIn(plan, 2027) == Money::fromCents(648'39)); // 6 × 100 + 100 × 15 ÷ 31
    CHECK(costIn(plan, 2028) == Money());
}

TEST_CASE("One that runs since before the plan is paid on its own days, and its set-up is past") {
    Plan plan = agreementPlan();
    plan.agreements[0].setup = Money::fromDollars(500);
    plan.agreements[0].start = Date::of(2025, 1, 1);
    CHECK(datesOf(plan) == std::vector{Date::of(2027, 1, 1), Date::of(2028, 1, 1), Date::of(2029, 1, 1), Date::of(2030, 1, 1), Date::of(2031, 1, 1)});
    plan.agreements[0].timing = PaymentTiming::Arrears;
    CHECK(datesOf(plan).front() == Date::of(2026, 12, 31));
}

TEST_CASE("Set-up is paid on the first day and the exit cost on the last, once") {
    Plan plan = agreementPlan();
    plan.agreements[0].start = Date::of(2027, 7, 1);
    plan.agreements[0].end = Date::of(2029, 6, 30);
    plan.agreements[0].setup = Money::fromDollars(500);
    plan.agreements[0].exitCost = Money::fromDollars(300);
    CHECK(costIn(plan, 2027) == Money());
    CHECK(costIn(plan, 2028) == Money::fromDollars(1700));
    CHECK(costIn(plan, 2029) == Money::fromDollars(1500));
    CHECK(costIn(plan, 2030) == Money());
    CHECK(amountIn(plan, 2028, Element::Deploy) == Money::fromDollars(500));
    CHECK(amountIn(plan, 2029, Element::Dispose) == Money::fromDollars(300));
}

TEST_CASE("A list of payments is paid as it stands, without growth, as long as the agreement runs") {
    Plan plan = agreementPlan();
    plan.assumptions.inflationSoftware = Rate::percent(3);
    auto& agreement = plan.agreements[0];
    agreement.start = Date::of(2026, 7, 1);
    agreement.paymentList = Series<Money>({Money::fromDollars(650), Money::fromDollars(875), Money::fromDollars(875)});
    CHECK(costIn(plan, 2027) == Money::fromDollars(650));
    CHECK(costIn(plan, 2029) == Money::fromDollars(875));
    CHECK(costIn(plan, 2030) == Money());
    agreement.timing = PaymentTiming::Arrears;
    CHECK(datesOf(plan) == std::vector{Date::of(2027, 6, 30), Date::of(2028, 6, 30), Date::of(2029, 6, 30)});
    agreement.end = Date::of(2028, 6, 30);
    CHECK(datesOf(plan).size() == 2);
}

TEST_CASE("Each kind of agreement has its category, and none that is left out costs anything") {
    Plan plan = agreementPlan();
    const auto categoryOf = [&](AgreementKind kind) {
        plan.agreements[0].kind = kind;
        return calculate(plan, {})->ledger.at(0).category;
    };
    CHECK(categoryOf(AgreementKind::Circuit) == CostCategory::Network);
    CHECK(categoryOf(AgreementKind::Cloud) == CostCategory::ServersAndCloud);
    CHECK(categoryOf(AgreementKind::Software) == CostCategory::Software);
    CHECK(categoryOf(AgreementKind::Training) == CostCategory::Services);
    CHECK(categoryOf(AgreementKind::DeviceContract) == CostCategory::Devices);
    CHECK(categoryOf(AgreementKind::CyberInsurance) == CostCategory::Security);
    plan.agreements[0].included = Included::No;
    CHECK(calculate(plan, {})->ledger.size() == 0);
}
