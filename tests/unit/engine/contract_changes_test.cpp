// SPDX-License-Identifier: Apache-2.0

// Contracts that change while they run: what is paid, and what the books show of it.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "plan_builder.hpp"
#include "tco/engine/books.hpp"
#include "tco/engine/explanation.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// One unit for `payments` yearly payments in arrears at 6%, from July 1, 2026 on, in a plan of so many years.
Plan contractPlan(int dollars, int payments, int years) {
    Plan plan = leasedPlan();
    plan.district.horizon = years;
    plan.assetModels[0].usefulLife = 15;
    plan.cohorts[0].quantity = 1;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    auto& terms = plan.leases[0];
    terms.pricing = LeasePricing::PaymentPerDevice;
    terms.paymentPerDevice = Decimal(dollars);
    terms.payments = payments;
    terms.timing = PaymentTiming::Arrears;
    terms.annualRate = Rate::percent(6);
    terms.returnCost = Money();
    return plan;
}

ContractChange& change(Plan& plan, Date date, ContractChangeKind kind = ContractChangeKind::Modification) {
    plan.contractChanges.push_back(
        {.id = ContractChangeId{70 + RawId(plan.contractChanges.size())}, .name = "Renegotiation", .lease = lease, .date = date, .kind = kind});
    return plan.contractChanges.back();
}

Agreement subscription() {
    return {.id = AgreementId{60},
            .name = "Student information system",
            .kind = AgreementKind::Software,
            .start = Date::of(2026, 7, 1),
            .amount = Decimal(20'000),
            .escalator = Rate(),
            .commitmentMonths = 24};
}

Plan subscriptionPlan() {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.assumptions.borrowingRate = Rate::percent(4);
    plan.agreements = {subscription()};
    plan.agreements[0].end = Date::of(2030, 6, 30);
    return plan;
}

/// Cash and books of a plan; they tie in every year.
struct Told {
    std::shared_ptr<const Calculation> calculation;
    Books books;
    std::vector<ReconciliationYear> years;

    explicit Told(const Plan& plan) : calculation(calculate(plan, {})), books(booksOf(*calculation)), years(reconciliationOf(*calculation, books)) {
        for (const auto& year : years) {
            CHECK(year.cash == year.expenditure - year.proceeds);
            CHECK(year.cash == year.governmentWide + year.changeOfAssets() - year.changeOfLiabilities());
        }
    }
    Money cash(int year) const { return calculation->ledger.sum({.year = FiscalYear{year}}).nominal; }
    Money in(View view, int year, Element element) const { return books.in(view).ledger.sum({.year = FiscalYear{year}, .element = element}).nominal; }
    Money closing(int year, Balance balance) const { return years[std::size_t(year - 2027)].closing(balance); }
    const BookedContract& contract() const {
        REQUIRE(books.contracts.size() == 1);
        return books.contracts[0];
    }
};

} // namespace

