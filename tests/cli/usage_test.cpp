// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "program.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("Every command explains itself with an example") {
    const Workplace place;
    CHECK_THAT(place.done({"--help"}), ContainsSubstring("Exit codes: 0 done"));
    CHECK_THAT(place.done({"--version"}), ContainsSubstring("tco 0."));
    for (const char* command : {"new", "show", "check", "import", "compare", "explain", "report", "export", "history", "diff", "merge"}) {
        INFO(command);
        const auto help = place.done({command, "--help"});
        CHECK_THAT(help, ContainsSubstring("Example"));
        CHECK_THAT(help, ContainsSubstring(std::string("  tco ") + command + " "));
        CHECK_THAT(help, ContainsSubstring("FILE"));
        CHECK_THAT(place.done({"--help"}), ContainsSubstring(std::string("\n  ") + command));
    }
}

TEST_CASE("Wrong usage is exit code 2 and changes nothing") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("rural.json")});
    const auto before = place.read("a.tco");
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"destroy"},
        {"show"},
        {"show", "a.tco", "b.tco"},
        {"show", "a.tco", "--colour"},
        {"export", "a.tco"},
        {"export", "a.tco", "--json", "-o", "./a.tco"},
        {"import", "a.tco", "devices.csv"},
        {"import", "a.tco", "--format", "punch-cards", "devices.csv"},
        {"import", "a.tco", "--format", "gam-chromeos"},
        {"import", "a.tco", "--format", "user-survey", "answers.csv", "--weeks", "53"},
        {"export", "a.tco", "--json", "--survey-form"},
        {"export", "a.tco", "--survey-form", "-o", "./a.tco"},
        {"compare", "a.tco", "--scenario", "No such"},
        {"compare", "a.tco", "--scenario"},
        {"explain", "a.tco", "--scenario", "No such"},
        {"explain", "a.tco", "--year", "1999"},
        {"explain", "a.tco", "--year", "next"},
        {"explain", "a.tco", "--category", "ponies"},
        {"report", "a.tco"},
        {"report", "a.tco", "-o", "a.tco"},
        {"report", "a.tco", "-o", "r.pdf", "--scenario", "No such"},
    };
    for (const auto& arguments : wrong) {
        const auto outcome = place.run(arguments);
        INFO((arguments.empty() ? "no arguments" : arguments.back()) << "\n" << outcome.err);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.err.starts_with("tco: "));
        CHECK(outcome.out.empty());
    }
    CHECK(place.read("a.tco") == before);
    CHECK_FALSE(place.exists("r.pdf"));
    CHECK_THAT(place.run({"compare", "a.tco", "--scenario", "No such"}).err, ContainsSubstring("There is no scenario named “No such”; this plan has “"));
}

TEST_CASE("The flag --verbose may stand before and after the command") {
    const Workplace place;
    place.done({"--verbose", "new", "a.tco"});
    place.done({"show", "a.tco", "--verbose"});
    CHECK(place.exists("state/district-tco/tco.log"));
}
