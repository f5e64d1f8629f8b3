// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/sensitivity.hpp"

using namespace tco;
using namespace tco::test;

namespace {

constexpr std::size_t all = 1000;

const SensitivityInput* find(const std::vector<SensitivityInput>& inputs, Kind kind, std::string_view field) {
    const auto found = std::ranges::find_if(inputs, [&](const SensitivityInput& input) { return input.field.item.kind == kind && input.field.field == field; });
    return found == inputs.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("An amount is moved by a tenth, a life by a year, a yearly rate by a point") {
    Plan plan = smallPlan(); // $40,000 in FY27 and in FY31, 0% discount
    const auto inputs = sensitivity(*calculate(plan, {}), nullptr, all);

    const auto* price = find(inputs, Kind::AssetModel, "unit_price");
    REQUIRE(price);
    CHECK(price->low == Value(Money::fromDollars(360)));
    CHECK(price->high == Value(Money::fromDollars(440)));
    CHECK(price->atLow == Money::fromDollars(72'000));
    CHECK(price->atHigh == Money::fromDollars(88'000));
    CHECK(price->swing == Money::fromDollars(16'000));
    CHECK_FALSE(price->changesTheWinner);

    const auto* life = find(inputs, Kind::AssetModel, "useful_life");
    REQUIRE(life);
    CHECK(life->low == Value(std::int64_t(3)));
    CHECK(life->atLow == Money::fromDollars(80'000));  // FY27 and FY30
    CHECK(life->atHigh == Money::fromDollars(40'000)); // FY27 alone

    const auto* rate = find(inputs, Kind::Assumptions, "discount_rate");
    REQUIRE(rate);
    CHECK(rate->low == Value(Rate::percent(-1)));
    CHECK(rate->high == Value(Rate::percent(1)));

    CHECK(inputs.front().field.field == "useful_life"); // the largest swing
    CHECK(find(inputs, Kind::Cohort, "quantity"));
}

TEST_CASE("What costs nothing is no input") {
    Plan plan = leaseOrBuyPlan();
    plan.assetModels.front().repairRate = Rate::percent(10); // without a price
    plan.assetModels.push_back({.id = AssetModelId{11}, .name = "Nobody has one", .unitPrice = Money::fromDollars(900)});
    const auto inputs = sensitivity(*calculate(plan, buy), nullptr, all);
    CHECK_FALSE(find(inputs, Kind::AssetModel, "repair_rate"));
    CHECK_FALSE(find(inputs, Kind::Lease, "annual_rate"));
    CHECK_FALSE(find(inputs, Kind::Lease, "return_cost"));
    for (const auto& input : inputs) CHECK(input.field.item != ItemRef{Kind::AssetModel, 11});
    CHECK(find(sensitivity(*calculate(plan, leaseScenario), nullptr, all), Kind::Lease, "annual_rate"));
}

TEST_CASE("Only the largest are shown, as they are among all") {
    const Plan plan = leaseOrBuyPlan();
    const auto calculation = calculate(plan, leaseScenario);
    const auto every = sensitivity(*calculation, nullptr, all), three = sensitivity(*calculation, nullptr, 3);
    REQUIRE(every.size() > 3);
    REQUIRE(three.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(three[i].field == every[i].field);
        CHECK(three[i].swing == every[i].swing);
    }
}

TEST_CASE("Between two scenarios an input is moved in both, and may change which one is cheaper") {
    Plan plan = leaseOrBuyPlan();
    plan.district.horizon = 4;
    plan.leases.front().pricing = LeasePricing::PaymentPerDevice;
    plan.leases.front().paymentPerDevice = Decimal::of("99"); // with the return cost $406 for a unit of $400
    const auto bought = calculate(plan, buy), leased = calculate(plan, leaseScenario);
    const auto inputs = sensitivity(*leased, bought.get(), all);

    const auto* price = find(inputs, Kind::AssetModel, "unit_price");
    REQUIRE(price);
    CHECK(price->atLow == Money::fromDollars(4'600)); // leased 40,600 − bought 36,000
    CHECK(price->atHigh == Money::fromDollars(-3'400));
    CHECK(price->changesTheWinner);
    const auto* quantity = find(inputs, Kind::Cohort, "quantity");
    REQUIRE(quantity);
    CHECK(quantity->atHigh == Money::fromDollars(660));
    CHECK_FALSE(quantity->changesTheWinner);
}

TEST_CASE("Values stay within the limits of their fields") {
    Plan plan = smallPlan();
    plan.assetModels.front().usefulLife = 1;
    plan.assetModels.front().lossRate = Rate::percent(95);
    plan.assumptions.inflationDevices = Rate::percent(50);
    const auto inputs = sensitivity(*calculate(plan, {}), nullptr, all);
    REQUIRE(find(inputs, Kind::AssetModel, "useful_life"));
    CHECK(find(inputs, Kind::AssetModel, "useful_life")->low == Value(std::int64_t(1)));
    REQUIRE(find(inputs, Kind::AssetModel, "loss_rate"));
    CHECK(find(inputs, Kind::AssetModel, "loss_rate")->high == Value(Series<Rate>(Rate::percent(100))));
    REQUIRE(find(inputs, Kind::Assumptions, "inflation_devices"));
    CHECK(find(inputs, Kind::Assumptions, "inflation_devices")->high == Value(Rate::percent(50)));
}
