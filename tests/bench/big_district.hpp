// SPDX-License-Identifier: Apache-2.0
#pragma once

// A district of any size: the urban sample's prices, leases, people and scenarios over ten years, with as many cohorts
// as such a fleet has (67 devices each), and an inventory of single devices as GAM would export it.

#include <string>

#include <fmt/format.h>

#include "support/samples.hpp"
#include "tco/document/document.hpp"
#include "tco/exchange/chromeos_inventory.hpp"

namespace tco::bench {

inline constexpr int devicesPerCohort = 67;

/// `perCohort`: how many devices stand in one row.
inline Plan bigDistrict(int devices, int perCohort = devicesPerCohort) {
    Plan plan = test::samplePlan("urban");
    plan.district.horizon = 10;
    plan.cohorts.clear();
    for (int i = 0; i < devices / perCohort; ++i) {
        Cohort cohort;
        cohort.id.value = i + 1;
        cohort.model = plan.assetModels[std::size_t(i) % plan.assetModels.size()].id;
        cohort.site = plan.sites[std::size_t(i) % plan.sites.size()].id;
        cohort.inService = Date::of(2022 + i % 5, 8, 1 + i % 28);
        cohort.quantity = perCohort;
        plan.cohorts.push_back(cohort);
    }
    return plan;
}

/// The first two scenarios: buy and lease.
inline std::vector<ScenarioId> buyAndLease(const Plan& plan) { return {plan.scenarios[0].id, plan.scenarios[1].id}; }

inline std::string inventoryCsv(int devices) {
    std::string csv =
        "serialNumber,model,status,annotatedLocation,annotatedUser,orgUnitPath,firstEnrollmentTime,autoUpdateThrough,annotatedAssetId,orderNumber\n";
    for (int i = 0; i < devices; ++i)
        csv += fmt::format("5CD{:07},\"Chromebook {}, Education\",ACTIVE,School {},s{}@students.example,/Students/School "
                           "{},20{:02}-08-{:02}T14:01:07Z,2031-06-01,A{:06},PO-{}\n",
                           i, 11 + i % 5, i % 50, i, i % 50, 21 + i % 5, 1 + i % 28, i, i / 500);
    return csv;
}

/// A saved file with the big district and its single devices.
[[nodiscard]] inline Expected<void> makeFile(const std::filesystem::path& path, int devices) {
    auto document = Document::create();
    const auto filled = document.edit("Fill", [&](Editor& editor) -> Expected<void> {
        if (auto done = editor.replacePlan(bigDistrict(devices)); !done) return done;
        IdSource ids;
        const auto inventory = readChromeosInventory(inventoryCsv(devices), "devices.csv", editor.plan(), {}, ids);
        if (!inventory) return failFrom(inventory);
        return editor.addInventory(*inventory);
    });
    if (!filled) return filled;
    return document.saveAs(path);
}

} // namespace tco::bench
