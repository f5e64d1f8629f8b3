// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_edit.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/document.hpp"

using namespace tco;

namespace {

constexpr ItemRef district{Kind::District, singleId};

Document editedBy(std::string author) {
    auto document = Document::create();
    document.setAuthor(std::move(author));
    document.setClock([] { return Moment{Date::of(2026, 11, 27), "10:42:07"}; });
    return document;
}

Expected<void> rename(Document& document, const std::string& name) {
    return document.edit("Rename", [&](Editor& editor) { return editor.set(district, "name", name); });
}

} // namespace

TEST_CASE("the history says who changed what and when, from which value to which, and stays in the file") {
    const test::TemporaryFolder folder;
    auto document = editedBy("Ann Lee");
    REQUIRE(rename(document, "Fairmont"));
    REQUIRE(rename(document, "Fairmont Unified"));
    REQUIRE(document.saveAs(folder / "plan.tco"));
    const auto history = *Document::open(folder / "plan.tco")->history();
    REQUIRE(history.size() == 2);
    CHECK(history[1].author == "Ann Lee");
    CHECK(history[1].day == Date::of(2026, 11, 27));
    CHECK(history[1].time == "10:42:07");
    CHECK(history[1].name == "Rename");
    CHECK(history[1].changes ==
          std::vector<EntryChange>{{{EntryPart::FieldValue, district, "name"}, Value(std::string("Fairmont")), Value(std::string("Fairmont Unified"))}});
    CHECK(history[0].id != history[1].id);
}

TEST_CASE("an edit that changes nothing is not in the history, and neither is one that was undone") {
    const test::TemporaryFolder folder;
    auto document = editedBy("Ann Lee");
    REQUIRE(rename(document, "Fairmont"));
    REQUIRE(rename(document, "Fairmont"));
    CHECK(document.history()->size() == 1);
    REQUIRE(document.undo());
    CHECK(document.history()->empty());
    REQUIRE(document.redo());
    CHECK(document.history()->size() == 1);
    CHECK(document.history()->front().changes.size() == 1);
    REQUIRE(document.undo());
    REQUIRE(document.saveAs(folder / "plan.tco"));
    CHECK(test::runSql(folder / "plan.tco", "SELECT count(*) FROM history_change") == std::vector<std::string>{"0"});
}

TEST_CASE("an item that comes or goes is one row of the file, and tells all its values") {
    const test::TemporaryFolder folder;
    auto document = editedBy("Ann Lee");
    const std::string name = "“Lincoln”, \"east\"";
    ItemRef site{};
    REQUIRE(document.edit("Add", [&](Editor& editor) -> Expected<void> {
        const auto added = editor.add(Kind::Site, {{"name", name}, {"students", std::int64_t{410}}});
        if (!added) return failFrom(added);
        site = *added;
        return editor.setProvenance({site, "students"}, {"“Count” of May", "with \"kindergarten\"", Confidence::Record, "Ann Lee"});
    }));
    REQUIRE(document.edit("Remove", [&](Editor& editor) { return editor.remove(site); }));
    REQUIRE(document.saveAs(folder / "plan.tco"));
    CHECK(test::runSql(folder / "plan.tco", "SELECT part, item_kind FROM history_change") == std::vector<std::string>{"whole|site", "whole|site"});
    const auto history = *Document::open(folder / "plan.tco")->history();
    REQUIRE(history.size() == 2);
    CHECK(history[0].changes.front().entry.part == EntryPart::Item);
    CHECK(history[1].changes.back().entry.part == EntryPart::Item);
    for (const auto& edit : history) {
        const auto contentOfField = [&](std::string_view field) {
            const auto change = std::ranges::find(edit.changes, field, [](const EntryChange& each) { return each.entry.field; });
            REQUIRE(change != edit.changes.end());
            CHECK(change->before.has_value() != change->after.has_value());
            return change->before ? *change->before : *change->after;
        };
        CHECK(contentOfField("students") == EntryContent(Value(std::int64_t{410})));
        CHECK(std::ranges::count(edit.changes, EntryPart::Source, [](const EntryChange& each) { return each.entry.part; }) == 1);
        CHECK(contentOfField("name") == EntryContent(Value(name)));
    }
}

TEST_CASE("a plan can be taken back edit by edit to the beginning") {
    auto document = editedBy("");
    std::vector<std::string> states{test::planText(document.plan())};
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        REQUIRE(document.edit("Replace", [&](Editor& editor) { return editor.replacePlan(test::undecided(test::randomPlan(seed))); }));
        states.push_back(test::planText(document.plan()));
    }
    const auto history = *document.history();
    REQUIRE(history.size() == 6);
    for (std::size_t left = 0; left <= history.size(); ++left)
        CHECK(test::planText(takenBack(document.plan(), std::span(history).subspan(left))) == states[left]);
}

TEST_CASE("a history that cannot be read is an error and no crash") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    auto document = editedBy("Ann Lee");
    REQUIRE(rename(document, "Fairmont"));
    REQUIRE(document.saveAs(path));
    const auto spoil = GENERATE(as<std::string>(), "UPDATE history_change SET part = 'x'", "UPDATE history_change SET item_kind = 'x'",
                                "UPDATE history_change SET field = 'x'", "UPDATE history_edit SET day = '2026-13-01'",
                                "UPDATE history_change SET part = 'source', after = 'x'", "UPDATE history_change SET part = 'source', after = '[1]'",
                                "UPDATE history_change SET after = CAST(x'ff' AS TEXT)", "UPDATE history_change SET part = 'whole'",
                                "UPDATE history_change SET part = 'whole', before = NULL, after = 'x'",
                                "UPDATE history_change SET part = 'whole', before = NULL, after = '[\"A\", {\"name\": 5}]'",
                                "UPDATE history_change SET part = 'whole', before = NULL, after = '[\"A\", {\"nonsense\": \"5\"}]'",
                                "UPDATE history_change SET part = 'whole', before = NULL, after = '[\"A\", {}, {\"name\": \"x\"}]'",
                                "UPDATE history_change SET part = 'whole', before = NULL, after = '[\"A\", {}, {\"name\": [1]}]'");
    INFO(spoil);
    REQUIRE(test::runSql(path, spoil).empty());
    const auto opened = Document::open(path);
    REQUIRE(opened);
    CHECK(opened->history().error().message == "The history of this plan cannot be read; the plan itself is not affected.");
}
