// SPDX-License-Identifier: Apache-2.0

// What is read out of a damaged .tco file of any content is a plan that can be saved, and that opens with the same in it.

#include "saved_again.hpp"
#include "tco/base/log.hpp"

using namespace tco;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    spdlog::set_level(spdlog::level::off);
    Findings lost;
    const auto store = PlanStore::salvage(fuzz::asText(data, size), "plan.tco", lost);
    if (!store) return 0;
    const auto plan = store->load();
    fuzz::mustHold(plan.has_value());
    (void)validate(*plan);
    (void)store->history();
    for (const auto& adoption : plan->adoptions) (void)store->adoptedPlan(adoption.id);
    fuzz::mustHold(fuzz::isTheSameWhenSaved(*store, *plan));
    return 0;
}
