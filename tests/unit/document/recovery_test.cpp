// SPDX-License-Identifier: Apache-2.0

// What a program that died leaves behind is offered back, once, and never takes the place of the file itself.

#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/sqlite_file.hpp"
#include "support/state_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/base/note.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using test::die, test::dies;

namespace {

const DocumentOptions kept{.recovery = true, .backups = 0};
constexpr ItemRef district{Kind::District, singleId};

void rename(Document& document, const std::string& name) {
    const auto renamed = document.edit("Rename to " + name, [&](Editor& editor) { return editor.set(district, "name", name); });
    if (!renamed) std::abort(); // also in a child, where no test can fail
}

/// A file with the name "Saved", and a program that died after it renamed the district to each of `names`.
struct Crash {
    test::StateFolder state;
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "plan.tco";

    explicit Crash(const std::vector<std::string>& names) {
        auto document = Document::create();
        REQUIRE(document.edit("Fill", [](Editor& editor) { return editor.replacePlan(randomPlan(5)); }));
        rename(document, "Saved");
        REQUIRE(document.saveAs(path));
        REQUIRE(dies([&] {
            auto edited = Document::open(path, kept);
            if (!edited) std::abort();
            for (const auto& name : names) rename(*edited, name);
            die();
        }));
    }
};

} // namespace

TEST_CASE("edits that were not saved are offered back after the program died, and the file is as it was saved") {
    const Crash crash({"A", "B"});
    CHECK(Document::open(crash.path)->plan().district.name == "Saved");

    const auto left = leftBehind();
    REQUIRE(left.size() == 1);
    CHECK(left[0].planFile == crash.path);
    CHECK(left[0].edits == std::vector<std::string>{"Rename to A", "Rename to B"});
    CHECK(left[0].lastEdited.size() == 19);
    CHECK(left[0].fault.empty());

    auto document = Document::recover(left[0], kept);
    REQUIRE(document);
    CHECK(document->plan().district.name == "B");
    CHECK(document->isModified());
    CHECK_FALSE(document->canUndo());
    CHECK(document->path() == crash.path);
    CHECK(leftBehind().empty()); // it is in use again
    REQUIRE(document->save());
    CHECK_FALSE(document->isModified());
    CHECK(Document::open(crash.path)->plan().district.name == "B");
    document = Document::create();
    CHECK(crash.state.files() == 0);
}

TEST_CASE("what holds no unsaved edits is removed without a word") {
    const Crash crash({});
    CHECK(crash.state.files() > 0);
    CHECK(leftBehind().empty());
    CHECK(crash.state.files() == 0);
}

TEST_CASE("a save leaves nothing to recover; edits after it do") {
    const Crash crash({});
    REQUIRE(dies([&] {
        auto document = Document::open(crash.path, kept);
        rename(*document, "A");
        if (!document->save()) std::abort();
        die();
    }));
    CHECK(leftBehind().empty());
    REQUIRE(dies([&] {
        auto document = Document::open(crash.path, kept);
        rename(*document, "B");
        if (!document->save()) std::abort();
        rename(*document, "C");
        if (!document->undo() || !document->redo()) std::abort();
        die();
    }));
    const auto left = leftBehind();
    REQUIRE(left.size() == 1);
    CHECK(left[0].edits == std::vector<std::string>{"Rename to C", "Undo: Rename to C", "Redo: Rename to C"});
    CHECK(Document::recover(left[0], kept)->plan().district.name == "C");
}

TEST_CASE("a new plan that was never saved comes back without a file") {
    const test::StateFolder state;
    const test::TemporaryFolder folder;
    REQUIRE(dies([] {
        auto document = Document::create(kept);
        rename(document, "New");
        die();
    }));
    const auto left = leftBehind();
    REQUIRE(left.size() == 1);
    CHECK(left[0].planFile.empty());
    auto document = Document::recover(left[0], kept);
    REQUIRE(document);
    CHECK(document->plan().district.name == "New");
    CHECK(document->path().empty());
    CHECK_FALSE(document->save());
    CHECK(document->saveAs(folder / "new.tco"));
}

TEST_CASE("recovered edits survive the next crash too, and discarded ones are gone") {
    const Crash crash({"A"});
    REQUIRE(dies([] {
        auto document = Document::recover(leftBehind().at(0), kept);
        rename(*document, "B");
        die();
    }));
    const auto left = leftBehind();
    REQUIRE(left.size() == 1);
    CHECK(left[0].edits == std::vector<std::string>{"Rename to A", "Rename to B"});
    REQUIRE(discard(left[0]));
    CHECK(crash.state.files() == 0);
    const auto gone = Document::recover(left[0], kept);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().message == "These edits are not there any more.");
}

