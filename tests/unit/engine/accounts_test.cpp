// SPDX-License-Identifier: Apache-2.0

// Where costs are charged. Codes and titles: NCES 2014, resources/data/accounts/nces.json.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "plan_builder.hpp"
#include "tco/engine/accounts.hpp"
#include "tco/exchange/practice.hpp"

using namespace tco;
using namespace tco::test;

namespace {

RuleId ruleNamed(std::string_view code) {
    int rule = 0;
    while (ruleCode(RuleId(rule)) != code) ++rule;
    return RuleId(rule);
}

Charge chargeOf(Posting posting, const Plan& plan = {}) { return accountOf(plan, posting); }

} // namespace

TEST_CASE("Every cost of the budget has an account that the chart of NCES has") {
    const auto functions = codesIn(accountCodes().codes.functions), objects = codesIn(accountCodes().codes.objects);
    for (std::size_t c = 0; c < costCategoryCount; ++c)
        for (std::size_t e = 0; e < elementCount; ++e)
            for (std::size_t f = 0; f < labourFunctionCount; ++f) {
                const auto charge = chargeOf({.category = CostCategory(c), .element = Element(e), .function = LabourFunction(f)});
                if (charge.object.empty()) continue; // only ever indirect
                INFO(key(CostCategory(c)) << ", " << key(Element(e)) << ": " << charge.function << " – " << charge.object);
                if (charge.object == otherFinancingSource) {
                    CHECK(charge.function == otherFinancingSource);
                } else {
                    CHECK(std::ranges::count(functions, charge.function) == 1);
                    CHECK(std::ranges::count(objects, charge.object) == 1);
                }
            }
}

TEST_CASE("Accounts of NCES") {
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::Acquire}) == Charge{"2230", "734"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::SmallEquipment}) == Charge{"2230", "650"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::Lease}) == Charge{"2230", "443"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::ContractAsset}) == Charge{"2230", "750"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::Principal}) == Charge{"5000", "831"});
    CHECK(chargeOf({.category = CostCategory::Financing, .element = Element::Interest}) == Charge{"5000", "832"});
    CHECK(chargeOf({.category = CostCategory::Network, .element = Element::Connect}) == Charge{"2580", "530"});
    CHECK(chargeOf({.category = CostCategory::Services, .element = Element::Training}) == Charge{"2213", "330"});
    const Posting salary{.rule = ruleNamed("salary"), .category = CostCategory::Staff, .element = Element::Labour, .function = LabourFunction::HelpDesk};
    CHECK(chargeOf(salary) == Charge{"2230", "100"});
    const Posting benefits{.rule = ruleNamed("benefits"), .category = CostCategory::Staff, .element = Element::Labour, .function = LabourFunction::Network};
    CHECK(chargeOf(benefits) == Charge{"2580", "200"});
    CHECK(chargeOf({.category = CostCategory::UserTime, .element = Element::Downtime, .direct = false}) == Charge{});
}

TEST_CASE("The most special account holds, the first of equal ones, and blank codes are those of NCES") {
    Plan plan;
    const auto element = [](Element of) { return ElementScope(int(of) + 1); };
    plan.accounts.push_back({.id = AccountId{1}, .name = "Operating", .scope = {.use = UseScope::Operating}, .function = "1"});
    plan.accounts.push_back({.id = AccountId{2}, .name = "Devices", .scope = {.category = CategoryScope::Devices}, .function = "2"});
    plan.accounts.push_back({.id = AccountId{3}, .name = "Repairs", .scope = {}, .element = element(Element::Repair), .object = "455"});
    plan.accounts.push_back({.id = AccountId{4}, .name = "Devices again", .scope = {.category = CategoryScope::Devices}, .function = "4"});
    CHECK(chargeOf({.category = CostCategory::Network, .element = Element::Energy}, plan) == Charge{"1", "622"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::Energy}, plan) == Charge{"2", "622"});
    CHECK(chargeOf({.category = CostCategory::Devices, .element = Element::Repair}, plan) == Charge{"2230", "455"});
    CHECK(chargeOf({.category = CostCategory::Network, .element = Element::Acquire}, plan) == Charge{"2580", "734"});
}

TEST_CASE("All direct cost is charged somewhere") {
    const auto calculation = calculate(leasedPlan(), {});
    Money sum;
    for (const auto& [account, amount] : chargedAmounts(*calculation->plan, calculation->ledger)) sum += amount;
    CHECK(sum == calculation->ledger.sum({.direct = true}).nominal);
}

TEST_CASE("A code that the chart does not have is found") {
    Plan plan = smallPlan();
    plan.accounts.push_back({.id = AccountId{1}, .name = "Leases", .function = "2230", .object = "9999"});
    plan.budgetLines.push_back({.id = BudgetLineId{2}, .fiscalYear = 2027, .function = "22", .object = "734"});
    const std::vector<std::string> functions{"2230"}, objects{"734"};
    const auto findings = accountFindings(plan, functions, objects);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "unknown_account");
    CHECK(findings[0].message.find("Leases: the chart of accounts has no object 9999") == 0);
    CHECK(findings[1].message.find("no function 22") != std::string::npos);
    CHECK(accountFindings(smallPlan(), functions, objects).empty());
}
