// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz programs share: input as text, and a check that stops the program where a law is broken.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tco::fuzz {

inline std::string_view asText(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline void mustHold(bool law) {
    if (!law) std::abort();
}

} // namespace tco::fuzz
