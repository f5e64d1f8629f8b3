// SPDX-License-Identifier: Apache-2.0

// Save keeps the old file, once a day and not for ever.

#include <catch2/catch_all.hpp>

#include <set>

#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/base/presence.hpp"
#include "tco/document/document.hpp"

using namespace tco;

namespace {

void rename(Document& document, const std::string& name) {
    REQUIRE(document.edit("Rename", [&](Editor& editor) { return editor.set({Kind::District, singleId}, "name", name); }));
}

struct Saved {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "Cedar plan.tco", backups = folder / "Cedar plan backups";
    std::string today = tco::today().iso();

    Saved() {
        auto document = Document::create();
        rename(document, "First");
        REQUIRE(document.saveAs(path));
    }
    std::filesystem::path backupOf(const std::string& day) const { return backups / ("Cedar plan " + day + ".tco"); }
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(backups)) all.insert(entry.path().filename().string());
        return all;
    }
};

} // namespace

TEST_CASE("the first save of a day keeps the file as it was before; later ones keep that copy") {
    const Saved saved;
    CHECK_FALSE(std::filesystem::exists(saved.backups)); // there was nothing to keep
    const auto before = *readFile(saved.path);
    auto document = Document::open(saved.path);
    for (const auto* name : {"Second", "Third"}) {
        rename(*document, name);
        REQUIRE(document->save());
        CHECK(document->notices().empty());
        CHECK(saved.names() == std::set<std::string>{"Cedar plan " + saved.today + ".tco"});
        CHECK(*readFile(saved.backupOf(saved.today)) == before);
    }
    CHECK(Document::open(saved.path)->plan().district.name == "Third");
}

TEST_CASE("the newest copies stay, as many as the limit says, and other files are left alone") {
    const Saved saved;
    std::filesystem::create_directory(saved.backups);
    for (int day = 10; day < 25; ++day) REQUIRE(writeFileAtomically(saved.backupOf("2026-03-" + std::to_string(day)), "old"));
    for (const auto* name : {"Cedar plan 2026-02-30.tco", "Cedar plan 2025-01-01 before version 2.tco", "notes.txt"})
        REQUIRE(writeFileAtomically(saved.backups / name, "mine"));
    auto document = Document::open(saved.path, {.backups = 3});
    rename(*document, "Second");
    REQUIRE(document->save());
    CHECK(saved.names() == std::set<std::string>{"Cedar plan 2026-02-30.tco", "Cedar plan 2025-01-01 before version 2.tco", "notes.txt",
                                                 "Cedar plan 2026-03-23.tco", "Cedar plan 2026-03-24.tco", "Cedar plan " + saved.today + ".tco"});
}

TEST_CASE("a limit of 0 keeps none") {
    const Saved saved;
    auto document = Document::open(saved.path, {.backups = 0});
    rename(*document, "Second");
    REQUIRE(document->save());
    CHECK_FALSE(std::filesystem::exists(saved.backups));
}

TEST_CASE("where no backup can be kept the plan is saved all the same, and says so") {
    const Saved saved;
    REQUIRE(writeFileAtomically(saved.backups, "a file in place of the folder"));
    auto document = Document::open(saved.path);
    rename(*document, "Second");
    REQUIRE(document->save());
    REQUIRE(document->notices().size() == 1);
    CHECK(document->notices()[0].message.starts_with("The plan was saved, but no backup copy of the old file was kept: "));
    CHECK(Document::open(saved.path)->plan().district.name == "Second");
    std::filesystem::remove(saved.backups);
    REQUIRE(document->save());
    CHECK(document->notices().empty());
}

TEST_CASE("saving over another plan keeps that one") {
    const Saved saved;
    auto other = Document::create();
    rename(other, "Other");
    REQUIRE(other.saveAs(saved.path));
    CHECK(Document::open(saved.backupOf(saved.today))->plan().district.name == "First");
}
