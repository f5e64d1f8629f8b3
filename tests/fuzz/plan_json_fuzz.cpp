// SPDX-License-Identifier: Apache-2.0

// A plan.json of any content is refused or read; what was read is written the same again and again.

#include "fuzz_input.hpp"
#include "tco/exchange/plan_json.hpp"

using namespace tco;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = planTextFromJson(fuzz::asText(data, size), "plan.json");
    if (!read) return 0;
    (void)validate(read->plan);
    const auto text = planToJson(read->plan, read->adopted);
    const auto again = planTextFromJson(text, "plan.json");
    fuzz::mustHold(again && planToJson(again->plan, again->adopted) == text);
    return 0;
}
