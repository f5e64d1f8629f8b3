// SPDX-License-Identifier: Apache-2.0

// Copies of a plan and its history, as a user meets them: merge, diff, history, and who changed what a figure comes from.

#include <cmath>
#include <functional>

#include <catch2/catch_all.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"

using namespace tco::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using nlohmann::json;

namespace {

/// base.tco, and mine.tco and theirs.tco, which were copied from it.
class Copies : public Workplace {
  public:
    Copies() {
        done({"new", "base.tco", "--from", sample("suburban.json")});
        for (const char* copy : {"mine.tco", "theirs.tco"}) std::filesystem::copy_file(folder() / "base.tco", folder() / copy);
    }

    json plan(const std::string& file) const { return json::parse(done({"export", file, "--json"})); }

    /// Edits a file through its text twin.
    void edit(const std::string& file, const std::function<void(json&)>& change) const {
        auto text = plan(file);
        change(text);
        write("edited.json", text.dump());
        run({"import", file, "--format", "plan-json", "edited.json"});
    }
};

void setPrice(json& plan, const std::string& price) { plan["asset_models"][0]["unit_price"] = price; }
void rename(json& plan, const std::string& name) { plan["district"]["name"] = name; }

} // namespace

TEST_CASE("The text twin of a plan comes in again without a change") {
    const Copies place;
    const auto before = place.read("mine.tco");
    place.done({"export", "mine.tco", "--json", "-o", "plan.json"});
    CHECK_THAT(place.done({"import", "mine.tco", "--format", "plan-json", "plan.json"}), ContainsSubstring("plan.json says what the plan says."));
    CHECK(place.read("mine.tco") == before);
    place.edit("mine.tco", [](json& plan) { rename(plan, "Elsewhere"); });
    CHECK(place.plan("mine.tco")["district"]["name"] == "Elsewhere");
}

TEST_CASE("Two copies become one plan that has what both changed") {
    const Copies place;
    place.edit("mine.tco", [](json& plan) { setPrice(plan, "411.00"); });
    place.edit("theirs.tco", [](json& plan) { rename(plan, "Fairmont Unified"); });
    const auto told = place.done({"merge", "base.tco", "mine.tco", "theirs.tco", "-o", "out.tco"});
    CHECK_THAT(told, ContainsSubstring("Changes that are taken") && ContainsSubstring("from theirs.tco") && ContainsSubstring("Wrote out.tco."));
    const auto merged = place.plan("out.tco");
    CHECK(merged["asset_models"][0]["unit_price"] == "411.00");
    CHECK(merged["district"]["name"] == "Fairmont Unified");
    CHECK(place.plan("mine.tco")["district"]["name"] != "Fairmont Unified");
    CHECK_THAT(place.done({"history", "out.tco"}), ContainsSubstring("Merge “theirs.tco”") && ContainsSubstring("(came with a merge)"));

    place.done({"merge", "base.tco", "mine.tco", "theirs.tco", "-o", "mine.tco"}); // the output may be the own copy
    CHECK(place.plan("mine.tco") == merged);
}

TEST_CASE("A conflict is told with both sides, and nothing is written before it is decided") {
    const Copies place;
    place.edit("mine.tco", [](json& plan) { setPrice(plan, "411.00"); });
    place.edit("theirs.tco", [](json& plan) { setPrice(plan, "388.00"); });
    const std::vector<std::string> merge{"merge", "base.tco", "mine.tco", "theirs.tco", "-o", "out.tco"};
    const auto with = [&](std::vector<std::string> more) {
        auto arguments = merge;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    };
    const auto undecided = place.run(merge);
    CHECK(undecided.exitCode == 1);
    CHECK_FALSE(place.exists("out.tco"));
    CHECK_THAT(undecided.out, ContainsSubstring("Conflict 1: ") && ContainsSubstring(": Price") && ContainsSubstring("$411.00") &&
                                  ContainsSubstring("$388.00") && ContainsSubstring("total of the plan") && ContainsSubstring("(−$"));
    CHECK_THAT(undecided.err, ContainsSubstring("1 of 1 conflict is not decided, so nothing is written"));

    CHECK_THAT(place.run(with({"--choose", "2=mine"})).err, ContainsSubstring("there is no conflict 2; there is one."));
    CHECK_THAT(place.run(with({"--choose", "1"})).err, ContainsSubstring("write the number of a conflict and a side, like 2=theirs."));
    CHECK(place.run(with({"--choose", "1=ours"})).exitCode == 2);
    CHECK_FALSE(place.exists("out.tco"));

    const auto answer = json::parse(place.done(with({"--take", "mine", "--choose", "1=theirs", "--json"})));
    CHECK(answer["written"] == "out.tco");
    REQUIRE(answer["conflicts"].size() == 1);
    const auto& conflict = answer["conflicts"][0];
    CHECK(conflict["choice"] == "theirs");
    CHECK(conflict["entries"][0]["mine"] == "411.00");
    CHECK(conflict["entries"][0]["theirs"] == "388.00");
    CHECK(conflict["mine"]["total"] != conflict["theirs"]["total"]);
    CHECK(place.plan("out.tco")["asset_models"][0]["unit_price"] == "388.00");
}

