// SPDX-License-Identifier: Apache-2.0

// A disk that runs full, turns read-only or fails, at every step of an edit or a save: the file is the old or the new one,
// the plan on the screen stays, and work goes on once there is room again.

#include <cerrno>

#include <catch2/catch_all.hpp>

#include "faulty_disk.hpp"
#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/state_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using test::FaultyDisk, test::planText;

namespace {

const DocumentOptions asDesktop{.locking = true, .recovery = true};
constexpr ItemRef district{Kind::District, singleId};

Expected<void> rename(Document& document, const std::string& name) {
    return document.edit("Rename", [&](Editor& editor) { return editor.set(district, "name", name); });
}

struct Workplace {
    test::StateFolder state;
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "plan.tco";

    Workplace() {
        static std::string content;
        if (!content.empty()) {
            REQUIRE(writeFileAtomically(path, content));
            return;
        }
        auto document = Document::create();
        REQUIRE(rename(document, "Old"));
        REQUIRE(document.saveAs(path));
        content = *readFile(path);
    }
    std::string nameInFile() const {
        const auto document = Document::open(path);
        REQUIRE(document);
        return document->plan().district.name;
    }
};

void checkSentence(const Error& error) {
    CHECK(error.code == ErrorCode::Unwritable);
    CHECK(error.message.ends_with("."));
    CHECK((error.message.find("full") != error.message.npos || error.message.find("read-only") != error.message.npos ||
           error.message.find("does not answer") != error.message.npos));
}

/// Calls `attempt` with a disk that fails from each step on (once, or for good), until nothing fails any more.
template <class Attempt> void atEveryStep(Attempt attempt) {
    const auto [fault, recovers] = GENERATE(table<int, bool>({{ENOSPC, false}, {ENOSPC, true}, {EROFS, false}, {EIO, true}}));
    INFO("errno " << fault << (recovers ? ", once" : ", for good"));
    for (int step = 0; step < 2000; step += step < 30 ? 1 : 3) {
        INFO("step " << step);
        bool wasReached = false;
        attempt(step, [&wasReached, fault = fault, recovers = recovers] { return std::exchange(wasReached, true) && recovers ? 0 : fault; });
        if (!wasReached) {
            CHECK(step > 5);
            return;
        }
    }
    FAIL("there is no end of steps");
}

} // namespace

TEST_CASE("whatever fails while saving, the file is the old or the new one") {
    atEveryStep([](int step, const std::function<int()>& fault) {
        const Workplace place;
        auto document = Document::open(place.path, asDesktop);
        REQUIRE(document);
        REQUIRE(rename(*document, "New"));
        const auto before = *readFile(place.path);
        const auto saved = [&] {
            const FaultyDisk disk(step, fault);
            return document->save();
        }();
        if (saved) {
            CHECK(place.nameInFile() == "New");
            CHECK_FALSE(document->isModified());
        } else {
            checkSentence(saved.error());
            CHECK(saved.error().message.find(place.path.string()) != std::string::npos);
            CHECK(*readFile(place.path) == before);
            CHECK(document->isModified());
        }
        CHECK(document->plan().district.name == "New");
        REQUIRE(rename(*document, "Newer")); // the disk is back
        REQUIRE(document->save());
        CHECK(place.nameInFile() == "Newer");
        CHECK(document->undo());
    });
}

TEST_CASE("whatever fails during an edit, it is made or it is not, and the next one works") {
    atEveryStep([](int step, const std::function<int()>& fault) {
        const Workplace place;
        auto document = Document::open(place.path, asDesktop);
        REQUIRE(document);
        REQUIRE(rename(*document, "First"));
        const auto before = planText(document->plan());
        const auto edited = [&] {
            const FaultyDisk disk(step, fault);
            return document->edit("Fill", [](Editor& editor) { return editor.replacePlan(randomPlan(4)); }); // large enough for many pages
        }();
        if (!edited) {
            checkSentence(edited.error());
            CHECK(planText(document->plan()) == before);
            CHECK(document->undoName() == "Rename");
        }
        REQUIRE(rename(*document, "Second"));
        REQUIRE(document->save());
        CHECK(place.nameInFile() == "Second");
        REQUIRE(document->undo());
        CHECK(document->plan().district.name == (edited ? randomPlan(4).district.name : "First"));
    });
}

TEST_CASE("whatever fails while opening, the plan opens, and closing leaves nothing") {
    atEveryStep([](int step, const std::function<int()>& fault) {
        const Workplace place;
        const auto before = *readFile(place.path);
        {
            const auto opened = [&] {
                const FaultyDisk disk(step, fault);
                return Document::open(place.path, asDesktop);
            }();
            REQUIRE(opened);
            CHECK(opened->plan().district.name == "Old");
        }
        CHECK(*readFile(place.path) == before);
        CHECK(leftBehind().empty());
        CHECK(place.state.files() == 0);
    });
}
