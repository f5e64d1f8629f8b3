// SPDX-License-Identifier: Apache-2.0
#include "tco/base/person.hpp"

#include <cstdlib>

#include "tco/base/ascii.hpp"
#include "tco/base/file.hpp"
#include "tco/base/user_folders.hpp"
#include "tco/base/utf8.hpp"

#ifndef _WIN32
#include <pwd.h>
#include <unistd.h>
#endif

namespace tco {
namespace {

std::filesystem::path nameFile() { return userStateFolder() / "person"; }

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

#ifdef _WIN32
std::string accountName() { return variable("USERNAME"); }
#else
/// The full name of the account, or else its short one.
std::string accountName() {
    const auto* account = getpwuid(getuid());
    if (!account) return variable("USER");
    const std::string fullName = account->pw_gecos ? account->pw_gecos : "";
    const auto name = fullName.substr(0, fullName.find(','));
    return name.empty() ? account->pw_name : name;
}
#endif

} // namespace

std::string personHere() {
    constexpr std::size_t longest = 1000;
    if (const auto entered = readFile(nameFile(), longest))
        if (const auto name = trimmed(*entered); !name.empty() && isText(name)) return std::string(name);
    return accountName();
}

Expected<void> setPersonHere(std::string_view name) {
    std::error_code error;
    std::filesystem::create_directories(userStateFolder(), error);
    return writeFileAtomically(nameFile(), std::string(trimmed(name)) + "\n");
}

} // namespace tco
