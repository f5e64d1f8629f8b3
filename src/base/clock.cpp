// SPDX-License-Identifier: Apache-2.0
#include "tco/base/clock.hpp"

#include <ctime>

#include <fmt/format.h>

namespace tco {

Moment now() {
    const std::time_t seconds = std::time(nullptr);
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &seconds);
#else
    localtime_r(&seconds, &local);
#endif
    return {Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday), fmt::format("{:02}:{:02}:{:02}", local.tm_hour, local.tm_min, local.tm_sec)};
}

Date today() { return now().day; }

} // namespace tco