TEST_CASE("What is merged must be copies of one plan, and nothing else is overwritten") {
    const Copies place;
    place.done({"new", "other.tco"});
    const auto others = place.run({"merge", "base.tco", "mine.tco", "other.tco", "-o", "out.tco"});
    CHECK(others.exitCode == 2);
    CHECK_THAT(others.err, ContainsSubstring("“mine.tco” and “other.tco” are not copies of one plan: they have nothing in common."));
    const auto base = place.run({"merge", "other.tco", "mine.tco", "theirs.tco", "-o", "out.tco"});
    CHECK_THAT(base.err, ContainsSubstring("“other.tco” does not look like the plan from which “mine.tco” was made"));
    for (const char* input : {"base.tco", "theirs.tco"})
        CHECK_THAT(place.run({"merge", "base.tco", "mine.tco", "theirs.tco", "-o", input}).err, ContainsSubstring("would overwrite"));
    CHECK(place.run({"merge", "base.tco", "mine.tco", "theirs.tco", "-o", "other.tco"}).exitCode == 3);
    CHECK(place.run({"merge", "base.tco", "mine.tco", "missing.tco", "-o", "out2.tco"}).exitCode == 3);
}

TEST_CASE("The difference of two files is told item by item, with what it does to the total") {
    const Copies place;
    CHECK(place.done({"diff", "base.tco", "mine.tco"}) == "base.tco and mine.tco say the same.\n");
    place.edit("mine.tco", [](json& plan) {
        setPrice(plan, "411.00");
        plan["positions"].erase(0);
    });
    const auto told = place.done({"diff", "base.tco", "mine.tco"});
    CHECK_THAT(told, ContainsSubstring("What differs") && ContainsSubstring("$411.00") && ContainsSubstring("not there") &&
                         ContainsSubstring("From “base.tco” to “mine.tco”") && ContainsSubstring("gone: "));
    const auto answer = json::parse(place.done({"diff", "base.tco", "mine.tco", "--json"}));
    CHECK(answer["scenario"].is_null());
    const auto& waterfall = answer["waterfall"];
    std::int64_t cents = 0;
    const auto centsOf = [](const json& amount) { return std::int64_t(std::llround(std::stod(amount.get<std::string>()) * 100)); };
    for (const auto& step : waterfall["steps"]) cents += centsOf(step["nominal"]);
    CHECK(cents == centsOf(waterfall["to"]["nominal"]) - centsOf(waterfall["from"]["nominal"]));
    CHECK(waterfall["steps"].size() == 2);
    CHECK(waterfall["steps"][1]["removed"].size() == 1);
    const auto scenario = place.plan("base.tco")["scenarios"][0]["name"].get<std::string>();
    CHECK(json::parse(place.done({"diff", "base.tco", "mine.tco", "--scenario", scenario, "--json"}))["scenario"] == scenario);
    CHECK_THAT(place.run({"diff", "base.tco", "mine.tco", "--scenario", "none"}).err, ContainsSubstring("base.tco: There is no scenario named “none”"));
}

TEST_CASE("Two days of one file are compared as far as the history reaches") {
    const Copies place;
    const auto history = json::parse(place.done({"history", "mine.tco", "--json"}));
    const auto day = history["edits"][0]["day"].get<std::string>();
    CHECK_THAT(place.done({"diff", "mine.tco", "--from", day}), ContainsSubstring(" and now say the same."));
    // Before the first edit the plan was empty; that is known for any earlier day.
    CHECK_THAT(place.done({"diff", "mine.tco", "--from", "2001-01-01"}), ContainsSubstring("before ") && ContainsSubstring("– the plan as entered"));
    CHECK_THAT(place.run({"diff", "mine.tco", "--from", "2199-01-02", "--to", "2199-01-01"}).err, ContainsSubstring("give the earlier day first."));
    CHECK_THAT(place.run({"diff", "mine.tco"}).err, ContainsSubstring("Name two files to compare"));
    CHECK_THAT(place.run({"diff", "mine.tco", "base.tco", "--from", day}).err, ContainsSubstring("Name two files to compare"));
    CHECK(place.run({"diff", "mine.tco", "--from", "yesterday"}).exitCode == 2);
}

