// SPDX-License-Identifier: Apache-2.0

// A .tco file of any content is refused or opened; what opens can be saved and then says the same again.

#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "fuzz_input.hpp"
#include "tco/base/file.hpp"
#include "tco/base/log.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/storage/plan_store.hpp"

using namespace tco;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    spdlog::set_level(spdlog::level::off);
    const auto store = PlanStore::fromBytes(fuzz::asText(data, size), "plan.tco");
    if (!store) return 0;
    const auto plan = store->load();
    if (!plan) return 0;
    for (const auto& adoption : plan->adoptions) (void)store->adoptedPlan(adoption.id);
    for (const auto& cohort : plan->cohorts) (void)store->devicesOf(cohort.id);
    (void)store->history();
    (void)validate(*plan);
    static const auto file = std::filesystem::temp_directory_path() / fmt::format("fuzz-{}.tco", getpid());
    std::filesystem::remove(file);
    fuzz::mustHold(store->writeTo(file, "plan.tco").has_value());
    const auto saved = readFile(file);
    const auto again = PlanStore::fromBytes(*saved, "plan.tco");
    fuzz::mustHold(again.has_value());
    const auto samePlan = again->load();
    fuzz::mustHold(samePlan && planToJson(*samePlan) == planToJson(*plan));
    return 0;
}
