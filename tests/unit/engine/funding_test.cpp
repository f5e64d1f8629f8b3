// SPDX-License-Identifier: Apache-2.0

// Who pays. The laws: in every year cost = E-Rate + funds + what has no money, in cents; no fund pays more than it has.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "plan_builder.hpp"
#include "tco/engine/funding.hpp"

using namespace tco;
using namespace tco::test;

namespace {

constexpr FundId general{60}, grant{61}, bonds{62};
constexpr FundingRuleId first{70}, second{71};

Money dollars(std::int64_t amount) { return Money::fromDollars(amount); }

/// $40,000 of devices in FY27 and in FY31, a technician at $50,000 a year.
Plan planWithStaff() {
    Plan plan = smallPlan();
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = dollars(50'000)});
    return plan;
}

void checkLaws(const Funding& funding) {
    for (const auto& year : funding.years) {
        CHECK(year.cost == year.erate + year.assigned + year.unfunded);
        Money ofFunds;
        for (const auto& use : funding.funds) {
            const auto now = std::ranges::find(use.years, year.year, &FundYear::year);
            REQUIRE(now != use.years.end());
            ofFunds += now->assigned;
            if (!now->available) continue;
            CHECK(now->assigned <= now->carriedIn + *now->available);
            CHECK(now->left == now->carriedIn + *now->available - now->assigned);
        }
        CHECK(ofFunds == year.assigned);
    }
}

Funding fundingIn(const Plan& plan, ScenarioId scenario = {}) {
    const auto calculation = calculate(plan, scenario);
    const auto funding = fundingOf(*calculation);
    REQUIRE(funding.years.size() == 5);
    checkLaws(funding);
    const auto figures = figuresOf(*calculation);
    for (std::size_t i = 0; i < funding.years.size(); ++i) CHECK(funding.years[i].cost - funding.years[i].erate == figures.years[i].direct);
    return funding;
}

const Finding* findingIn(const Funding& funding, std::string_view code) {
    const auto found = std::ranges::find(funding.findings, code, &Finding::code);
    return found == funding.findings.end() ? nullptr : &*found;
}

bool says(const Finding* finding, std::string_view words) { return finding && finding->message.find(words) != std::string::npos; }

} // namespace

TEST_CASE("Without funds all cost has no money, and nothing is said about it") {
    const auto funding = fundingIn(planWithStaff());
    CHECK(funding.years[0].unfunded == dollars(90'000));
    CHECK(funding.unfunded() == dollars(330'000));
    CHECK(funding.findings.empty());
}

TEST_CASE("A fund without amounts pays as much as its rules name") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = general, .name = "General", .firstYear = 2027});
    plan.fundingRules.push_back({.id = first, .name = "Staff", .fund = general, .scope = {.category = CategoryScope::Staff}});
    const auto funding = fundingIn(plan);
    CHECK(funding.years[0].assigned == dollars(50'000));
    CHECK(funding.years[0].unfunded == dollars(40'000));
    CHECK_FALSE(funding.funds[0].years[0].available.has_value());
    CHECK(says(findingIn(funding, "unfunded"), "$40,000.00 in FY27, $40,000.00 in FY31"));
}

TEST_CASE("Rules come in the order of their ranks, and a share is one of the rest") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = general, .name = "General", .firstYear = 2027});
    plan.funds.push_back({.id = grant, .name = "Title II", .firstYear = 2027});
    plan.fundingRules.push_back({.id = first, .name = "The rest", .rank = 9, .fund = general});
    plan.fundingRules.push_back(
        {.id = second, .name = "A third of the technician", .rank = 1, .fund = grant, .position = technician, .share = Rate(Decimal::of("0.33333"))});
    const auto funding = fundingIn(plan);
    CHECK(funding.funds[1].years[1].assigned == Money::fromCents(16'666'50));
    CHECK(funding.funds[0].years[1].assigned == Money::fromCents(33'333'50));
    CHECK(funding.unfunded().isZero());
    CHECK(funding.findings.empty());
}

TEST_CASE("A grant that ends leaves a cliff: who takes the costs over, and what has no money") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = grant, .name = "ESSER", .kind = FundKind::Grant, .firstYear = 2027, .amounts = dollars(60'000), .lastYear = 2028});
    plan.fundingRules.push_back({.id = first, .name = "Technician", .fund = grant, .position = technician});
    auto funding = fundingIn(plan);
    CHECK(funding.years[1].unfunded.isZero());
    CHECK(funding.years[2].unfunded == dollars(50'000));
    CHECK(funding.funds[0].years[2].available == Money());
    CHECK(says(findingIn(funding, "fund_cliff"), "Without money: $50,000.00 in FY29, $50,000.00 in FY30, $50,000.00 in FY31"));

    plan.funds.push_back({.id = general, .name = "General", .firstYear = 2027});
    plan.fundingRules.push_back({.id = second, .name = "All else", .rank = 2, .fund = general});
    funding = fundingIn(plan);
    CHECK(funding.unfunded().isZero());
    CHECK(says(findingIn(funding, "fund_cliff"), "Taken over by other funds: $50,000.00 in FY29"));
}

TEST_CASE("Bonds are spent over several years, a fund that does not carry over loses what is left") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = bonds,
                          .name = "2026 bonds",
                          .kind = FundKind::CapitalProjects,
                          .firstYear = 2027,
                          .amounts = std::vector{dollars(70'000), Money()},
                          .carriesOver = YesNo::Yes,
                          .scope = {.use = UseScope::Capital}});
    plan.fundingRules.push_back({.id = first, .name = "Bonds", .fund = bonds});
    auto funding = fundingIn(plan);
    const auto& years = funding.funds[0].years;
    CHECK(years[0].left == dollars(30'000));
    CHECK(years[4].carriedIn == dollars(30'000));
    CHECK(years[4].assigned == dollars(30'000));
    CHECK(funding.years[4].unfunded == dollars(60'000));

    plan.funds[0].carriesOver = YesNo::No;
    funding = fundingIn(plan);
    CHECK(funding.funds[0].years[4].assigned.isZero());
}

TEST_CASE("A levy that fails in a scenario leaves its costs without money") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = general, .name = "Levy", .kind = FundKind::Levy, .firstYear = 2028, .certainty = FundCertainty::Uncertain});
    plan.fundingRules.push_back({.id = first, .name = "Staff", .fund = general, .position = technician});
    plan.scenarios.push_back({.id = buy, .name = "The levy fails"});
    plan.overrides[{buy, {{Kind::Fund, general.value}, "included"}}] = std::string("no");
    const auto passes = fundingIn(plan);
    CHECK(passes.years[1].uncertain == dollars(50'000));
    CHECK(says(findingIn(passes, "fund_uncertain"), "$50,000.00 in FY28"));
    const auto fails = fundingIn(plan, buy);
    CHECK(fails.years[1].uncertain.isZero());
    CHECK(fails.unfunded() == passes.unfunded() + dollars(200'000));
    CHECK(findingIn(fails, "rule_without_fund"));
}

TEST_CASE("Money spent twice is found") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = grant, .name = "Grant", .firstYear = 2027, .amounts = dollars(60'000)});
    plan.fundingRules.push_back({.id = first, .name = "Technician", .rank = 1, .fund = grant, .position = technician});
    plan.fundingRules.push_back({.id = second, .name = "Devices", .rank = 2, .fund = grant, .cohort = cohort});
    const auto funding = fundingIn(plan);
    CHECK(funding.funds[0].years[0].assigned == dollars(60'000));
    CHECK(funding.years[0].unfunded == dollars(30'000));
    const auto* finding = findingIn(funding, "fund_overspent");
    CHECK(says(finding, "$90,000.00 in FY27, but it has $60,000.00"));
    CHECK(says(finding, "spent twice"));
}

TEST_CASE("A rule cannot make a fund pay for what it may not pay") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = bonds, .name = "Bonds", .firstYear = 2027, .scope = {.use = UseScope::Capital}});
    plan.fundingRules.push_back({.id = first, .name = "Technician from bonds", .fund = bonds, .position = technician});
    const auto funding = fundingIn(plan);
    CHECK(funding.years[0].assigned.isZero());
    CHECK(says(findingIn(funding, "fund_restricted"), "$250,000.00"));
}

TEST_CASE("What a fund that is short can pay is in proportion to the costs") {
    Plan plan = planWithStaff();
    plan.funds.push_back({.id = grant, .name = "Grant", .firstYear = 2027, .amounts = dollars(9'000)});
    plan.fundingRules.push_back({.id = first, .name = "All", .fund = grant});
    const auto funding = fundingIn(plan);
    for (const auto& line : funding.lines)
        if (line.paidBy == PaidBy::Fund && line.year.value == 2027) CHECK(line.amount == (line.item.kind == Kind::Cohort ? dollars(4'000) : dollars(5'000)));
}

TEST_CASE("A resale goes back to the fund that pays for the units") {
    Plan plan = smallPlan(); // units bought in FY27 are sold in FY31
    plan.assetModels[0].resale = Rate(Decimal::of("0.1"));
    plan.funds.push_back({.id = grant, .name = "Capital", .firstYear = 2027, .amounts = dollars(38'000)});
    plan.fundingRules.push_back({.id = first, .name = "Units", .fund = grant, .cohort = cohort});
    const auto funding = fundingIn(plan);
    CHECK(funding.years[0].unfunded == dollars(2'000));
    CHECK(funding.funds[0].years[4].assigned == dollars(36'000));
    CHECK(funding.years[4].unfunded.isZero());
}

TEST_CASE("What moves from capital to operating is shown on both sides of each year") {
    const Plan plan = leaseOrBuyPlan();
    const auto shift = capitalShift(*calculate(plan, buy), *calculate(plan, leaseScenario));
    REQUIRE(shift.size() == 5);
    CHECK(shift[0].capitalFrom == dollars(40'000));
    CHECK(shift[0].capital() == dollars(-40'000));
    CHECK(shift[0].operatingFrom.isZero());
    CHECK(shift[0].operating() == shift[0].operatingTo);
    CHECK(shift[0].operatingTo > dollars(10'000));
}

TEST_CASE("E-Rate is a source of its own, and funds pay the rest; what comes back later is a credit") {
    Plan plan = smallPlan();
    plan.assetModels[0].deployment = dollars(20);
    plan.funds.push_back({.id = general, .name = "General", .firstYear = 2027});
    plan.fundingRules.push_back({.id = first, .name = "All", .fund = general});
    auto calculation = *calculate(plan, {});
    auto discount = calculation.ledger.at(0);
    discount.element = Element::EquipmentDiscount;
    discount.amount = dollars(-21'000); // half of $40,000 and $2,000
    calculation.ledger.append(discount);
    discount.year = {2028};
    discount.amount = dollars(-3'000);
    calculation.ledger.append(discount);
    const auto funding = fundingOf(calculation);
    checkLaws(funding);
    CHECK(funding.years[0].cost == dollars(42'000));
    CHECK(funding.years[0].erate == dollars(21'000));
    CHECK(funding.years[0].assigned == dollars(21'000));
    CHECK(funding.years[1].erate == dollars(3'000));
    CHECK(funding.years[1].assigned == dollars(-3'000));
    CHECK(funding.years[1].unfunded.isZero());
    for (const auto& line : funding.lines)
        if (line.paidBy == PaidBy::Erate && line.element == Element::Deploy && line.year.value == 2027) CHECK(line.amount == dollars(1'000));
}
