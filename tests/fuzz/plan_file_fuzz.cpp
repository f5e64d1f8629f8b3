// SPDX-License-Identifier: Apache-2.0

// A .tco file of any content is refused or opened; what opens can be saved and then says the same again.

#include "saved_again.hpp"
#include "tco/base/log.hpp"

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
    fuzz::mustHold(fuzz::isTheSameWhenSaved(*store, *plan));
    return 0;
}
