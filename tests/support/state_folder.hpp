// SPDX-License-Identifier: Apache-2.0
#pragma once

// A user's state folder of its own for one test, and a program that is killed in it.

#include <csignal>
#include <cstdlib>
#include <functional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "support/temporary_folder.hpp"

namespace tco::test {

class StateFolder {
  public:
    StateFolder() {
        if (const char* before = std::getenv("TCO_STATE_DIR")) m_before = before;
        setenv("TCO_STATE_DIR", m_folder.path().c_str(), 1);
    }
    ~StateFolder() {
        if (m_before.empty())
            unsetenv("TCO_STATE_DIR");
        else
            setenv("TCO_STATE_DIR", m_before.c_str(), 1);
    }
    StateFolder(const StateFolder&) = delete;
    StateFolder& operator=(const StateFolder&) = delete;
    const std::filesystem::path& path() const { return m_folder.path(); }
    /// How many files there are, at any depth.
    std::size_t files() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder.path())) count += entry.is_regular_file();
        return count;
    }

  private:
    TemporaryFolder m_folder;
    std::string m_before; ///< the folder of an outer test, if there is one
};

/// Ends the process as if it were killed: nothing is closed or removed.
[[noreturn]] inline void die() {
    kill(getpid(), SIGKILL);
    std::abort(); // not reached
}

/// Runs `work`, which ends with die(), in another process. True when it came to that. Only while the test has no other threads.
inline bool dies(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace tco::test
