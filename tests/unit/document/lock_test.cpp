// SPDX-License-Identifier: Apache-2.0

// Who opens a plan second is told who has it, and can look at it or work on a copy.

#include <catch2/catch_all.hpp>

#include <cerrno>

#include "support/state_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/base/presence.hpp"
#include "tco/document/document.hpp"

using namespace tco;

namespace {

constexpr ItemRef district{Kind::District, singleId};

DocumentOptions locking(std::string user = "Ann Lee") { return {.locking = true, .backups = 0, .user = std::move(user)}; }

Expected<void> rename(Document& document, const std::string& name) {
    return document.edit("Rename", [&](Editor& editor) { return editor.set(district, "name", name); });
}

struct Saved {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "plan.tco", lock = folder / ".~lock.plan.tco#";

    Saved() { REQUIRE(Document::create().saveAs(path)); }

    void writeLock(const Presence& presence) const {
        NoteLines note;
        write(note, presence);
        REQUIRE(writeFileAtomically(lock, noteText(note)));
    }
    bool isLocked() const { return std::filesystem::exists(lock); }
};

} // namespace

TEST_CASE("a plan that somebody has open says who, and opens read-only") {
    const Saved plan;
    const auto today = presenceHere().since.substr(0, 10);
    plan.writeLock({"Ann Lee", "LAPTOP-7", 4711, "", today + " 09:12"});
    const auto refused = Document::open(plan.path, locking());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InUse);
    CHECK(refused.error().message == "“" + plan.path.string() + "” is in use by Ann Lee on LAPTOP-7 since 9:12; open it read-only or work on a copy.");

    auto readOnly = locking();
    readOnly.readOnly = true;
    auto document = Document::open(plan.path, readOnly);
    REQUIRE(document);
    CHECK(document->isReadOnly());
    CHECK(rename(*document, "A").error().message == "The plan is open read-only; save it under another name to change it.");
    CHECK_FALSE(document->save());
    CHECK_FALSE(document->saveAs(plan.path));
    REQUIRE(document->saveAs(plan.folder / "copy.tco"));
    CHECK_FALSE(document->isReadOnly());
    CHECK(rename(*document, "A"));
    CHECK(document->save());
    CHECK(std::filesystem::exists(plan.folder / ".~lock.copy.tco#"));
    CHECK(plan.isLocked()); // Ann's
}

TEST_CASE("a lock of another day names the day") {
    const Saved plan;
    plan.writeLock({"Ann Lee", "LAPTOP-7", 4711, "", "2026-11-02 16:05"});
    CHECK(Document::open(plan.path, locking()).error().message.find("by Ann Lee on LAPTOP-7 since Nov 2, 2026, 16:05;") != std::string::npos);
}

TEST_CASE("a lock is there while the plan is open, and goes with it") {
    const Saved plan;
    {
        auto document = Document::open(plan.path, locking());
        REQUIRE(document);
        CHECK(plan.isLocked());
        CHECK(readFile(plan.lock)->find("user: Ann Lee\n") != std::string::npos);
        const auto twice = Document::open(plan.path, locking());
        REQUIRE_FALSE(twice);
        CHECK(twice.error().message == "“" + plan.path.string() + "” is open in this program already.");

        REQUIRE(document->saveAs(plan.folder / "other.tco")); // the lock moves with the document
        CHECK_FALSE(plan.isLocked());
        CHECK(std::filesystem::exists(plan.folder / ".~lock.other.tco#"));
        CHECK(Document::open(plan.path, locking()));
        CHECK(document->save());
    }
    CHECK_FALSE(std::filesystem::exists(plan.folder / ".~lock.other.tco#"));
    CHECK(Document::open(plan.path)); // looking takes no lock
    CHECK_FALSE(plan.isLocked());
}

TEST_CASE("saving over a plan that somebody has open is refused") {
    const Saved plan;
    plan.writeLock({"Ann Lee", "LAPTOP-7", 4711, "", "2026-11-02 16:05"});
    const auto before = *readFile(plan.path);
    auto document = Document::create(locking("Bo"));
    REQUIRE(rename(document, "Bo's"));
    CHECK(document.saveAs(plan.path).error().code == ErrorCode::InUse);
    CHECK(*readFile(plan.path) == before);
    CHECK(document.path().empty());
}

TEST_CASE("the lock of a program that died is taken over, with what else it left") {
    const Saved plan;
    REQUIRE(test::dies([&] {
        auto document = Document::open(plan.path, locking());
        if (document) test::die();
    }));
    REQUIRE(plan.isLocked());
    REQUIRE(writeFileAtomically(plan.folder / "plan.tco.0123abcd.tmp", "half a file"));
    REQUIRE(writeFileAtomically(plan.folder / "plan.tco.2026.tmp", "somebody's own"));
    CHECK(Document::open(plan.path, locking()));
    CHECK_FALSE(plan.isLocked());
    CHECK_FALSE(std::filesystem::exists(plan.folder / "plan.tco.0123abcd.tmp"));
    CHECK(std::filesystem::exists(plan.folder / "plan.tco.2026.tmp"));
}

TEST_CASE("a lock whose process number went to another program is taken over; nonsense in it too") {
    const Saved plan;
    auto other = presenceHere();
    if (!other.processStart.empty()) { // the system tells when a process began
        other.processStart = "1";
        plan.writeLock(other);
        CHECK(Document::open(plan.path, locking()));
    }
    const auto* const nonsense = GENERATE("", "process: -5\n", "user: \xff\xfe\nprocess: 99999999999999999999\n");
    REQUIRE(writeFileAtomically(plan.lock, nonsense));
    CHECK(Document::open(plan.path, locking()));
}

TEST_CASE("a lock that is not ours any more is not removed") {
    const Saved plan;
    {
        auto document = Document::open(plan.path, locking());
        REQUIRE(document);
        plan.writeLock({"Bo", "DESK-1", 12, "", "2026-11-27 10:00"});
    }
    CHECK(plan.isLocked());
}

TEST_CASE("a folder that takes no lock opens the plan and says so") {
    const Saved plan;
    setWriteFaults([] { return EROFS; });
    auto document = Document::open(plan.path, locking());
    setWriteFaults({});
    REQUIRE(document);
    REQUIRE(document->notices().size() == 1);
    CHECK(document->notices()[0].message.starts_with("Others cannot see that you work on this plan: "));
    CHECK(rename(*document, "A"));
    CHECK(document->save());
}