TEST_CASE("IFRS 16, example 17: half of a lease of ten payments of 50,000 goes back after five years") {
    Plan plan = contractPlan(50'000, 10, 12);
    const Told before(plan);
    change(plan, Date::of(2031, 7, 1), ContractChangeKind::PartialTermination).share = Rate::percent(50);
    const Told told(plan);
    CHECK(told.cash(2031) == Money::fromDollars(50'000));
    for (int year = 2032; year <= 2036; ++year) CHECK(told.cash(year) == Money::fromDollars(25'000));
    CHECK(display(told.closing(2031, Balance::LeaseLiability)) == "$210,618");
    CHECK(display(told.closing(2031, Balance::RightToUse)) == "$184,002");
    CHECK(display(-told.in(View::GovernmentWide, 2032, Element::DisposalResult)) == "$13,308"); // a gain
    CHECK(told.in(View::Fund, 2032, Element::DisposalResult).isZero());
    CHECK(told.in(View::Fund, 2032, Element::Principal) + told.in(View::Fund, 2032, Element::Interest) == Money::fromDollars(25'000));
    CHECK(told.closing(2036, Balance::LeaseLiability).isZero());
    CHECK(told.closing(2036, Balance::RightToUse).isZero());
    for (int year = 2027; year <= 2031; ++year) { // nothing that came before is told otherwise
        CHECK(told.closing(year, Balance::LeaseLiability) == before.closing(year, Balance::LeaseLiability));
        CHECK(told.closing(year, Balance::RightToUse) == before.closing(year, Balance::RightToUse));
        CHECK(told.in(View::GovernmentWide, year, Element::Interest) == before.in(View::GovernmentWide, year, Element::Interest));
    }
}

TEST_CASE("A lower price from a day on lowers liability and asset alike, and the posting says so") {
    Plan plan = contractPlan(50'000, 5, 6);
    change(plan, Date::of(2028, 7, 1)).paymentChange = Rate::percent(-10);
    const Told told(plan);
    CHECK(told.cash(2028) == Money::fromDollars(50'000));
    CHECK(told.cash(2029) == Money::fromDollars(45'000));
    // 5,000 less for three years at 6% is worth 13,365.06.
    const auto& changes = told.contract().schedule.changes;
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == finance::ContractEventKind::Modification);
    CHECK(changes[0].liability == Money::fromCents(-13'365'06));
    CHECK(changes[0].asset == changes[0].liability);
    CHECK(changes[0].gain.isZero());

    Explainer explainer(*told.calculation, View::Cash);
    const auto index = told.calculation->ledger.find({.year = FiscalYear{2029}}).at(0);
    const auto explained = explainer.posting(index);
    CHECK(explained.formula == "(1 unit × $50,000.00 (payment 3 of 5, in arrears)) × 90% from Jul 1, 2028 (“Renegotiation”) = $45,000.00");
    CHECK(std::ranges::any_of(explained.inputs, [](const ExplainedInput& input) { return input.field.field == "payment_change"; }));
}

TEST_CASE("A longer term lets payments go on, keeps the units, and adds to liability and asset") {
    Plan plan = contractPlan(50'000, 3, 6);
    plan.cohorts[0].refresh = RefreshPolicy::Replace;
    change(plan, Date::of(2027, 7, 1), ContractChangeKind::Remeasurement).extraMonths = 18;
    plan.contractChanges[0].rate = Rate::percent(5);
    const auto calculation = calculate(plan, {});
    const auto rents = calculation->ledger.find({.element = Element::Lease});
    REQUIRE(rents.size() == 6);
    const auto longer = calculation->ledger.at(rents[4]);
    CHECK(longer.date == Date::of(2030, 12, 31)); // half a year for half a payment
    CHECK(longer.amount == Money::fromDollars(25'000));
    CHECK(calculation->ledger.at(rents[5]).date == Date::of(2031, 12, 31)); // of the units that follow

    const Told told(plan);
    REQUIRE(told.books.contracts.size() == 2);
    const auto& contract = told.books.contracts[0];
    CHECK(contract.terms.termMonths == 36);
    CHECK(contract.terms.lastTermMonths() == 54);
    CHECK(contract.schedule.rows.size() == 5);
    CHECK(told.books.contracts[1].terms.commencement == Date::of(2031, 1, 1));
    // On July 1, 2027, 50,000 ÷ 1.05 + 50,000 ÷ 1.05² + 50,000 ÷ 1.05³ + 25,000 ÷ 1.05^3.5, less 50,000 ÷ 1.06 + 50,000 ÷ 1.06².
    CHECK(display(contract.schedule.changes.at(0).liability) == "$65,568");
}

TEST_CASE("Several changes hold in the order of their dates, those of one day together") {
    Plan plan = contractPlan(10'000, 5, 6);
    change(plan, Date::of(2029, 7, 1)).paymentChange = Rate::percent(20);
    change(plan, Date::of(2027, 7, 1)).paymentChange = Rate::percent(-50);
    change(plan, Date::of(2029, 7, 1), ContractChangeKind::PartialTermination).share = Rate::percent(25);
    const Told told(plan);
    const int expected[] = {10'000, 5'000, 5'000, 4'500, 4'500};
    for (int i = 0; i < 5; ++i) CHECK(told.cash(2027 + i) == Money::fromDollars(expected[i]));
    CHECK(told.contract().schedule.changes.size() == 3);
}

TEST_CASE("Where the units stay with the district, their book value changes and goes on") {
    Plan plan = contractPlan(50'000, 5, 12);
    plan.assetModels[0].usefulLife = 10;
    plan.leases[0].endOfTerm = LeaseEnd::Keep;
    change(plan, Date::of(2028, 7, 1), ContractChangeKind::PartialTermination).share = Rate::percent(50);
    const Told told(plan);
    const Money asset = told.contract().schedule.asset; // 210,618.19
    CHECK(told.closing(2028, Balance::CapitalAsset) == asset - Money::fromCents(42'123'64));
    CHECK(told.in(View::GovernmentWide, 2029, Element::Depreciation) == Money::fromCents(10'530'91)); // half of 21,061.82
    CHECK(told.closing(2036, Balance::CapitalAsset).isZero());
}

TEST_CASE("Payments of an agreement change with the first period that begins then, and so does what is committed") {
    Plan plan = subscriptionPlan();
    plan.contractChanges = {{.id = ContractChangeId{70}, .name = "More students", .agreement = AgreementId{60}, .date = Date::of(2027, 1, 1)}};
    plan.contractChanges[0].paymentChange = Rate::percent(10);
    const Told dearer(plan);
    CHECK(dearer.cash(2027) == Money::fromDollars(20'000));
    CHECK(dearer.cash(2028) == Money::fromDollars(22'000));
    REQUIRE(dearer.books.contracts.size() == 2);
    CHECK(dearer.books.contracts[0].schedule.liability == Money::fromCents(19'230'77));              // as it was known then
    CHECK(dearer.books.contracts[0].schedule.changes.at(0).liability == Money::fromCents(1'961'16)); // 2,000 ÷ 1.04^½
    CHECK(dearer.books.contracts[1].schedule.changes.empty());

    plan.contractChanges[0].paymentChange = Rate();
    plan.contractChanges[0].extraMonths = 24;
    const Told longer(plan);
    REQUIRE(longer.books.contracts.size() == 1);
    CHECK(longer.books.contracts[0].terms.lastTermMonths() == 48);
    CHECK(longer.books.contracts[0].schedule.rows.size() == 4);
    CHECK(longer.cash(2030) == Money::fromDollars(20'000));
}

TEST_CASE("A change reaches contracts that run on its day, and the plan says where it reaches none") {
    Plan plan = contractPlan(50'000, 3, 6);
    change(plan, Date::of(2026, 7, 1)).paymentChange = Rate::percent(10); // the first day: not a change of it
    CHECK(hasFinding(plan, "change_outside_term"));
    CHECK(Told(plan).cash(2029) == Money::fromDollars(50'000));
    plan.contractChanges[0].date = Date::of(2029, 6, 30); // the last one
    CHECK(!hasFinding(plan, "change_outside_term"));
    CHECK(Told(plan).cash(2029) == Money::fromDollars(55'000));
    plan.contractChanges[0].date = Date::of(2029, 7, 1);
    CHECK(hasFinding(plan, "change_outside_term"));
    plan.cohorts[0].acquisition = CohortAcquisition::Purchase;
    CHECK(hasFinding(plan, "change_of_idle_lease"));
    plan.contractChanges[0].included = Included::No;
    CHECK(!hasFinding(plan, "change_of_idle_lease"));
}

TEST_CASE("A change that says nothing, or of nothing, or of a loan, is a finding") {
    Plan plan = contractPlan(50'000, 3, 6);
    change(plan, Date::of(2027, 7, 1));
    CHECK(hasFinding(plan, "nothing_changes"));
    plan.contractChanges[0].share = Rate::percent(50);
    CHECK(hasFinding(plan, "share_without_termination"));
    plan.contractChanges[0].kind = ContractChangeKind::PartialTermination;
    CHECK(!hasFinding(plan, "nothing_changes"));
    plan.leases[0].contract = LeaseContract::FinancedPurchase;
    CHECK(hasFinding(plan, "change_of_loan"));
    CHECK(Told(plan).cash(2028) == Money::fromDollars(50'000));
    plan.contractChanges[0].lease = {};
    CHECK(hasFinding(plan, "change_without_contract"));
}

TEST_CASE("A changed contract is calculated anew, and only where it is used") {
    Plan plan = contractPlan(50'000, 3, 6);
    change(plan, Date::of(2027, 7, 1)).paymentChange = Rate::percent(10);
    const auto before = calculate(plan, {});
    plan.contractChanges[0].paymentChange = Rate::percent(20);
    const auto again = calculate(plan, {}, before.get());
    CHECK(again->ledger.sum({.year = FiscalYear{2028}}).nominal == Money::fromDollars(60'000));
}
