// SPDX-License-Identifier: Apache-2.0
#pragma once

// The plans of resources/samples, for tests and benchmarks.

#include <stdexcept>
#include <string>
#include <string_view>

#include "tco/base/file.hpp"
#include "tco/exchange/plan_json.hpp"

namespace tco::test {

inline constexpr std::string_view sampleNames[] = {"rural",          "suburban",        "urban",         "crowley-2020", "orange-county-2016",
                                                   "worcester-2020", "campbell-county", "baltimore-2020"};

/// `name` without ".json". Throws when the sample cannot be read, which fails the test with the reason.
inline Plan samplePlan(std::string_view name) {
    const auto file = std::string(name) + ".json";
    const auto text = readFile(std::string(TCO_SOURCE_DIR "/resources/samples/") + file);
    if (!text) throw std::runtime_error(text.error().message);
    auto plan = planFromJson(*text, file);
    if (!plan) throw std::runtime_error(plan.error().message);
    return *std::move(plan);
}

} // namespace tco::test
