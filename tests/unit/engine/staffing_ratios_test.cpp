// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/staffing.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("Staffing ratios of a year: devices, students, users, computers and sites per technician") {
    Plan plan = smallPlan();
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 400, .staff = 50, .teachers = 30});
    plan.sites = {{.id = SiteId{1}, .name = "High"}, {.id = SiteId{2}, .name = "Middle"}};
    plan.assetModels.push_back({.id = AssetModelId{11}, .name = "Server", .type = AssetType::Server, .usefulLife = 10});
    plan.assetModels.push_back({.id = AssetModelId{12}, .name = "Printer", .type = AssetType::Printer, .usefulLife = 10});
    plan.cohorts.push_back({.id = CohortId{21}, .model = AssetModelId{11}, .inService = Date::of(2026, 7, 1), .quantity = 2});
    plan.cohorts.push_back({.id = CohortId{22}, .model = AssetModelId{12}, .inService = Date::of(2026, 7, 1), .quantity = 10});
    plan.positions.push_back({.id = technician, .title = "Technician", .fte = Decimal::of("0.5")});
    plan.positions.push_back({.id = PositionId{41}, .title = "Director", .management = Rate::percent(100)}); // supports nobody
    const auto calculation = calculate(plan, {});
    const auto ratios = staffingRatios(*calculation, calculation->counts.front());
    CHECK(ratios.devicesPerTechnician == Decimal(220));
    CHECK(ratios.studentsPerTechnician == Decimal(800));
    CHECK(ratios.usersPerTechnician == Decimal(900));
    CHECK(ratios.clientsPerTechnician == Decimal(200));
    CHECK(ratios.studentsPerDevice == Decimal(4));
    CHECK(ratios.clientsPerServer == Decimal(50));
    CHECK(ratios.sitesPerTechnician == Decimal(4));

    CHECK(staffingCounts(*calculation, calculation->counts.front()) == StaffingCounts{{StaffingCount::Students, 400},
                                                                                      {StaffingCount::Teachers, 30},
                                                                                      {StaffingCount::Users, 450},
                                                                                      {StaffingCount::Workstations, 100},
                                                                                      {StaffingCount::Peripherals, 10},
                                                                                      {StaffingCount::Servers, 2}});
}

TEST_CASE("What is not known has no ratio and is no count") {
    const auto calculation = calculate(smallPlan(), {}); // nobody works there, nobody is counted
    const auto& counts = calculation->counts.front();
    const auto ratios = staffingRatios(*calculation, counts);
    CHECK_FALSE(ratios.devicesPerTechnician);
    CHECK_FALSE(ratios.studentsPerDevice);
    CHECK_FALSE(ratios.clientsPerServer);
    const auto known = staffingCounts(*calculation, counts);
    CHECK_FALSE(known.contains(StaffingCount::Students));
    CHECK_FALSE(known.contains(StaffingCount::Users));
    CHECK_FALSE(known.contains(StaffingCount::Applications));
    CHECK(known.at(StaffingCount::Workstations) == Decimal(100));
    CHECK(known.at(StaffingCount::Servers) == Decimal(0)); // the inventory has none
    CHECK(staffingCounts(*calculate(Plan{}, {}), YearCounts{}).empty());
}
