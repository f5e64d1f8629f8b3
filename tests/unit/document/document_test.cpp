// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using tco::test::planText;

namespace {

constexpr ItemRef district{Kind::District, singleId};

Document documentWith(const Plan& plan) {
    auto document = Document::create();
    REQUIRE(document.edit("Import plan", [&](Editor& editor) { return editor.replacePlan(plan); }));
    return document;
}

void setName(Document& document, const std::string& name) {
    REQUIRE(document.edit("Rename", [&](Editor& editor) { return editor.set(district, "name", name); }));
}

} // namespace

TEST_CASE("saving and reopening changes nothing, whatever the plan holds") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    CHECK(rc::check([&](std::uint32_t seed) {
        const auto plan = randomPlan(seed);
        auto document = documentWith(plan);
        RC_ASSERT(planText(document.plan()) == planText(plan));
        RC_ASSERT(document.saveAs(path).has_value());
        const auto reopened = Document::open(path);
        RC_ASSERT(reopened.has_value());
        RC_ASSERT(planText(reopened->plan()) == planText(plan));
        RC_ASSERT(!reopened->isModified());
    }));
}

TEST_CASE("a new plan has a district and assumptions with their defaults, no file, and nothing to undo") {
    const auto document = Document::create();
    CHECK(planText(document.plan()) == planText(Plan()));
    CHECK(document.path().empty());
    CHECK_FALSE(document.isModified());
    CHECK_FALSE(document.canUndo());
    CHECK(document.undoName().empty());
}

TEST_CASE("a new plan must be told where to save itself") {
    auto document = Document::create();
    const auto saved = document.save();
    REQUIRE_FALSE(saved);
    CHECK(saved.error().message == "The plan has no file yet; choose where to save it.");
}

TEST_CASE("undo and redo walk through the edits by name") {
    auto document = Document::create();
    setName(document, "Cedar ISD");
    REQUIRE(document.edit("Add site", [](Editor& editor) -> Expected<void> {
        if (auto added = editor.add(Kind::Site, {{"name", Value(std::string("Oak"))}}); !added) return failFrom(added);
        return {};
    }));
    CHECK(document.undoName() == "Add site");
    REQUIRE(document.undo());
    CHECK(document.plan().sites.empty());
    CHECK(document.redoName() == "Add site");
    CHECK(document.undoName() == "Rename");
    REQUIRE(document.undo());
    CHECK(document.plan().district.name.empty());
    CHECK_FALSE(document.undo());
    REQUIRE(document.redo());
    REQUIRE(document.redo());
    CHECK(document.plan().district.name == "Cedar ISD");
    CHECK(document.plan().sites.size() == 1);
    CHECK_FALSE(document.redo());
}

TEST_CASE("a new edit forgets what could be redone") {
    auto document = Document::create();
    setName(document, "A");
    REQUIRE(document.undo());
    setName(document, "B");
    CHECK_FALSE(document.canRedo());
}

TEST_CASE("an edit that changes nothing in the end is no step") {
    auto document = documentWith(randomPlan(7));
    const auto before = document.undoName();
    REQUIRE(document.edit("Nothing", [](Editor&) -> Expected<void> { return {}; }));
    REQUIRE(document.edit("Same", [&](Editor& editor) { return editor.set(district, "name", editor.plan().district.name); }));
    REQUIRE(document.edit("There and back", [&](Editor& editor) {
        const auto name = editor.plan().district.name;
        REQUIRE(editor.set(district, "name", std::string("Elsewhere")));
        return editor.set(district, "name", name);
    }));
    REQUIRE(document.edit("The same plan", [&](Editor& editor) { return editor.replacePlan(Plan(editor.plan())); }));
    CHECK(document.undoName() == before);
}

