// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <cstdlib>

#include "tco/base/note.hpp"
#include "tco/base/presence.hpp"
#include "tco/base/user_folders.hpp"

#ifndef _WIN32
#include "support/state_folder.hpp"
#endif

using namespace tco;

TEST_CASE("what is noted is read again, whatever the characters") {
    const NoteLines note{{"name", "Ann: Lee\n100%\r\n"}, {"file", "/home/ann/plan %0a 5%.tco"}, {"empty", ""}, {"number", "-42"}};
    CHECK(noteFromText(noteText(note)) == note);
    CHECK(noteText({{"a", "x\ny"}}) == "a: x%0ay\n");
    CHECK(textIn(note, "missing").empty());
    CHECK(numberIn(note, "number") == -42);
    CHECK(numberIn(note, "name") == 0);
    CHECK(numberIn(note, "missing") == 0);
}

TEST_CASE("a note of somebody else may hold nonsense") {
    CHECK(noteFromText("").empty());
    CHECK(noteFromText("no colon\n\n:\n%").empty());
    CHECK(noteFromText("a: 1\na: %zz %") == NoteLines{{"a", "%zz %"}});
    CHECK(numberIn({{"n", "99999999999999999999"}}, "n") == 0);
    CHECK(presenceIn(noteFromText("user: \xff\nprocess: x\n")) == Presence());
}

TEST_CASE("this process is here and not gone") {
    const auto here = presenceHere("Ann Lee");
    CHECK(here.user == "Ann Lee");
    CHECK_FALSE(presenceHere().user.empty());
    CHECK(isHere(here));
    CHECK_FALSE(isGone(here));
    NoteLines note;
    write(note, here);
    CHECK(presenceIn(noteFromText(noteText(note))) == here);
}

TEST_CASE("a process is gone when its number is free or somebody else's; on another host nobody knows") {
    auto other = presenceHere();
    if (!other.processStart.empty()) {
        other.processStart = "1";
        CHECK(isGone(other));
        CHECK_FALSE(isHere(other));
    }
    other.host = "LAPTOP-7";
    CHECK_FALSE(isGone(other));
    CHECK(isGone(Presence()));
#ifndef _WIN32
    Presence dead;
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    REQUIRE(test::dies([&] {
        const auto process = presenceHere().process;
        if (write(ends[1], &process, sizeof process) == sizeof process) test::die();
    }));
    dead.host = presenceHere().host;
    REQUIRE(read(ends[0], &dead.process, sizeof dead.process) == sizeof dead.process);
    close(ends[0]);
    close(ends[1]);
    CHECK(isGone(dead));
#endif
}

TEST_CASE("a person is told who it is and since when") {
    const Presence ann{"Ann Lee", "LAPTOP-7", 1, "", "2026-11-27 09:12"};
    CHECK(inWords(ann, Date::of(2026, 11, 27)) == "Ann Lee on LAPTOP-7 since 9:12");
    CHECK(inWords(ann, Date::of(2026, 11, 28)) == "Ann Lee on LAPTOP-7 since Nov 27, 2026, 9:12");
    CHECK(inWords({"Ann Lee", "", 1, "", "2026-11-27 16:05"}, Date::of(2026, 11, 27)) == "Ann Lee since 16:05");
    CHECK(inWords({"", "LAPTOP-7", 1, "", "yesterday"}, Date::of(2026, 11, 27)) == "somebody else on LAPTOP-7");
    CHECK(inWords({}, Date::of(2026, 11, 27)) == "somebody else");
}

#ifndef _WIN32
TEST_CASE("the state folder is where the user or the system wants it") {
    {
        const test::StateFolder state;
        CHECK(userStateFolder() == state.path());
    }
#ifndef __APPLE__
    setenv("XDG_STATE_HOME", "/srv/state", 1);
    CHECK(userStateFolder() == "/srv/state/district-tco");
    setenv("XDG_STATE_HOME", "not/absolute", 1); // the XDG specification: to be ignored
    CHECK(userStateFolder() == std::filesystem::path(std::getenv("HOME")) / ".local/state/district-tco");
    unsetenv("XDG_STATE_HOME");
#endif
}
#endif
