// SPDX-License-Identifier: Apache-2.0

// What a district decides for good, as a user meets it: adopt, close-year, and the difference since.

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using nlohmann::json;
using namespace tco::test;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void makeRural(const Workplace& place) { place.done({"new", "plan.tco", "--from", sample("rural.json")}); }

} // namespace

TEST_CASE("What is adopted is kept, whatever changes later, and set against its scenario") {
    const Workplace place;
    makeRural(place);
    const auto told = place.done({"adopt", "plan.tco", "--scenario", "4-year lease", "--name", "Budget FY2027", "--by", "the board", "--on", "2026-06-15"});
    CHECK(holds(told, "Adopted as “Budget FY2027”; its plan years cost $"));
    CHECK(place.done({"diff", "plan.tco", "--adopted", "Budget FY2027"}) == "Budget FY2027 and now say the same.\n");

    auto plan = json::parse(place.done({"export", "plan.tco", "--json"}));
    REQUIRE(plan["adoptions"].size() == 1);
    CHECK(plan["adoptions"][0]["adopted_on"] == "2026-06-15");
    CHECK(plan["adoptions"][0]["adopted_by"] == "the board");

    // The text holds what was adopted, and a text that would change it does not come in.
    place.done({"export", "plan.tco", "--json", "-o", "twin.json"});
    place.done({"new", "twin.tco", "--from", "twin.json"});
    CHECK(place.done({"diff", "twin.tco", "--adopted", "Budget FY2027"}) == "Budget FY2027 and now say the same.\n");
    CHECK(place.done({"export", "twin.tco", "--json"}) == place.done({"export", "plan.tco", "--json"}));
    plan["adoptions"][0]["total"] = "1.00";
    place.write("edited.json", plan.dump());
    const auto refused = place.run({"import", "plan.tco", "--format", "plan-json", "edited.json"});
    CHECK(refused.exitCode != 0);
    CHECK(holds(refused.err, "“Budget FY2027” is adopted and does not change"));
    // Another version of another scenario: the sentence is about that one.
    CHECK(holds(place.done({"adopt", "plan.tco", "--name", "Version 2"}), "Adopted as “Version 2”"));
    CHECK(place.run({"adopt", "plan.tco", "--name", "version 2"}).exitCode == 2);
    const auto difference = json::parse(place.done({"diff", "plan.tco", "--adopted", "Budget FY2027", "--json"}));
    CHECK(difference["scenario"] == "4-year lease");

    CHECK(place.run({"adopt", "plan.tco", "--scenario", "No such", "--name", "X"}).exitCode == 2);
    CHECK(place.run({"adopt", "plan.tco", "--name", "X", "--on", "2026-13-01"}).exitCode == 2);
    CHECK(place.run({"diff", "plan.tco", "--adopted", "No such"}).exitCode == 2);
    CHECK(place.run({"diff", "plan.tco", "--adopted", "Budget FY2027", "--scenario", "4-year lease"}).exitCode == 2);
}

TEST_CASE("A year is closed once, and opened again") {
    const Workplace place;
    makeRural(place);
    const auto plan = json::parse(place.done({"export", "plan.tco", "--json"}));
    const auto year = std::to_string(plan["district"]["first_year"].get<int>());
    const auto words = "FY" + year.substr(2);
    CHECK(holds(place.done({"close-year", "plan.tco", year, "--by", "Ann Lee"}), words + " is closed at $"));
    const auto again = place.run({"close-year", "plan.tco", year});
    CHECK(again.exitCode == 2);
    CHECK(holds(again.err, words + " is closed already."));
    CHECK(place.run({"close-year", "plan.tco", "1999"}).exitCode == 2);
    CHECK(holds(place.done({"history", "plan.tco"}), "Close " + words));
    CHECK(holds(place.done({"close-year", "plan.tco", year, "--reopen"}), words + " is open again."));
    CHECK(place.run({"close-year", "plan.tco", year, "--reopen"}).exitCode == 2);
}

TEST_CASE("A file of version 1 says what it gains, and where the old one is") {
    const Workplace place;
    std::filesystem::copy_file(TCO_SOURCE_DIR "/tests/data/version-1.tco", place.folder() / "plan.tco");
    const auto told = place.run({"adopt", "plan.tco", "--name", "Budget"});
    CHECK(told.exitCode == 0);
    CHECK(holds(told.err, "tco: note: The file was brought up to date, from version 1 to 2"));
    CHECK(holds(told.err, " before version 2.tco”."));
    CHECK(place.run({"adopt", "plan.tco", "--name", "Budget 2"}).err.empty());
}

TEST_CASE("No export takes the place of a plan") {
    const Workplace place;
    makeRural(place);
    place.done({"new", "other.tco"});
    for (const std::vector<std::string>& how : {std::vector<std::string>{"--without-names"}, {"--json"}}) {
        std::vector<std::string> arguments{"export", "plan.tco"};
        arguments.insert(arguments.end(), how.begin(), how.end());
        arguments.insert(arguments.end(), {"-o", "other.tco"});
        const auto refused = place.run(arguments);
        CHECK(refused.exitCode == 3);
        CHECK(holds(refused.err, "“other.tco” exists already; choose another name."));
    }
    CHECK(place.run({"show", "other.tco"}).exitCode == 0);
}

TEST_CASE("An import from a file whose name is no text comes in under a readable name") {
    const Workplace place;
    makeRural(place);
    place.write("pl\xfcn.json", place.done({"export", "plan.tco", "--json"}));
    place.done({"new", "again.tco", "--from", "pl\xfcn.json"});
    CHECK(holds(place.done({"history", "again.tco"}), "(read from pl?n.json)"));
}
