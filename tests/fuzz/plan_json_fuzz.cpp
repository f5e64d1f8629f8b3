// SPDX-License-Identifier: Apache-2.0

// A plan.json of any content is refused or read; what was read is written the same again and again.

#include "fuzz_input.hpp"
#include "tco/exchange/plan_json.hpp"

using namespace tco;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto plan = planFromJson(fuzz::asText(data, size), "plan.json");
    if (!plan) return 0;
    (void)validate(*plan);
    const auto text = planToJson(*plan);
    const auto again = planFromJson(text, "plan.json");
    fuzz::mustHold(again && planToJson(*again) == text);
    return 0;
}
