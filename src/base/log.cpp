// SPDX-License-Identifier: Apache-2.0
#include "tco/base/log.hpp"

#include <memory>
#include <system_error>
#include <vector>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "tco/base/user_folders.hpp"

namespace tco {

void startLogging(std::string_view program, const LogOptions& options) {
    constexpr std::size_t maxBytes = 1 << 20;
    constexpr std::size_t keptFiles = 3;
    std::vector<spdlog::sink_ptr> sinks;
    const auto folder = options.folder.empty() ? userStateFolder() : options.folder;
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    try {
        const auto file = folder / (std::string(program) + ".log");
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), maxBytes, keptFiles));
    } catch (const spdlog::spdlog_ex&) {
        sinks.push_back(std::make_shared<spdlog::sinks::null_sink_mt>()); // a read-only home must not stop the program
    }
    if (options.verbose) sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto logger = std::make_shared<spdlog::logger>(std::string(program), sinks.begin(), sinks.end());
    logger->set_level(options.verbose ? spdlog::level::debug : spdlog::level::info);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
    spdlog::info("{} started", program);
}

} // namespace tco
