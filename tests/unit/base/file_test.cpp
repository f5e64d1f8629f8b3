// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <filesystem>

#ifndef _WIN32
#include <csignal>
#include <sys/resource.h>
#endif

#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"

using namespace tco;
namespace fs = std::filesystem;

namespace {

std::ptrdiff_t filesIn(const test::TemporaryFolder& folder) { return std::distance(fs::directory_iterator(folder.path()), {}); }

} // namespace

TEST_CASE("What is written can be read, and replaces what was there") {
    const test::TemporaryFolder folder;
    const auto file = folder / "plan.json";
    const std::string content("a\0b\r\n“ü”", 12);
    REQUIRE(writeFileAtomically(file, "before"));
    REQUIRE(writeFileAtomically(file, content));
    CHECK(readFile(file) == content);
    CHECK(filesIn(folder) == 1);
}

TEST_CASE("Reading says what is wrong") {
    const test::TemporaryFolder folder;
    CHECK(readFile(folder / "none.csv").error().code == ErrorCode::NotFound);
    CHECK(readFile(folder.path()).error().message.find("is a folder") != std::string::npos);
    REQUIRE(writeFileAtomically(folder / "big", std::string(2 << 20, 'x')));
    CHECK(readFile(folder / "big", 1 << 20).error().code == ErrorCode::Unreadable);
}

TEST_CASE("A failed write leaves the old file and nothing else") {
    const test::TemporaryFolder folder;
    const auto file = folder / "plan.tco";
    REQUIRE(writeFileAtomically(file, "before"));
    const auto failed = replaceFileAtomically(file, [](const fs::path& temporary) -> Expected<void> {
        if (auto written = writeFileAtomically(temporary, "half"); !written) return written;
        return fail(ErrorCode::Unwritable, "The disk is full.");
    });
    CHECK(failed.error().message == "The disk is full.");
    CHECK(readFile(file) == "before");
    CHECK(filesIn(folder) == 1);
    CHECK(writeFileAtomically(folder / "no such folder" / "x", "y").error().message.find("the folder does not exist") != std::string::npos);
    CHECK(writeFileAtomically(folder.path(), "y").error().message.find("it is a folder") != std::string::npos);
}

#ifndef _WIN32
TEST_CASE("A device is never replaced, and of a link the file behind it is") {
    CHECK(writeFileAtomically("/dev/null", "x").error().message.find("is not a file") != std::string::npos);
    CHECK(fs::is_character_file("/dev/null"));
    const test::TemporaryFolder folder;
    REQUIRE(writeFileAtomically(folder / "real", "before"));
    fs::create_symlink(folder / "real", folder / "link");
    REQUIRE(writeFileAtomically(folder / "link", "after"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(readFile(folder / "real") == "after");
}

TEST_CASE("A disk that takes no more leaves the old file and nothing else") {
    const test::TemporaryFolder folder;
    const auto file = folder / "plan.tco";
    REQUIRE(writeFileAtomically(file, "before"));
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1 << 16, before.rlim_max}; // the kernel then refuses to let a file grow, as a full disk does
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = writeFileAtomically(file, std::string(1 << 20, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::Unwritable);
    CHECK(readFile(file) == "before");
    CHECK(filesIn(folder) == 1);
}
#endif
