// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch_all.hpp>

#include "program.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Every command that opens a plan, on this file.
std::vector<std::vector<std::string>> commandsOn(const std::string& file) {
    return {{"show", file},
            {"check", file},
            {"compare", file},
            {"explain", file},
            {"report", file, "-o", "out.pdf"},
            {"export", file, "--json", "-o", "out.json"},
            {"import", file, "--format", "gam-chromeos", sample("chromebooks.csv")}};
}

void checkRefused(const Workplace& place, const std::string& file, const std::string& sentence) {
    for (const auto& arguments : commandsOn(file)) {
        const auto outcome = place.run(arguments);
        INFO(arguments[0] << ": " << outcome.err);
        CHECK(outcome.exitCode == 3);
        CHECK(outcome.err.starts_with("tco: "));
        CHECK_THAT(outcome.err, ContainsSubstring(file) && ContainsSubstring(sentence));
        CHECK(outcome.out.empty());
    }
    CHECK_FALSE(place.exists("out.pdf"));
    CHECK_FALSE(place.exists("out.json"));
}

} // namespace

TEST_CASE("A file that is no plan is refused by every command") {
    const Workplace place;
    checkRefused(place, "missing.tco", "does not exist");
    place.write("letter.tco", "Dear board,\n");
    checkRefused(place, "letter.tco", "is not a District TCO file");

    place.done({"new", "good.tco", "--from", sample("rural.json")});
    const auto good = place.read("good.tco");
    place.write("half.tco", good.substr(0, good.size() / 2));
    checkRefused(place, "half.tco", "incomplete");
    auto newer = good;
    newer[60] = 1; // the schema version in the header of a SQLite file
    place.write("newer.tco", newer);
    CHECK(place.done({"show", "newer.tco"}) == place.done({"show", "good.tco"})); // it has all that this version knows
    const auto refused = place.run({"import", "newer.tco", "--format", "gam-chromeos", sample("chromebooks.csv")});
    CHECK(refused.exitCode == 3);
    CHECK_THAT(refused.err, ContainsSubstring("newer District TCO"));
    CHECK(place.read("newer.tco") == newer);
}

TEST_CASE("A plan that somebody has open is not changed, but can be read") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("rural.json")});
    const auto before = place.read("a.tco");
    place.write(".~lock.a.tco#", "host: LAPTOP-7\nprocess: 4711\nsince: 2026-11-02 16:05\nuser: Ann Lee\n");
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"import", "a.tco", "--format", "gam-chromeos", sample("chromebooks.csv")},
                                                                       {"practice", "apply", "a.tco", "IL"}}) {
        const auto refused = place.run(arguments);
        CHECK(refused.exitCode == 3);
        CHECK(refused.err == "tco: “a.tco” is in use by Ann Lee on LAPTOP-7 since Nov 2, 2026, 16:05; open it read-only or work on a copy.\n");
    }
    CHECK(place.read("a.tco") == before);
    CHECK(place.run({"show", "a.tco"}).exitCode == 0);
    CHECK(place.exists(".~lock.a.tco#"));
}

TEST_CASE("A command that changes a plan keeps the old file and leaves no lock") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("rural.json")});
    const auto before = place.read("a.tco");
    place.run({"import", "a.tco", "--format", "gam-chromeos", sample("chromebooks.csv")});
    CHECK(place.read("a.tco") != before);
    CHECK_FALSE(place.exists(".~lock.a.tco#"));
    const auto backups = std::filesystem::directory_iterator(place.folder() / "a backups");
    CHECK(place.read("a backups/" + backups->path().filename().string()) == before);
}

TEST_CASE("recover makes a new plan of what a damaged one still holds") {
    const Workplace place;
    place.done({"new", "good.tco", "--from", sample("rural.json")});
    auto damaged = place.read("good.tco");
    CHECK(place.done({"recover", "good.tco", "-o", "same.tco"}) == "Made same.tco; nothing is missing.\n");
    CHECK(place.done({"export", "same.tco", "--json"}) == place.done({"export", "good.tco", "--json"}));

    damaged.resize(damaged.size() - 4096);
    place.write("damaged.tco", damaged);
    const auto rescued = place.run({"recover", "damaged.tco", "-o", "rescued.tco", "--json"});
    CHECK((rescued.exitCode == 0 || rescued.exitCode == 1)); // the last page may hold an index only
    CHECK_THAT(rescued.out, ContainsSubstring("\"lost\": ["));
    CHECK(place.run({"show", "rescued.tco"}).exitCode == 0);
    CHECK(place.read("damaged.tco") == damaged);

    for (const auto* output : {"damaged.tco", "good.tco"}) {
        const auto refused = place.run({"recover", "damaged.tco", "-o", output});
        CHECK(refused.exitCode == 3);
        CHECK_THAT(refused.err, ContainsSubstring("exists already"));
    }
    place.write("letter.tco", "Dear board,\n");
    CHECK(place.run({"recover", "letter.tco", "-o", "none.tco"}).exitCode == 3);
    CHECK_FALSE(place.exists("none.tco"));
}

TEST_CASE("new never overwrites a file") {
    const Workplace place;
    place.write("a.tco", "mine");
    const auto outcome = place.run({"new", "a.tco"});
    CHECK(outcome.exitCode == 3);
    CHECK(outcome.err == "tco: “a.tco” exists already; choose another name.\n");
    CHECK(place.read("a.tco") == "mine");
}

TEST_CASE("Places that cannot be written are named") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("rural.json")});
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"new", "nowhere/b.tco"}, {"export", "a.tco", "--json", "-o", "nowhere/plan.json"}, {"new", "b.tco", "--from", "nowhere.json"}}) {
        const auto outcome = place.run(arguments);
        INFO(outcome.err);
        CHECK(outcome.exitCode == 3);
        CHECK_THAT(outcome.err, ContainsSubstring("nowhere"));
    }
    CHECK_FALSE(place.exists("b.tco"));
    if (std::filesystem::exists("/dev/full")) {
        const auto outcome = place.run({"export", "a.tco", "--json"}, "/dev/full");
        CHECK(outcome.exitCode == 3);
        CHECK_THAT(outcome.err, ContainsSubstring("the disk is full"));
    }
}

TEST_CASE("A folder that is read-only is named and nothing is half written") {
    if (geteuid() == 0) return; // root may write everywhere
    const Workplace place;
    std::filesystem::create_directory(place.folder() / "locked");
    place.done({"new", "locked/a.tco", "--from", sample("rural.json")});
    const auto before = place.read("locked/a.tco");
    std::filesystem::permissions(place.folder() / "locked", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    const auto outcome = place.run({"import", "locked/a.tco", "--format", "gam-chromeos", sample("chromebooks.csv")});
    std::filesystem::permissions(place.folder() / "locked", std::filesystem::perms::owner_all);
    CHECK(outcome.exitCode == 3);
    CHECK_THAT(outcome.err, ContainsSubstring("permission"));
    CHECK(place.read("locked/a.tco") == before);
    CHECK(std::distance(std::filesystem::directory_iterator(place.folder() / "locked"), {}) == 1);
}
