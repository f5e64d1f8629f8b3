// SPDX-License-Identifier: Apache-2.0

// What goes in and comes out: plan.json and inventories.

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

json loaded(const std::string& path) {
    const Workplace place;
    std::filesystem::copy_file(path, place.folder() / "plan.json");
    return json::parse(place.read("plan.json"));
}

std::vector<std::string> importOf(const std::string& csv) { return {"import", "a.tco", "--format", "gam-chromeos", csv}; }

} // namespace

TEST_CASE("Export and import are inverse to each other, byte for byte") {
    for (const auto& path : samplePlans()) {
        INFO(path);
        const Workplace place;
        place.run({"new", "a.tco", "--from", path});
        const auto first = place.done({"export", "a.tco", "--json"});
        place.write("plan.json", first);
        place.run({"new", "b.tco", "--from", "plan.json"});
        CHECK(place.done({"export", "b.tco", "--json"}) == first);
        place.done({"export", "b.tco", "--json", "-o", "again.json"});
        CHECK(place.read("again.json") == first);
    }
}

TEST_CASE("A new plan without a source begins next fiscal year and can be checked") {
    const Workplace place;
    place.done({"new", "a.tco"});
    const auto plan = json::parse(place.done({"export", "a.tco", "--json"}));
    CHECK(plan["district"]["first_year"] >= 2027);
    CHECK(plan["district"]["horizon"] == 5);
    CHECK(plan["scenarios"].size() == 1);
    CHECK(plan["scenarios"][0]["name"] == "Buy");
    const auto check = place.run({"check", "a.tco"}); // the name of the district is still missing
    CHECK(check.exitCode == 1);
    CHECK_THAT(check.out, ContainsSubstring("error: ") && ContainsSubstring("cannot be left blank"));
}

TEST_CASE("A plan.json with a fault makes no file") {
    const Workplace place;
    place.write("plan.json", "{\"format\": \"district-tco-plan\",\n \"version\": 1, \"district\": {]}");
    const auto outcome = place.run({"new", "a.tco", "--from", "plan.json"});
    CHECK(outcome.exitCode == 1);
    CHECK(outcome.err == "tco: plan.json, line 2: this is not correct JSON.\n");
    CHECK_FALSE(place.exists("a.tco"));
}

TEST_CASE("A negative quantity is imported and named") {
    auto plan = loaded(sample("rural.json"));
    plan["cohorts"][0]["quantity"] = -3;
    const Workplace place;
    place.write("plan.json", plan.dump());
    const auto outcome = place.run({"new", "a.tco", "--from", "plan.json"});
    CHECK(outcome.exitCode == 1);
    CHECK_THAT(outcome.err, ContainsSubstring("tco: error: ") && ContainsSubstring("Quantity: a negative value is not possible here."));
    CHECK(place.run({"check", "a.tco"}).exitCode == 1);
    const auto comparison = place.run({"compare", "a.tco"});
    CHECK(comparison.exitCode == 1);
    CHECK_FALSE(comparison.out.empty());
    CHECK_THAT(comparison.err, ContainsSubstring("negative value"));
}

TEST_CASE("An inventory is added once") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("suburban.json")});
    const auto before = place.read("a.tco");
    const auto csv = sample("chromebooks.csv");

    auto dry = importOf(csv);
    dry.push_back("--dry-run");
    CHECK_THAT(place.done(dry), ContainsSubstring("60 rows read") && ContainsSubstring("the plan was not changed"));
    CHECK(place.read("a.tco") == before);

    CHECK_THAT(place.done(importOf(csv)), ContainsSubstring("new devices          58 in") && ContainsSubstring("out of service       2") &&
                                              ContainsSubstring("annotatedUser, recentUsers.0.email, lastKnownNetwork.0.ipAddress, notes"));
    const auto after = place.read("a.tco");
    CHECK(after != before);
    CHECK_THAT(place.done(importOf(csv)), ContainsSubstring("new devices          0 in") && ContainsSubstring("already in the plan  58"));
    CHECK(place.read("a.tco") == after);

    const auto was = loaded(sample("suburban.json")), is = json::parse(place.done({"export", "a.tco", "--json"}));
    CHECK(is["asset_models"].size() == was["asset_models"].size() + 3);
    CHECK(is["sites"].size() == was["sites"].size() + 1); // three are known by name
    std::int64_t units = 0;
    for (const auto& cohort : is["cohorts"]) units += cohort["quantity"].get<std::int64_t>();
    for (const auto& cohort : was["cohorts"]) units -= cohort["quantity"].get<std::int64_t>();
    CHECK(units == 58);
}