TEST_CASE("a recovered plan does not overwrite what somebody else saved meanwhile") {
    const Crash crash({"Mine"});
    auto theirs = Document::open(crash.path);
    rename(*theirs, "Theirs");
    REQUIRE(theirs->save());

    auto mine = Document::recover(leftBehind().at(0), kept);
    REQUIRE(mine);
    const auto refused = mine->save();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(mine->saveAs(crash.folder / "mine.tco"));
    CHECK(Document::open(crash.path)->plan().district.name == "Theirs");
}

TEST_CASE("a damaged working copy is reported and can be discarded") {
    const Crash crash({"A"});
    const auto file = leftBehind().at(0).workingCopy;
    const auto spoil = GENERATE("cut", "noise", "table", "trigger");
    INFO(spoil);
    const auto content = *readFile(file);
    const std::string how = spoil;
    if (how == "cut") REQUIRE(writeFileAtomically(file, content.substr(0, content.size() / 2)));
    if (how == "noise") REQUIRE(writeFileAtomically(file, std::string(content.size(), 'x')));
    if (how == "table") CHECK(test::runSql(file, "DROP TABLE working_edit").empty());
    if (how == "trigger") CHECK(test::runSql(file, "CREATE TRIGGER t AFTER UPDATE ON site BEGIN DELETE FROM cohort; END").empty());
    const auto left = leftBehind();
    REQUIRE(left.size() == 1);
    CHECK(left[0].planFile == crash.path);
    CHECK(left[0].fault.ends_with("."));
    CHECK_FALSE(Document::recover(left[0], kept));
    CHECK(leftBehind().size() == 1); // nothing was thrown away
    CHECK(discard(left[0]));
    CHECK(leftBehind().empty());
    CHECK(Document::open(crash.path)->plan().district.name == "Saved");
}

TEST_CASE("working copies in use are left alone, and are gone when their documents close") {
    const test::StateFolder state;
    {
        auto first = Document::create(kept), second = Document::create(kept);
        rename(first, "A");
        rename(second, "B");
        CHECK(state.files() >= 4);
        CHECK(leftBehind().empty());
        first = std::move(second);
        CHECK(first.plan().district.name == "B");
        rename(first, "C");
    }
    CHECK(state.files() == 0);
}

TEST_CASE("edits are offered although the computer has another name now, or the process number is taken again") {
    for (const auto& [entry, value] : {std::pair("host", "LAPTOP-8"), std::pair("process", "1")}) {
        INFO(entry);
        const Crash crash({"A"});
        std::filesystem::path file;
        for (const auto& each : std::filesystem::directory_iterator(crash.state.path() / "working"))
            if (each.path().extension() == ".note") file = each.path();
        auto note = noteFromText(*readFile(file));
        REQUIRE(note.contains(entry));
        note[entry] = value;
        note["process-start"] = "";
        REQUIRE(writeFileAtomically(file, noteText(note)));
        REQUIRE(leftBehind().size() == 1);
        CHECK(Document::recover(leftBehind()[0], kept)->plan().district.name == "A");
    }
}

TEST_CASE("a working copy is for its user only") {
    const test::StateFolder state;
    const auto document = Document::create(kept);
    using std::filesystem::perms;
    CHECK((std::filesystem::status(state.path() / "working").permissions() & (perms::group_all | perms::others_all)) == perms::none);
}

TEST_CASE("without a state folder the plan opens all the same and says what is missing") {
    const Crash crash({});
    setenv("TCO_STATE_DIR", "/dev/null/state", 1);
    auto opened = Document::open(crash.path, kept);
    REQUIRE(opened);
    REQUIRE(opened->notices().size() == 1);
    CHECK(opened->notices()[0].message.starts_with("Edits are lost if the program ends unexpectedly, so save often: "));
    CHECK(Document::create(kept).notices().size() == 1);
    rename(*opened, "A");
    CHECK(opened->save());
    CHECK(leftBehind().empty());
}

TEST_CASE("opening a file that is none leaves nothing in the state folder") {
    const Crash crash({});
    leftBehind();
    CHECK(Document::open(crash.folder / "missing.tco", kept).error().code == ErrorCode::NotFound);
    REQUIRE(writeFileAtomically(crash.path, "District,Cedar ISD\n"));
    const auto refused = Document::open(crash.path, kept);
    CHECK(refused.error().message == "“" + crash.path.string() + "” is not a District TCO file.");
    CHECK(crash.state.files() == 0);
}
