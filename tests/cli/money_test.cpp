// SPDX-License-Identifier: Apache-2.0

// tco funds, tco accounts, tco budget: who pays, where it is charged, and how it stands to the budget.

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <set>

#include "program.hpp"
#include "tco/money/text.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

std::int64_t cents(const json& text) { return tco::Money::rounded(*tco::Decimal::parse(text.get<std::string>()))->cents(); }

/// Urban with a grant that ends, a levy that may fail, and a budget; a scenario in which the levy fails, and one that is adopted.
void makePlan(const Workplace& place) {
    place.done({"new", "s.tco", "--from", sample("urban.json")});
    auto plan = json::parse(place.done({"export", "s.tco", "--json"}));
    const int year = plan["district"]["first_year"];
    plan["funds"] = {{{"id", 901}, {"name", "General fund"}, {"code", "10"}, {"first_year", year}},
                     {{"id", 902}, {"name", "Grant"}, {"first_year", year}, {"amounts", "50000"}, {"last_year", year + 1}, {"fund_kind", "grant"}},
                     {{"id", 903}, {"name", "Levy"}, {"first_year", year}, {"amounts", "100000"}, {"certainty", "uncertain"}}};
    plan["funding_rules"] = {{{"id", 911}, {"name", "Grant first"}, {"rank", 1}, {"fund", 902}, {"category", "devices"}},
                             {{"id", 912}, {"name", "Then the levy"}, {"rank", 2}, {"fund", 903}},
                             {{"id", 913}, {"name", "Staff"}, {"rank", 3}, {"fund", 901}, {"category", "staff"}}};
    plan["budget_lines"] = {{{"id", 921}, {"fiscal_year", year}, {"function", "2230"}, {"object", "734"}, {"adopted", "100000"}, {"actual", "90000"}},
                            {{"id", 922}, {"fiscal_year", year}, {"function", "2230"}, {"object", "9999"}, {"adopted", "1000"}}};
    place.write("plan.json", plan.dump());
    place.done({"new", "a.tco", "--from", "plan.json"});
}

json answer(const Workplace& place, std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const auto outcome = place.run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.exitCode < 2);
    return json::parse(outcome.out);
}

} // namespace

TEST_CASE("Every year of the funds adds up, and each line belongs to one of its figures") {
    const Workplace place;
    makePlan(place);
    const auto funds = answer(place, {"funds", "a.tco"});
    std::int64_t lines = 0, cost = 0;
    for (const auto& line : funds["lines"]) lines += cents(line["amount"]);
    for (const auto& year : funds["by_year"]) {
        CHECK(cents(year["cost"]) == cents(year["erate"]) + cents(year["assigned"]) + cents(year["unfunded"]));
        cost += cents(year["cost"]);
    }
    CHECK(lines == cost);
    CHECK(funds["funds"].size() == 3);
    CHECK(funds["funds"][0]["by_year"][0]["available"].is_null());
    std::set<std::string> codes;
    for (const auto& finding : funds["findings"]) codes.insert(finding["code"]);
    CHECK(codes.count("fund_cliff") == 1);
    CHECK(codes.count("fund_uncertain") == 1);
    CHECK(codes.count("unfunded") == 1);
    CHECK_THAT(place.done({"funds", "a.tco"}), ContainsSubstring("Levy (may fail)") && ContainsSubstring("Without money"));
}

TEST_CASE("A plan without funds says so") {
    const Workplace place;
    place.run({"new", "s.tco", "--from", sample("urban.json")});
    CHECK(answer(place, {"check", "s.tco"})["findings"].dump().find("unfunded") == std::string::npos);
    CHECK_THAT(place.done({"accounts", "s.tco"}), ContainsSubstring("2230"));
}

TEST_CASE("The accounts of a plan add up to its cash in every view that shows the budget") {
    const Workplace place;
    makePlan(place);
    const auto total = [&](const std::string& view) {
        std::int64_t sum = 0;
        const auto accounts = answer(place, {"accounts", "a.tco", "--view", view});
        for (const auto& account : accounts["accounts"]) sum += cents(account["total"]);
        return sum;
    };
    const auto compared = answer(place, {"compare", "a.tco"});
    CHECK(total("cash") == cents(compared["scenarios"][0]["direct"]));
    CHECK(total("fund") == total("cash"));
    const auto outcome = place.run({"accounts", "a.tco"});
    CHECK_THAT(outcome.err, ContainsSubstring("no object 9999"));
    CHECK_THAT(outcome.out, ContainsSubstring("Technology-Related Hardware"));
}

TEST_CASE("The budget sets asked, adopted and actual side by side, and a cut names what goes") {
    const Workplace place;
    makePlan(place);
    const auto first = answer(place, {"budget", "a.tco"})["levels"][0]["year"].get<int>();
    const auto budget = answer(place, {"budget", "a.tco", "--year", std::to_string(first), "--cut", "$10,000"});
    bool found = false;
    for (const auto& level : budget["levels"]) {
        CHECK(level["year"] == first);
        CHECK(cents(level["asked_less_adopted"]) == cents(level["asked"]) - (level["adopted"].is_null() ? 0 : cents(level["adopted"])));
        if (level["function"] != "2230" || level["object"] != "734") continue;
        found = true;
        CHECK(level["adopted"] == "100000.00");
        CHECK(level["actual_less_adopted"] == "-10000.00");
    }
    CHECK(found);
    const auto& cuts = budget["cuts"];
    REQUIRE(cuts["reached"] == true);
    CHECK(cents(cuts["together"]["in_year"]) >= 10'000'00);
    for (std::size_t i = 1; i < cuts["options"].size(); ++i) CHECK(cents(cuts["options"][i]["in_year"]) <= cents(cuts["options"][i - 1]["in_year"]));
    CHECK_THAT(place.done({"budget", "a.tco", "--cut", "10000"}), ContainsSubstring("The fewest things that cut $10,000"));
}

TEST_CASE("A year, an amount or a scenario that makes no sense is refused") {
    const Workplace place;
    makePlan(place);
    CHECK(place.run({"budget", "a.tco", "--year", "1999"}).exitCode == 2);
    CHECK(place.run({"budget", "a.tco", "--cut", "0"}).exitCode == 2);
    CHECK(place.run({"budget", "a.tco", "--cut", "much"}).exitCode == 2);
    CHECK(place.run({"funds", "a.tco", "--scenario", "Nobody"}).exitCode == 2);
    CHECK(place.run({"accounts", "a.tco", "--view", "sideways"}).exitCode == 2);
    CHECK(place.run({"funds", "none.tco"}).exitCode == 3);
}

TEST_CASE("Every key of the answers about funds, accounts and budget is documented") {
    const Workplace place;
    makePlan(place);
    std::filesystem::copy_file(TCO_SOURCE_DIR "/docs/cli.md", place.folder() / "cli.md");
    const auto page = place.read("cli.md");
    std::set<std::string> keys;
    const std::function<void(const json&)> collect = [&](const json& value) {
        for (const auto& [key, entry] : value.items()) {
            if (value.is_object()) keys.insert(key);
            if (entry.is_structured()) collect(entry);
        }
    };
    for (const auto& command : {"funds", "accounts", "budget"}) collect(answer(place, {command, "a.tco"}));
    collect(answer(place, {"budget", "a.tco", "--cut", "10000"}));
    for (const auto& key : keys) {
        INFO(key);
        CHECK(page.find("`" + key + "`") != std::string::npos);
    }
}
