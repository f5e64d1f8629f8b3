// SPDX-License-Identifier: Apache-2.0
#pragma once

// The law of the fuzz programs for plan files: what was read can be saved, and then opens with the same in it.

#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "fuzz_input.hpp"
#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/storage/plan_store.hpp"

namespace tco::fuzz {

inline bool isTheSameWhenSaved(const PlanStore& store, const Plan& plan) {
    static const auto file = std::filesystem::temp_directory_path() / fmt::format("fuzz-{}.tco", getpid());
    std::filesystem::remove(file);
    if (!store.writeTo(file, "plan.tco")) return false;
    const auto saved = readFile(file);
    const auto again = saved ? PlanStore::fromBytes(*saved, "plan.tco") : Expected<PlanStore>(failFrom(saved));
    const auto samePlan = again ? again->load() : Expected<Plan>(failFrom(again));
    return samePlan && planToJson(*samePlan) == planToJson(plan);
}

} // namespace tco::fuzz
