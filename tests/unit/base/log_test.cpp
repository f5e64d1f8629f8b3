// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <spdlog/sinks/null_sink.h>

#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/base/log.hpp"

using namespace tco;

namespace {

/// Starts the log in a folder for one test, and turns it off after it.
struct LogFor {
    explicit LogFor(const LogOptions& options) { startLogging("tco-test", options); }
    ~LogFor() {
        spdlog::drop_all();
        spdlog::set_default_logger(spdlog::default_factory::create<spdlog::sinks::null_sink_mt>("off"));
    }
};

} // namespace

TEST_CASE("The log is a file in its folder; details only with --verbose") {
    const test::TemporaryFolder folder;
    const auto state = folder / "state";
    {
        const LogFor log({.folder = state});
        spdlog::debug("a detail");
        spdlog::info("an edit");
    }
    const auto text = readFile(state / "tco-test.log");
    REQUIRE(text);
    CHECK(text->find("tco-test started") != std::string::npos);
    CHECK(text->find("an edit") != std::string::npos);
    CHECK(text->find("a detail") == std::string::npos);
}

TEST_CASE("The log rotates and never grows without bounds") {
    const test::TemporaryFolder folder;
    const std::string line(10'000, 'x');
    {
        const LogFor log({.folder = folder.path()});
        for (int i = 0; i < 600; ++i) spdlog::info(line); // 6 MB
    }
    std::uintmax_t bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) bytes += file.file_size();
    CHECK(bytes > 1'000'000);
    CHECK(bytes < 4'300'000); // the file in use and three older ones of 1 MiB
}

TEST_CASE("A folder that cannot be made does not stop the program") {
    const LogFor log({.folder = "/dev/null/state"});
    spdlog::info("nowhere");
    CHECK_FALSE(std::filesystem::exists("/dev/null/state"));
}
