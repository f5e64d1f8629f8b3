// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lets tests written for Catch2 3 build with Catch2 2.13 (plain Debian 12).
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

namespace Catch {
using Detail::Approx;
namespace Matchers {
using Catch::Contains;
inline auto ContainsSubstring(const std::string& text) { return Catch::Contains(text); }
} // namespace Matchers
} // namespace Catch
