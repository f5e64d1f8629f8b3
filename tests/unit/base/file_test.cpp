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

TEST_CASE("a stamp tells one content from another, and is the same for content, file and copy") {
    const test::TemporaryFolder folder;
    for (const std::size_t size : {0, 1, 7, 8, 9, 262'143, 262'144, 262'145, 1'000'000}) {
        INFO(size);
        std::string content;
        for (std::size_t i = 0; i < size; ++i) content += char(i * 31 % 251);
        REQUIRE(writeFileAtomically(folder / "a", content));
        const auto stamp = stampOf(content);
        CHECK(stamp.size == size);
        CHECK(*stampOfFile(folder / "a") == stamp);
        CHECK(*copyFile(folder / "a", folder / "b") == stamp);
        CHECK(*readFile(folder / "b") == content);
        if (!size) continue;
        for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
            auto other = content;
            other[at] = static_cast<char>(other[at] ^ 1);
            CHECK(stampOf(other) != stamp);
        }
        CHECK(stampOf(content + '\0') != stamp);
    }
    CHECK(stampOfFile(folder / "missing").error().code == ErrorCode::NotFound);
}

TEST_CASE("copying says which of the two files is to blame") {
    const test::TemporaryFolder folder;
    CHECK(copyFile(folder / "missing", folder / "b").error().code == ErrorCode::NotFound);
    REQUIRE(writeFileAtomically(folder / "a", "content"));
    CHECK(copyFile(folder / "a", folder / "no folder" / "b").error().code == ErrorCode::Unwritable);
    CHECK(copyFile(folder / "a", folder / "b", 3).error().code == ErrorCode::Unreadable);
}

TEST_CASE("the head of a file is as long as asked, or as the file") {
    const test::TemporaryFolder folder;
    REQUIRE(writeFileAtomically(folder / "a", "content"));
    CHECK(*readHead(folder / "a", 3) == "con");
    CHECK(*readHead(folder / "a", 100) == "content");
}

TEST_CASE("a new file is never made over another") {
    const test::TemporaryFolder folder;
    REQUIRE(createFile(folder / "a", "first"));
    CHECK(createFile(folder / "a", "second").error().code == ErrorCode::Conflict);
    CHECK(*readFile(folder / "a") == "first");
    CHECK(createFile(folder / "no folder" / "a", "x").error().code == ErrorCode::Unwritable);
}