TEST_CASE("The history tells who changed what, newest first, and can be asked about one entry") {
    const Copies place;
    place.edit("mine.tco", [](json& plan) { setPrice(plan, "411.00"); });
    place.edit("mine.tco", [](json& plan) { rename(plan, "Fairmont Unified"); });
    const auto model = place.plan("mine.tco")["asset_models"][0]["name"].get<std::string>();
    const auto told = place.done({"history", "mine.tco"});
    CHECK_THAT(told, ContainsSubstring("Import edited.json") && ContainsSubstring(" → Fairmont Unified") && ContainsSubstring(model + ": Price: ") &&
                         ContainsSubstring(" more changes; --json or --csv lists all"));
    CHECK(told.find("Fairmont Unified") < told.find(" → $411.00"));

    const auto edits = json::parse(place.done({"history", "mine.tco", "--item", model, "--field", "unit_price", "--json"}))["edits"];
    REQUIRE(edits.size() == 2); // the import of the sample and the new price
    REQUIRE(edits[0]["changes"].size() == 1);
    CHECK(edits[0]["changes"][0]["after"] == "411.00");
    CHECK(edits[0]["changes"][0]["kind"] == "asset_model");
    CHECK(json::parse(place.done({"history", "mine.tco", "--field", "Price", "--item", model, "--json"}))["edits"] == edits);
    CHECK_THAT(place.done({"history", "mine.tco", "--author", "Nobody"}), StartsWith("There is no such edit in the history, which begins on "));
    CHECK_THAT(place.done({"history", "mine.tco", "--item", model, "--field", "unit_price", "--csv"}),
               StartsWith("day,time,author,edit,import,item,entry,before,after") && ContainsSubstring(",Price,"));
    CHECK_THAT(place.done({"history", "mine.tco", "--day", "2001-01-01"}), ContainsSubstring("There is no such edit in the history, which begins on "));
    CHECK_THAT(place.run({"history", "mine.tco", "--field", "nonsense"}).err, ContainsSubstring("There is no entry “nonsense” in a plan."));
    CHECK(edits[1]["import"] == "suburban.json");
}

TEST_CASE("An explanation cites the last edit of its inputs") {
    const Copies place;
    place.edit("mine.tco", [](json& plan) { setPrice(plan, "411.00"); });
    const auto day = json::parse(place.done({"history", "mine.tco", "--json"}))["edits"][0]["day"];
    const auto explained = json::parse(place.run({"explain", "mine.tco", "--category", "devices", "--json"}).out);
    bool found = false;
    for (const auto& line : explained["lines"])
        for (const auto& posting : line["postings"])
            for (const auto& input : posting["inputs"])
                if (input["field"] == "unit_price" && input["last_edit"]["name"] == "Import edited.json") {
                    found = true;
                    CHECK(input["last_edit"]["day"] == day);
                }
    CHECK(found);
    CHECK_THAT(place.run({"explain", "mine.tco", "--category", "devices"}).out, ContainsSubstring("; last changed by "));
}

TEST_CASE("An export without names has none") {
    const Copies place;
    place.edit("mine.tco", [](json& plan) {
        plan["asset_models"][0]["sources"]["unit_price"] = {{"source", "CDW quote"}, {"confidence", "quote"}, {"author", "Ann Lee"}};
    });
    CHECK_THAT(place.done({"export", "mine.tco", "--json"}), ContainsSubstring("Ann Lee"));
    const auto text = place.done({"export", "mine.tco", "--json", "--without-names"});
    CHECK_THAT(text, ContainsSubstring("CDW quote") && !ContainsSubstring("Ann Lee"));
    place.done({"export", "mine.tco", "--without-names", "-o", "copy.tco"});
    CHECK(place.read("copy.tco").find("Ann Lee") == std::string::npos);
    CHECK(place.done({"export", "copy.tco", "--json"}) == text);
    CHECK_THAT(place.run({"export", "mine.tco"}).err, ContainsSubstring("Say what to export"));
    CHECK_THAT(place.run({"export", "mine.tco", "--without-names"}).err, ContainsSubstring("Name the copy to write"));
    CHECK(place.run({"export", "mine.tco", "--without-names", "-o", "mine.tco"}).exitCode == 2);
}