TEST_CASE("Nobody's name gets into the file") {
    const Workplace place;
    place.done({"new", "a.tco"});
    place.done(importOf(sample("chromebooks.csv")));
    const auto bytes = place.read("a.tco");
    CHECK_THAT(bytes, ContainsSubstring("5CD1A01EEF")); // the serial numbers are there
    for (const char* word : {"example.org", "student0", "Student 0", "teacher0", "10.1.0.", "Repaired"}) {
        INFO(word);
        CHECK(bytes.find(word) == std::string::npos);
    }
}

TEST_CASE("Rows with faults are named, the others are imported") {
    const Workplace place;
    place.done({"new", "a.tco"});
    place.write("devices.csv", "serialNumber,model,firstEnrollmentTime\nS1,M,2022-02-30\nS2,M,2022-08-01\n3.01043E+13,M,2022-08-01\n");
    const auto outcome = place.run(importOf("devices.csv"));
    CHECK(outcome.exitCode == 1);
    CHECK_THAT(outcome.err, ContainsSubstring("tco: error: devices.csv, line 2, column firstEnrollmentTime: The date “2022-02-30” does not exist.\n"));
    CHECK_THAT(outcome.err, ContainsSubstring("devices.csv, line 4, column serialNumber: “3.01043E+13”"));
    CHECK_THAT(outcome.out, ContainsSubstring("new devices          1 in 1 cohort\n") && ContainsSubstring("refused              2"));
    CHECK(json::parse(place.run({"export", "a.tco", "--json"}).out)["cohorts"].size() == 1);
}

TEST_CASE("A broken inventory changes nothing") {
    const Workplace place;
    place.done({"new", "a.tco"});
    const auto before = place.read("a.tco");
    place.write("devices.csv", "serialNumber,model,firstEnrollmentTime\nS1,M,2022-08-01\nS2,\"M,2022-08-01\nS3,M,2022-08-01\n");
    const auto quotes = place.run(importOf("devices.csv"));
    CHECK(quotes.exitCode == 1);
    CHECK(quotes.err == "tco: devices.csv, line 3: a quotation mark opens here and is never closed.\n");
    place.write("devices.csv", "name,price\nA,1\n");
    CHECK(place.run(importOf("devices.csv")).exitCode == 1);
    CHECK(place.run(importOf("missing.csv")).exitCode == 3);
    CHECK(place.read("a.tco") == before);
}

TEST_CASE("A survey form is handed out, filled in and imported, and the hours carry their source") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("suburban.json")});
    const auto form = place.done({"export", "a.tco", "--survey-form"});
    CHECK_THAT(form, ContainsSubstring("group,Formal training (h/year)") && ContainsSubstring("Teachers,,,,,,\n"));
    place.done({"export", "a.tco", "--survey-form", "-o", "form.csv"});
    CHECK(place.read("form.csv") == form);

    place.write("answers.csv", "Name,group,Downtime (min/week),Files\nJane Doe,teachers,30,1\nJoe Roe,Teachers,60,?\nJim Poe,Pilots,1,1\n");
    const std::vector<std::string> import = {"import", "a.tco", "--format", "user-survey", "answers.csv", "--weeks", "40"};
    const auto before = place.read("a.tco");
    auto dry = import;
    dry.emplace_back("--dry-run");
    CHECK(place.run(dry).exitCode == 1);
    CHECK(place.read("a.tco") == before);

    const auto outcome = place.run(import);
    CHECK(outcome.exitCode == 1); // a row was refused
    CHECK_THAT(outcome.err, ContainsSubstring("tco: error: answers.csv, line 4, column group: the plan has no user group “Pilots”"));
    CHECK_THAT(outcome.out, ContainsSubstring("answers.csv: 3 rows read, 0 without an answer, 1 refused.") &&
                                ContainsSubstring("Columns that were not read: Name.") && ContainsSubstring("count for 40 weeks of school a year"));
    const auto plan = json::parse(place.done({"export", "a.tco", "--json"}));
    for (const auto& group : plan["user_groups"])
        if (group["name"] == "Teachers") {
            CHECK(group["downtime"] == "30");
            CHECK(group["files"] == "1");
            CHECK(group["sources"]["downtime"]["source"] == "Survey answers.csv: 2 answers, 20–40 h");
            CHECK(group["sources"]["downtime"]["confidence"] == "estimate");
        }
    CHECK(place.read("a.tco").find("Jane") == std::string::npos);
}

TEST_CASE("A survey without anything to use changes nothing") {
    const Workplace place;
    place.done({"new", "a.tco", "--from", sample("suburban.json")});
    const auto before = place.read("a.tco");
    place.write("answers.csv", "group,Files\nTeachers,?\n");
    const auto outcome = place.run({"import", "a.tco", "--format", "user-survey", "answers.csv"});
    CHECK(outcome.exitCode == 1);
    CHECK_THAT(outcome.err, ContainsSubstring("there is no answer that can be used"));
    CHECK(place.read("a.tco") == before);
}