TEST_CASE("a failed edit leaves everything as it was") {
    auto document = documentWith(randomPlan(3));
    const auto before = planText(document.plan());
    const auto failed = document.edit("Half done", [](Editor& editor) {
        REQUIRE(editor.set(district, "name", std::string("Half")));
        REQUIRE(editor.add(Kind::Site, {{"name", Value(std::string("Half"))}}));
        return Expected<void>(fail(ErrorCode::InvalidInput, "No."));
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message == "No.");
    CHECK(planText(document.plan()) == before);
    CHECK(document.undoName() == "Import plan");
}

TEST_CASE("a snapshot stays as it was when it was taken") {
    auto document = Document::create();
    const auto snapshot = document.snapshot();
    setName(document, "Later");
    CHECK(snapshot->district.name.empty());
}

TEST_CASE("modified means: differs from the file") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    setName(document, "A");
    CHECK(document.isModified());
    REQUIRE(document.saveAs(folder / "a.tco"));
    CHECK_FALSE(document.isModified());
    CHECK(document.path() == folder / "a.tco");
    setName(document, "B");
    CHECK(document.isModified());
    REQUIRE(document.undo());
    CHECK_FALSE(document.isModified());
    REQUIRE(document.undo());
    CHECK(document.isModified());
    setName(document, "C"); // the saved state can no longer be reached
    CHECK(document.isModified());
}

TEST_CASE("at least 200 steps can be undone") {
    auto document = Document::create();
    for (int i = 0; i < 300; ++i) setName(document, "Name " + std::to_string(i));
    for (int i = 0; i < 300; ++i) REQUIRE(document.undo());
    CHECK(document.plan().district.name.empty());
}

TEST_CASE("a file that somebody else changed is not overwritten by Save") {
    const test::TemporaryFolder folder;
    const auto path = folder / "shared.tco";
    auto mine = Document::create();
    setName(mine, "Start");
    REQUIRE(mine.saveAs(path));
    auto theirs = Document::open(path);
    REQUIRE(theirs);
    setName(*theirs, "Theirs");
    REQUIRE(theirs->save());
    setName(mine, "Mine");

    const auto refused = mine.save();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(refused.error().message == "“" + path.string() + "” was changed by somebody else since it was opened; save this plan under another name.");
    CHECK(Document::open(path)->plan().district.name == "Theirs");
    CHECK(mine.isModified());

    REQUIRE(mine.saveAs(folder / "mine.tco"));
    CHECK(Document::open(folder / "mine.tco")->plan().district.name == "Mine");
    REQUIRE(mine.save());
}

TEST_CASE("a file that is gone is written again") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    REQUIRE(document.saveAs(folder / "a.tco"));
    std::filesystem::remove(folder / "a.tco");
    CHECK(document.save());
    CHECK(Document::open(folder / "a.tco"));
}

TEST_CASE("the file is what docs/file-format.md says: its type and version stand in the header, and nothing removed is left") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    setName(document, "Confidential name");
    REQUIRE(document.undo());
    setName(document, "Public name");
    REQUIRE(document.saveAs(folder / "a.tco"));
    const auto content = *readFile(folder / "a.tco");
    CHECK(content.substr(0, 16) == std::string("SQLite format 3\0", 16));
    CHECK(content.substr(68, 4) == "TCO1");
    CHECK(content.substr(60, 4) == std::string("\0\0\0\2", 4));
    CHECK(content.find("Public name") != std::string::npos);
    CHECK(content.find("Confidential") == std::string::npos);
}

TEST_CASE("what somebody else writes while a plan is being saved is not overwritten, and neither by saving under the same name") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    auto document = Document::create();
    REQUIRE(document.saveAs(path));
    REQUIRE(document.edit("Rename", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("Mine")); }));
    bool hasWritten = false;
    setWriteFaults([&] {
        if (!std::exchange(hasWritten, true)) std::ofstream(path, std::ios::binary | std::ios::app) << "theirs"; // while the backup is made
        return 0;
    });
    const auto saved = document.save();
    setWriteFaults({});
    REQUIRE(hasWritten);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::Conflict);
    CHECK(readFile(path)->ends_with("theirs"));
    CHECK(document.saveAs(path).error().code == ErrorCode::Conflict);
    CHECK(readFile(path)->ends_with("theirs"));
    CHECK(document.saveAs(folder / "other.tco"));
}
