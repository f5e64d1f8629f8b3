// SPDX-License-Identifier: Apache-2.0

// What the commands answer.

#include <limits>
#include <set>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"
#include "tco/money/text.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

tco::Money money(const json& text) {
    const auto value = tco::Decimal::parse(text.get<std::string>());
    REQUIRE(value);
    return *tco::Money::rounded(*value);
}

void collectKeys(const json& value, std::set<std::string>& keys) {
    for (const auto& [key, entry] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (entry.is_structured()) collectKeys(entry, keys);
    }
}

json answer(const Workplace& place, const std::vector<std::string>& arguments) {
    const auto outcome = place.run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.exitCode < 2);
    return json::parse(outcome.out);
}

} // namespace

TEST_CASE("Every key of every JSON answer is documented") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("suburban.json")});
    std::set<std::string> keys;
    for (const char* command : {"check", "compare", "explain", "history"}) collectKeys(answer(place, {command, "a.tco", "--json"}), keys);
    CHECK(keys.size() > 40);
    std::filesystem::copy_file(TCO_SOURCE_DIR "/docs/cli.md", place.folder() / "cli.md");
    const auto page = place.read("cli.md");
    for (const auto& key : keys) {
        INFO(key);
        CHECK(page.find("`" + key + "`") != std::string::npos);
    }
}

TEST_CASE("The comparison adds up") {
    for (const auto& path : samplePlans()) {
        INFO(path);
        const Workplace place;
        place.run({"new", "a.tco", "--from", path});
        const auto comparison = answer(place, {"compare", "a.tco", "--json"});
        CHECK(comparison["currency"] == "USD");
        CHECK(comparison["years"][0] == comparison["first_year"]);
        const auto& scenarios = comparison["scenarios"];
        REQUIRE(scenarios.size() >= 1);
        for (const auto& scenario : scenarios) {
            tco::Money nominal, present, categories;
            for (const auto& year : scenario["by_year"]) {
                tco::Money inYear;
                for (const auto& amount : year["by_category"]) inYear += money(amount);
                CHECK(inYear == money(year["nominal"]));
                nominal += money(year["nominal"]);
                present += money(year["present_value"]);
            }
            for (const auto& amount : scenario["by_category"]) categories += money(amount);
            tco::Money elements;
            for (const auto& amount : scenario["by_element"]) elements += money(amount);
            CHECK(elements == money(scenario["nominal"]));
            CHECK(money(scenario["direct"]) + money(scenario["indirect"]) == money(scenario["nominal"]));
            CHECK(money(scenario["capital"]) + money(scenario["operating"]) == money(scenario["direct"]));
            CHECK(scenario["budget"]["nominal"] == scenario["direct"]);
            CHECK(nominal == money(scenario["nominal"]));
            CHECK(categories == nominal);
            CHECK(present == money(scenario["present_value"]));
            CHECK(money(scenario["difference"]["nominal"]) == nominal - money(scenarios[0]["nominal"]));
            CHECK(scenario["by_year"].size() == comparison["years"].size());
        }
        CHECK_THAT(place.run({"compare", "a.tco"}).out, ContainsSubstring(comparison["answer"].get<std::string>().substr(0, 20)));
    }
}

TEST_CASE("A total opens to postings that add up to it") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("rural.json")});
    const auto comparison = answer(place, {"compare", "a.tco", "--json"});
    for (const auto& scenario : comparison["scenarios"]) {
        const auto name = scenario["name"].get<std::string>();
        CHECK(answer(place, {"explain", "a.tco", "--scenario", name, "--json"})["nominal"] == scenario["nominal"]);
        const auto& year = scenario["by_year"][0];
        const auto opened = answer(place, {"explain", "a.tco", "--scenario", name, "--year", year["year"].dump(), "--category", "devices", "--json"});
        CHECK(opened["nominal"] == year["by_category"]["devices"]);
        tco::Money lines;
        for (const auto& line : opened["lines"]) {
            tco::Money postings;
            for (const auto& posting : line["postings"]) {
                postings += money(posting["nominal"]);
                CHECK(posting["year"] == year["year"]);
                CHECK(posting["category"] == "devices");
                CHECK_THAT(posting["formula"].get<std::string>(), ContainsSubstring(" = "));
            }
            CHECK(postings == money(line["nominal"]));
            lines += postings;
        }
        CHECK(lines == money(opened["nominal"]));
    }
    CHECK_THAT(place.run({"explain", "a.tco", "--category", "staff"}).out, ContainsSubstring(", Staff: $") && ContainsSubstring("Salary of "));
}

TEST_CASE("Scenarios come in the order they are asked for, by name in any case") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("rural.json")});
    const auto all = answer(place, {"compare", "a.tco", "--json"})["scenarios"];
    REQUIRE(all.size() >= 2);
    auto lower = all[0]["name"].get<std::string>();
    for (auto& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const auto two = answer(place, {"compare", "a.tco", "--json", "--scenario", all[1]["name"], "--scenario", lower});
    CHECK(two["scenarios"].size() == 2);
    CHECK(two["scenarios"][0]["name"] == all[1]["name"]);
    CHECK(two["scenarios"][1]["name"] == all[0]["name"]);
    CHECK(money(two["scenarios"][1]["difference"]["nominal"]) == -money(all[1]["difference"]["nominal"]));
}

