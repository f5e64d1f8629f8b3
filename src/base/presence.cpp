// SPDX-License-Identifier: Apache-2.0
#include "tco/base/presence.hpp"

#include <cerrno>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "tco/base/clock.hpp"
#include "tco/base/file.hpp"
#include "tco/base/person.hpp"
#include "tco/base/utf8.hpp"

#ifdef _WIN32
#include <process.h>
#include <windows.h>
#else
#include <csignal>
#include <unistd.h>
#endif

namespace tco {
namespace {

#ifdef _WIN32
std::string hostName() {
    const char* name = std::getenv("COMPUTERNAME");
    return name ? name : "";
}
std::int64_t processNumber() { return _getpid(); }

bool isRunning(std::int64_t process) {
    const HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(process));
    if (!handle) return GetLastError() == ERROR_ACCESS_DENIED;
    DWORD code = 0;
    const bool running = GetExitCodeProcess(handle, &code) && code == STILL_ACTIVE;
    CloseHandle(handle);
    return running;
}
#else
std::string hostName() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

std::int64_t processNumber() { return getpid(); }
bool isRunning(std::int64_t process) { return kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM; }
#endif

/// Clock ticks from the start of the system to that of the process, as Linux tells it (man 5 proc, field 22 of stat).
std::string startOf(std::int64_t process) {
    const auto stat = readFile(fmt::format("/proc/{}/stat", process));
    if (!stat) return {};
    auto at = stat->rfind(')'); // the name of the program stands in parentheses and may hold spaces
    constexpr int fieldsAfterName = 20;
    for (int i = 0; i < fieldsAfterName && at != stat->npos; ++i) at = stat->find(' ', at + 1);
    return at == stat->npos ? std::string() : stat->substr(at + 1, stat->find(' ', at + 1) - at - 1);
}

} // namespace

Presence presenceHere(std::string user) {
    if (user.empty()) user = personHere();
    const auto moment = now();
    const auto process = processNumber();
    return {isText(user) ? user : std::string(), hostName(), process, startOf(process), moment.day.iso() + " " + moment.time.substr(0, 5)};
}

bool isGone(const Presence& presence) {
    if (presence.process <= 0) return true;
    if (presence.host != hostName()) return false;
    if (!isRunning(presence.process)) return true;
    const auto start = startOf(presence.process);
    return !start.empty() && !presence.processStart.empty() && start != presence.processStart;
}

bool isHere(const Presence& presence) { return presence.process == processNumber() && presence.host == hostName() && !isGone(presence); }

std::string inWords(const Presence& presence, Date today) {
    auto words = presence.user.empty() ? std::string("somebody else") : presence.user;
    if (!presence.host.empty()) words += " on " + presence.host;
    const auto day = Date::parse(presence.since.substr(0, 10));
    if (!day || presence.since.size() != 16) return words;
    const auto time = presence.since.substr(presence.since[11] == '0' ? 12 : 11);
    return words + (*day == today ? fmt::format(" since {}", time) : fmt::format(" since {}, {}", day->display(), time));
}

void write(NoteLines& note, const Presence& presence) {
    note["user"] = presence.user;
    note["host"] = presence.host;
    note["process"] = std::to_string(presence.process);
    note["process-start"] = presence.processStart;
    note["since"] = presence.since;
}

Presence presenceIn(const NoteLines& note) {
    const auto text = [&](std::string_view key) {
        auto value = textIn(note, key).substr(0, 200); // it comes into a sentence
        return isText(value) ? value : std::string();
    };
    return {text("user"), text("host"), numberIn(note, "process"), text("process-start"), text("since")};
}

} // namespace tco
