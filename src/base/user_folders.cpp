// SPDX-License-Identifier: Apache-2.0
#include "tco/base/user_folders.hpp"

#include <cstdlib>

namespace tco {
namespace {

std::filesystem::path variable(const char* name) {
    const char* value = std::getenv(name);
    return value && *value ? std::filesystem::path(value) : std::filesystem::path();
}

/// The folder of the system in which each program has one of its own; empty when the system names none.
std::filesystem::path systemStateFolder() {
#if defined(_WIN32)
    return variable("LOCALAPPDATA");
#elif defined(__APPLE__)
    const auto home = variable("HOME");
    return home.empty() ? home : home / "Library" / "Application Support";
#else
    if (const auto state = variable("XDG_STATE_HOME"); state.is_absolute()) return state;
    const auto home = variable("HOME");
    return home.empty() ? home : home / ".local" / "state";
#endif
}

} // namespace

std::filesystem::path userStateFolder() {
    if (const auto chosen = variable("TCO_STATE_DIR"); !chosen.empty()) return chosen;
    const auto folder = systemStateFolder();
    return (folder.empty() ? std::filesystem::temp_directory_path() : folder) / "district-tco";
}

} // namespace tco
