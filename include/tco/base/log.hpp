// SPDX-License-Identifier: Apache-2.0
#pragma once

// The program's log: a rotating file in the user's state folder, plus standard error with --verbose.
// Call startLogging() once in main(), first thing. Log lines are for the
// people who mend the program; what a user must know is an Error or a Finding, never only a log line.

#include <filesystem>
#include <string_view>

#include <spdlog/spdlog.h>

namespace tco {

struct LogOptions {
    bool verbose = false;         ///< debug level, and also to standard error
    std::filesystem::path folder; ///< empty = userStateFolder() of tco/base/user_folders.hpp
};

/// Starts the log. A folder that cannot be written turns file logging off without a fuss.
void startLogging(std::string_view program, const LogOptions& options);

} // namespace tco
