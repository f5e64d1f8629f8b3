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
    checkRefused(place, "newer.tco", "newer District TCO");
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
