// SPDX-License-Identifier: Apache-2.0

// Whatever keeps a file from being written, the old one stays as it was and nothing is left beside it.

#include <catch2/catch_all.hpp>

#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"

#ifndef _WIN32
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace tco;

namespace {

void rename(Document& document, const std::string& name) {
    REQUIRE(document.edit("Rename", [&](Editor& editor) { return editor.set({Kind::District, singleId}, "name", name); }));
}

std::size_t filesIn(const std::filesystem::path& folder) {
    return std::size_t(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

/// Fails to save over a good file under `condition`, which must end with its scope.
template <class Condition> void failsToSaveUnder(Condition condition) {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    auto document = Document::create();
    rename(document, "Before");
    REQUIRE(document.saveAs(path));
    const auto before = *readFile(path);
    rename(document, "After");

    const auto saved = [&] {
        const auto held = condition(folder.path());
        return document.save();
    }();
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::Unwritable);
    CHECK(saved.error().message.find(path.string()) != std::string::npos);
    CHECK(*readFile(path) == before);
    CHECK(filesIn(folder.path()) == 1);
    CHECK(document.isModified());
    CHECK(document.plan().district.name == "After");
    CHECK(document.save()); // once the cause is gone
}

} // namespace

TEST_CASE("a folder that is not there, and a folder in place of the file") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    const auto missing = document.saveAs(folder / "no such folder" / "plan.tco");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::Unwritable);
    CHECK(missing.error().message.find("the folder does not exist") != std::string::npos);
    CHECK(document.path().empty());

    const auto inPlace = document.saveAs(folder.path());
    REQUIRE_FALSE(inPlace);
    CHECK(inPlace.error().message.find("it is a folder") != std::string::npos);
}

#ifndef _WIN32
TEST_CASE("a full disk") {
    // A limit on the size of files fails as a full disk does, and needs no disk of its own.
    struct FileSizeLimit {
        FileSizeLimit() {
            std::signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &before);
            rlimit tight = before;
            tight.rlim_cur = 10'000;
            setrlimit(RLIMIT_FSIZE, &tight);
        }
        ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before); }
        FileSizeLimit(const FileSizeLimit&) = delete;
        rlimit before{};
    };
    failsToSaveUnder([](const auto&) { return std::make_unique<FileSizeLimit>(); });
}

TEST_CASE("a read-only folder") {
    if (geteuid() == 0) {
        WARN("not checked: the superuser may write everywhere");
        return;
    }
    struct ReadOnly {
        explicit ReadOnly(std::filesystem::path path) : folder(std::move(path)) {
            std::filesystem::permissions(folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        }
        ~ReadOnly() { std::filesystem::permissions(folder, std::filesystem::perms::owner_all); }
        ReadOnly(const ReadOnly&) = delete;
        std::filesystem::path folder;
    };
    failsToSaveUnder([](const std::filesystem::path& folder) { return std::make_unique<ReadOnly>(folder); });
}
#endif

TEST_CASE("who may read a file stays as it was, also for its backup; a write-protected file is left alone") {
    using std::filesystem::perms;
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    auto document = Document::create();
    REQUIRE(document.saveAs(path));
    std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    const auto rename = [&](const std::string& name) {
        return document.edit("Rename", [&](Editor& editor) { return editor.set({Kind::District, singleId}, "name", name); });
    };
    REQUIRE(rename("A"));
    REQUIRE(document.save());
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        if (entry.is_regular_file()) {
            INFO(entry.path());
            CHECK((entry.status().permissions() & perms::mask) == (perms::owner_read | perms::owner_write));
            ++files;
        }
    CHECK(files == 2);
    std::filesystem::permissions(path, perms::owner_read);
    const auto before = *readFile(path);
    REQUIRE(rename("B"));
    CHECK(document.save().error().message == "“" + path.string() + "” is write-protected; choose another name.");
    CHECK(*readFile(path) == before);
}
