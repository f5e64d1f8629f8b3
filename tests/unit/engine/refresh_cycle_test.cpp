// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/refresh_cycle.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Series<Rate> percents(std::initializer_list<std::string_view> texts) {
    std::vector<Rate> rates;
    for (const auto text : texts) rates.push_back(Rate::percent(Decimal::of(text)));
    return rates;
}

} // namespace

// EAC-03, https://acedmypaper.com/1003384/
TEST_CASE("A machine of 25,000 whose value falls and whose upkeep rises is best kept three years") {
    Plan plan = smallPlan();
    plan.assumptions.discountRate = Rate::percent(8);
    auto& model = plan.assetModels.front();
    model.usefulLife = 3;
    model.unitPrice = Money::fromDollars(25'000);
    model.resale = percents({"64", "52", "44", "40", "38"});
    model.repairPrice = Money::fromDollars(10'000);
    model.repairRate = percents({"50", "80", "110", "140", "170"});
    const auto cycle = refreshCycle(plan, model);
    CHECK(cycle.model == chromebook);
    CHECK(cycle.best == 3);
    REQUIRE(cycle.years.size() == 6);
    constexpr std::int64_t annual[] = {16'000, 14'212, 14'159, 14'541, 15'181}, marginal[] = {16'000, 12'280, 14'040, 15'880, 18'300};
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(cycle.years[i].equivalentAnnual.dollars().toInteger() == annual[i]);
        CHECK(cycle.years[i].marginal == Money::fromDollars(marginal[i]));
    }
}

// EAC-04, https://wizedu.com/questions/422208/13-24-a-2000-pound-counterbalanced-propane
TEST_CASE("Newnan’s forklift as a model of the price book is best kept nine years") {
    Plan plan = smallPlan();
    plan.assumptions.discountRate = Rate::percent(10);
    auto& model = plan.assetModels.front();
    model.usefulLife = 5;
    model.unitPrice = Money::fromDollars(30'000);
    model.resale = percents({"80", "64", "54.4", "46.24", "39.304", "33.4084", "28.39714", "24.137569", "20.51693365", "3.33333333333333333"});
    model.repairPrice = Money::fromDollars(1'000);
    model.repairRate = percents({"40", "40", "75", "95", "115", "135", "155", "175", "195", "215"});
    const auto cycle = refreshCycle(plan, model);
    CHECK(cycle.best == 9);
    REQUIRE(cycle.years.size() == 10);
    constexpr std::string_view annual[] = {"9400.00", "8542.86", "7638.67", "7076.58", "6673.87", "6365.91", "6122.40", "5926.29", "5766.79", "5901.93"};
    for (std::size_t i = 0; i < std::size(annual); ++i) CHECK(canonical(cycle.years[i].equivalentAnnual) == annual[i]);
}

TEST_CASE("Every cost of a unit counts, spares too, and prices stay those of the first year") {
    Plan plan = smallPlan();
    plan.assumptions.inflationDevices = plan.assumptions.inflationServices = Rate::percent(10);
    plan.assumptions.energyPrice = Decimal::of("0.20");
    auto& model = plan.assetModels.front();
    model.usefulLife = 2;
    model.deployment = Money::fromDollars(10);
    model.licenceOnce = Money::fromDollars(38);
    model.licenceYearly = Money::fromDollars(3);
    model.supportYearly = Money::fromDollars(5);
    model.suppliesYearly = Money::fromDollars(2);
    model.energyYearly = 30;
    model.repairRate = Rate::percent(10);
    model.repairPrice = Money::fromDollars(80);
    model.lossRate = Rate::percent(1);
    model.spares = Rate::percent(10);
    model.resale = Rate::percent(5);
    model.disposal = Money::fromDollars(4);
    model.supportEnd = Date::of(2028, 6, 30);
    const auto cycle = refreshCycle(plan, model);
    // 1.1 × (400 + 48 + 4 − 20) once; each year 1.1 × (3 + 5 + 2) + 6 of energy + 8 of repairs + 4 of losses
    REQUIRE(cycle.years.size() == 4);
    CHECK(canonical(cycle.years[0].equivalentAnnual) == "504.20");
    CHECK(canonical(cycle.years[1].equivalentAnnual) == "266.60");
    CHECK(canonical(cycle.years[3].equivalentAnnual) == "147.80");
    CHECK(cycle.best == 4);
    CHECK_FALSE(cycle.years[1].pastSupport);
    CHECK(cycle.years[2].pastSupport);
}

TEST_CASE("At most twelve years are looked at; how the model is paid for does not matter") {
    Plan plan = leaseOrBuyPlan();
    auto& model = plan.assetModels.front();
    model.usefulLife = 10;
    model.acquisition = ModelAcquisition::Lease;
    model.lease = lease;
    const auto cycle = refreshCycle(plan, model);
    REQUIRE(cycle.years.size() == 12);
    CHECK(cycle.years[11].equivalentAnnual == Money::fromCents(33'33));
}
