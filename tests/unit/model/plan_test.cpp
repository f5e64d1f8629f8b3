// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <algorithm>

#include "tco/model/plan.hpp"

using namespace tco;

namespace {

constexpr ItemRef model{Kind::AssetModel, 10}, cohort{Kind::Cohort, 20}, scenario{Kind::Scenario, 50};

Plan examplePlan() {
    Plan plan;
    plan.district = {.name = "Test USD", .firstYear = 2027};
    plan.assumptions.discountRate = Rate::percent(3);
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 450});
    for (const auto item : {model, cohort, scenario}) addItem(plan, item);
    setValue(plan, model, "name", std::string("Chromebook"));
    setValue(plan, cohort, "model", Link{model.id});
    setValue(plan, cohort, "in_service", Date::of(2024, 8, 1));
    setValue(plan, scenario, "name", std::string("Fewer"));
    return plan;
}

bool has(const Findings& findings, std::string_view code) { return std::ranges::count(findings, code, &Finding::code) > 0; }

} // namespace

TEST_CASE("A complete plan has no findings") { CHECK(validate(examplePlan()).empty()); }

TEST_CASE("Fields can be read back as they were set, and blank where they can be blank") {
    Plan plan = examplePlan();
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind))
            for (const auto& field : fieldsOf(kind)) {
                const auto value = valueOf(plan, item, field.key);
                setValue(plan, item, field.key, value);
                CHECK(valueOf(plan, item, field.key) == value);
            }
    setValue(plan, model, "loss_price", Money::fromDollars(5));
    setValue(plan, model, "loss_price", Value());
    CHECK(isBlank(valueOf(plan, model, "loss_price")));
}

TEST_CASE("An unnamed cohort is called by model, site and year") {
    Plan plan = examplePlan();
    CHECK(nameOf(plan, cohort) == "Chromebook (FY25)");
    addItem(plan, {Kind::Site, 30});
    setValue(plan, {Kind::Site, 30}, "name", std::string("Lincoln High"));
    setValue(plan, cohort, "site", Link{30});
    CHECK(nameOf(plan, cohort) == "Chromebook, Lincoln High (FY25)");
    CHECK(nameOf(plan, {Kind::Site, 99}) == "(missing site)");
}

TEST_CASE("Items stay sorted by id, know their users, and take their notes along when removed") {
    Plan plan = examplePlan();
    addItem(plan, {Kind::AssetModel, 5});
    CHECK(itemsOf(plan, Kind::AssetModel) == std::vector<ItemRef>{{Kind::AssetModel, 5}, model});
    CHECK(usersOf(plan, model) == std::vector<ItemRef>{cohort});
    plan.overrides[{ScenarioId{50}, {cohort, "model"}}] = Link{5};
    CHECK(usersOf(plan, {Kind::AssetModel, 5}) == std::vector<ItemRef>{scenario});
    plan.provenance[{cohort, "quantity"}] = {"count", "", Confidence::Record};
    removeItem(plan, cohort);
    CHECK(plan.provenance.empty());
    CHECK(plan.overrides.empty());
}

TEST_CASE("Overrides of a parent come first, a circle of parents ends") {
    Plan plan = examplePlan();
    addItem(plan, {Kind::Scenario, 51});
    setValue(plan, {Kind::Scenario, 51}, "name", std::string("Child"));
    setValue(plan, {Kind::Scenario, 51}, "parent", Link{50});
    plan.overrides[{ScenarioId{50}, {cohort, "quantity"}}] = std::int64_t{7};
    plan.overrides[{ScenarioId{50}, {cohort, "note"}}] = std::string("parent");
    plan.overrides[{ScenarioId{51}, {cohort, "quantity"}}] = std::int64_t{9};
    const Plan effective = applyScenario(plan, ScenarioId{51});
    CHECK(effective.cohorts[0].quantity == 9);
    CHECK(effective.cohorts[0].note == "parent");
    CHECK(plan.cohorts[0].quantity == 0);

    setValue(plan, scenario, "parent", Link{51});
    CHECK(applyScenario(plan, ScenarioId{51}).cohorts[0].quantity == 9);
    CHECK(has(validate(plan), "circular_scenario"));
    CHECK(itemByName(plan, Kind::Scenario, "child") == ItemRef{Kind::Scenario, 51});
    CHECK_FALSE(itemByName(plan, Kind::Scenario, "nobody"));
    CHECK_FALSE(itemByName(plan, Kind::Scenario, ""));
}

TEST_CASE("Faulty entries are findings that name the item") {
    Plan plan = examplePlan();
    plan.cohorts[0].quantity = -5;
    plan.cohorts[0].site = SiteId{77};
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assumptions.discountRate.reset();
    plan.headCounts.clear();
    addItem(plan, {Kind::Lease, 60});
    plan.leases[0].paymentsPerYear = 3;
    addItem(plan, {Kind::Position, 70});
    plan.positions[0] = {.id = PositionId{70}, .title = "Technician", .start = Date::of(2027, 1, 2), .end = Date::of(2027, 1, 1)};
    plan.overrides[{ScenarioId{50}, {{Kind::Cohort, 999}, "quantity"}}] = std::int64_t{1};
    const auto findings = validate(plan);
    for (const char* code : {"value_out_of_range", "missing_reference", "lease_without_terms", "no_discount_rate", "no_students", "lease_without_price",
                             "payments_per_year", "ends_before_start", "override_without_item"}) {
        INFO(code);
        CHECK(has(findings, code));
    }
    CHECK(findings.front().severity == Severity::Error);
    CHECK(findings.back().severity == Severity::Note);
}