TEST_CASE("The break-even payment stands in the JSON where there is a lease") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("suburban.json")});
    const auto comparison = answer(place, {"compare", "a.tco", "--json"});
    REQUIRE(comparison["break_even"].is_object());
    CHECK(comparison["break_even"]["units"] > 0);
    const auto only = comparison["break_even"]["buy"].get<std::string>();
    CHECK(answer(place, {"compare", "a.tco", "--json", "--scenario", only})["break_even"].is_null());
}

TEST_CASE("The analyses agree with the figures") {
    for (const auto& path : samplePlans()) {
        INFO(path);
        const Workplace place;
        place.run({"new", "a.tco", "--from", path});
        const auto comparison = answer(place, {"compare", "a.tco", "--json"});
        const auto& scenarios = comparison["scenarios"];
        REQUIRE(comparison["waterfall"].size() == scenarios.size() - 1);
        for (std::size_t i = 1; i < scenarios.size(); ++i) {
            const auto& waterfall = comparison["waterfall"][i - 1];
            CHECK(waterfall["from"]["nominal"] == scenarios[0]["nominal"]);
            CHECK(waterfall["to"]["present_value"] == scenarios[i]["present_value"]);
            auto nominal = money(waterfall["from"]["nominal"]), present = money(waterfall["from"]["present_value"]);
            for (const auto& step : waterfall["steps"]) nominal += money(step["nominal"]), present += money(step["present_value"]);
            CHECK(nominal == money(waterfall["to"]["nominal"]));
            CHECK(present == money(waterfall["to"]["present_value"]));
        }
        for (std::size_t i = 0; i < scenarios.size(); ++i) {
            CHECK(comparison["staffing"][i]["scenario"] == scenarios[i]["name"]);
            const auto& coverage = comparison["coverage"][i];
            auto sum = money(coverage["no_source"]);
            for (const auto& amount : coverage["by_confidence"]) sum += money(amount);
            CHECK(sum == money(coverage["total"]));
        }
        tco::Money before = tco::Money::fromCents(std::numeric_limits<std::int64_t>::max());
        for (const auto& input : comparison["sensitivity"]["inputs"]) {
            CHECK(money(input["swing"]) <= before);
            before = money(input["swing"]);
        }
        const auto text = place.run({"compare", "a.tco"}).out;
        for (const char* title : {"Every figure", "Cost by year", "What the money pays for", "How sure the money is"})
            CHECK_THAT(text, ContainsSubstring(title));
    }
}

TEST_CASE("explain opens each view and each part of a total") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("suburban.json")});
    const auto scenario = answer(place, {"compare", "a.tco", "--json"})["scenarios"][0];
    const auto opened = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"explain", "a.tco", "--json"});
        return answer(place, options);
    };
    CHECK(opened({"--view", "annualised"})["nominal"] == scenario["annualised"]);
    CHECK(opened({"--direct"})["nominal"] == scenario["direct"]);
    CHECK(opened({"--indirect"})["nominal"] == scenario["indirect"]);
    CHECK(opened({"--element", "acquire"})["nominal"] == scenario["by_element"]["acquire"]);
    CHECK(opened({"--category", "staff", "--function", "unassigned"})["nominal"] == scenario["by_function"]["unassigned"]);
    CHECK(opened({"--site", "fairmont middle"})["site"] == "Fairmont Middle");
    const auto wrong = place.run({"explain", "a.tco", "--site", "Nowhere"});
    CHECK(wrong.exitCode == 2);
    CHECK_THAT(wrong.err, ContainsSubstring("There is no site named “Nowhere” in this plan."));
    CHECK(place.run({"explain", "a.tco", "--direct", "--indirect"}).exitCode == 2);
}

TEST_CASE("check counts what it finds") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("suburban.json")});
    const auto check = answer(place, {"check", "a.tco", "--json"});
    CHECK(check["file"] == "a.tco");
    CHECK(check["errors"] == 0);
    CHECK(check["findings"].size() == check["errors"].get<std::size_t>() + check["warnings"].get<std::size_t>() + check["notes"].get<std::size_t>());
    CHECK_THAT(place.run({"check", "a.tco"}).out, ContainsSubstring("0 errors, "));
}

TEST_CASE("show names what the plan holds") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("suburban.json")});
    CHECK_THAT(place.done({"show", "a.tco"}), ContainsSubstring("Fairmont Community Unit District 118, IL") && ContainsSubstring("Teacher laptop") &&
                                                  ContainsSubstring("scenarios") && ContainsSubstring("Fairmont Middle"));
}

TEST_CASE("report writes a PDF, or says why it cannot") {
    const Workplace place;
    place.run({"new", "a.tco", "--from", sample("rural.json")});
    const auto outcome = place.run({"report", "a.tco", "-o", "report.pdf"});
    INFO(outcome.err);
#ifdef TCO_HAS_RENDER
    CHECK(outcome.exitCode == 0);
    CHECK(place.read("report.pdf").starts_with("%PDF-"));
    const auto nowhere = place.run({"report", "a.tco", "-o", "nowhere/report.pdf"});
    CHECK(nowhere.exitCode == 3);
    CHECK_THAT(nowhere.err, ContainsSubstring("the folder does not exist"));
#else
    CHECK(outcome.exitCode == 3);
    CHECK_THAT(outcome.err, ContainsSubstring("built without Qt"));
    CHECK_FALSE(place.exists("report.pdf"));
#endif
}
