// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_edit.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/merge_copies.hpp"
#include "tco/engine/calculation.hpp"

using namespace tco;
using test::planText;

namespace {

constexpr ItemRef district{Kind::District, singleId};

/// Two people with a copy each of one plan: 100 devices of an import.
class TwoCopies {
  public:
    TwoCopies() {
        auto document = Document::create();
        edit(document, "Import", [](Editor& editor) { return editor.addInventory(inventoryOf(10, "A")); });
        edit(document, "Name", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont")); });
        edit(document, "First year", [](Editor& editor) { return editor.set(district, "first_year", std::int64_t{2027}); });
        REQUIRE(document.saveAs(m_folder / "base.tco"));
        std::filesystem::copy_file(m_folder / "base.tco", m_folder / "mine.tco");
        std::filesystem::copy_file(m_folder / "base.tco", m_folder / "theirs.tco");
    }

    static void edit(Document& document, std::string_view name, const std::function<Expected<void>(Editor&)>& change) {
        const auto done = document.edit(name, change);
        INFO((done ? "" : done.error().message));
        REQUIRE(done);
    }

    static InventoryImport inventoryOf(RawId firstId, const std::string& serials) {
        InventoryImport inventory;
        inventory.source = serials + ".csv";
        inventory.format = "gam-chromeos";
        inventory.rowsRead = 3;
        inventory.assetModels.push_back({.id = {firstId}, .name = "Chromebook " + serials, .unitPrice = Money::fromDollars(400)});
        inventory.cohorts.push_back({.id = {firstId + 1}, .model = {firstId}, .inService = Date::of(2026, 8, 1), .quantity = 3});
        for (const char* number : {"1", "2", "3"})
            inventory.devices.push_back({.serial = serials + number, .inService = Date::of(2026, 8, 1), .cohort = {firstId + 1}, .sourceLine = 2});
        return inventory;
    }

    Document open(const std::string& name, std::string author, int day) const {
        auto document = Document::open(m_folder / name);
        REQUIRE(document);
        document->setAuthor(std::move(author));
        document->setClock([day] { return Moment{Date::of(2026, 11, day), "10:00:00"}; });
        return std::move(*document);
    }

    Document base() const { return open("base.tco", "", 1); }
    Document mine() const { return open("mine.tco", "Ann Lee", 10); }
    Document theirs() const { return open("theirs.tco", "Ben Ortiz", 12); }
    const test::TemporaryFolder& folder() const { return m_folder; }

  private:
    test::TemporaryFolder m_folder;
};

const auto setPrice = [](std::int64_t dollars) {
    return [dollars](Editor& editor) { return editor.set({Kind::AssetModel, 10}, "unit_price", Money::fromDollars(dollars)); };
};

CopyMerge mergeOf(const Document& mine, const Document& theirs) {
    const auto base = commonBaseOf(mine, theirs);
    REQUIRE(base);
    auto merge = mergeCopies(*base, mine, theirs);
    REQUIRE(merge);
    return std::move(*merge);
}

} // namespace

TEST_CASE("what both did comes together in one step that can be taken back, with its history and devices") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Price", setPrice(420));
    TwoCopies::edit(theirs, "Rename", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont Unified")); });
    TwoCopies::edit(theirs, "Import B", [](Editor& editor) { return editor.addInventory(TwoCopies::inventoryOf(20, "B")); });
    const auto merge = mergeOf(mine, theirs);
    REQUIRE(merge.result.conflicts.empty());
    const auto before = planText(mine.plan());
    REQUIRE(mine.merge(theirs, resolved(merge.result, {})));

    const auto check = [&](const Document& document) {
        CHECK(document.plan().district.name == "Fairmont Unified");
        CHECK(document.plan().assetModels.front().unitPrice == Money::fromDollars(420));
        CHECK(document.deviceSerials() == std::vector<std::string>{"A1", "A2", "A3", "B1", "B2", "B3"});
        const auto history = *document.history();
        REQUIRE(history.size() == 7); // 3 before the copies, 1 of Ann, 2 of Ben, the merge
        CHECK(history[4].author == "Ben Ortiz");
        CHECK(history[4].day == Date::of(2026, 11, 12));
        CHECK(history[5].import == "B.csv");
        CHECK(history[5].mergedBy == history[6].id);
        CHECK(history[6].author == "Ann Lee");
        CHECK(history[6].name == "Merge “theirs.tco”");
        CHECK(lastEditOf(history, {EntryPart::FieldValue, district, "name"})->author == "Ben Ortiz");
    };
    check(mine);
    CHECK(mine.undoName() == "Merge “theirs.tco”");
    REQUIRE(mine.undo());
    CHECK(planText(mine.plan()) == before);
    CHECK(mine.deviceSerials().size() == 3);
    CHECK(mine.history()->size() == 4);
    REQUIRE(mine.redo());
    check(mine);
    REQUIRE(mine.undo());
    REQUIRE(mine.merge(theirs, resolved(merge.result, {}))); // once more, over what the one that was taken back left
    check(mine);
    REQUIRE(mine.saveAs(copies.folder() / "out.tco"));
    check(*Document::open(copies.folder() / "out.tco"));
    CHECK(test::runSql(copies.folder() / "out.tco", "SELECT count(*) FROM import_batch") == std::vector<std::string>{"2"});
    const auto taken = *mine.history();
    CHECK(planText(takenBack(mine.plan(), std::span(taken).subspan(4))) == before);
}

TEST_CASE("a conflict says who wrote each side and when, and what it does to the total") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Price", setPrice(420));
    TwoCopies::edit(theirs, "Price", setPrice(450));
    const auto merge = mergeOf(mine, theirs);
    REQUIRE(merge.sides.size() == 1);
    const auto& sides = merge.sides[0];
    CHECK(sides.mine.author == "Ann Lee");
    CHECK(sides.theirs.author == "Ben Ortiz");
    CHECK(sides.theirs.day == Date::of(2026, 11, 12));
    CHECK(sides.mine.total == calculate(mine.plan(), {})->ledger.sum().nominal);
    CHECK(sides.theirs.total == calculate(theirs.plan(), {})->ledger.sum().nominal);
    CHECK(*sides.theirs.total > *sides.mine.total);
}

TEST_CASE("what was merged is not asked about again") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Price", setPrice(420));
    TwoCopies::edit(theirs, "Price", setPrice(450));
    REQUIRE(mine.merge(theirs, resolved(mergeOf(mine, theirs).result, {MergeSide::Mine})));
    CHECK(mine.undoName() == "Merge “theirs.tco”"); // although no value changed
    CHECK(lastEditOf(*mine.history(), {EntryPart::FieldValue, {Kind::AssetModel, 10}, "unit_price"})->author == "Ann Lee");
    TwoCopies::edit(theirs, "Rename", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont Unified")); });
    const auto again = mergeOf(mine, theirs);
    CHECK(again.result.conflicts.empty());
    CHECK(again.result.fromTheirs.size() == 1);
    REQUIRE(mine.merge(theirs, resolved(again.result, {})));
    CHECK(mine.history()->size() == 3 + 1 + 2 + 2);
    // And the other way round theirs only takes what it does not have.
    const auto back = mergeOf(theirs, mine);
    CHECK(back.result.conflicts.empty());
    REQUIRE(theirs.merge(mine, resolved(back.result, {})));
    CHECK(planText(theirs.plan()) == planText(mine.plan()));
}

TEST_CASE("devices of an import that one side took back stay away, unless its group is kept") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Remove", [](Editor& editor) { return editor.remove({Kind::Cohort, 11}); });
    TwoCopies::edit(theirs, "Rename", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont Unified")); });
    SECTION("removed") {
        REQUIRE(mine.merge(theirs, resolved(mergeOf(mine, theirs).result, {})));
        CHECK(mine.deviceSerials().empty());
    }
    SECTION("removed by the other side") {
        REQUIRE(theirs.merge(mine, resolved(mergeOf(theirs, mine).result, {})));
        CHECK(theirs.deviceSerials().empty());
    }
    SECTION("kept with the changes of the other side") {
        TwoCopies::edit(theirs, "Note", [](Editor& editor) { return editor.set({Kind::Cohort, 11}, "note", std::string("in the library")); });
        const auto merge = mergeOf(mine, theirs);
        REQUIRE(merge.result.conflicts.size() == 1);
        CHECK(merge.sides[0].mine.author == "Ann Lee");
        CHECK(merge.sides[0].theirs.author == "Ben Ortiz");
        REQUIRE(mine.merge(theirs, resolved(merge.result, {MergeSide::Theirs})));
        CHECK(mine.deviceSerials().size() == 3);
        REQUIRE(mine.undo());
        CHECK(mine.deviceSerials().empty());
        REQUIRE(mine.redo());
        CHECK(mine.deviceSerials().size() == 3);
    }
}

TEST_CASE("an inventory that both imported is told, because its devices would count twice") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Import B", [](Editor& editor) { return editor.addInventory(TwoCopies::inventoryOf(20, "B")); });
    CHECK(mergeOf(mine, theirs).findings.empty());
    TwoCopies::edit(theirs, "Import B", [](Editor& editor) { return editor.addInventory(TwoCopies::inventoryOf(30, "B")); });
    const auto findings = mergeOf(mine, theirs).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "3 devices of “theirs.tco” are in “mine.tco” already, by serial number, and would count twice; remove what is double: "
                                 "“Chromebook B (FY27)”.");
}

TEST_CASE("plans that are not copies of one plan are not merged") {
    const TwoCopies copies;
    auto other = Document::create();
    TwoCopies::edit(other, "Site", [](Editor& editor) {
        const auto added = editor.add(Kind::Site, {{"name", Value(std::string("Elsewhere"))}});
        return added ? Expected<void>() : failFrom(added);
    });
    REQUIRE(other.saveAs(copies.folder() / "other.tco"));
    const auto base = commonBaseOf(copies.mine(), other);
    REQUIRE_FALSE(base);
    CHECK(base.error().message == "“mine.tco” and “other.tco” have no edit in common, so it is not known from which plan both were made; name the file that "
                                  "both are copies of.");
    const auto merged = mergeCopies(copies.base().plan(), copies.mine(), other);
    REQUIRE_FALSE(merged);
    CHECK(merged.error().message == "“mine.tco” and “other.tco” are not copies of one plan: they have nothing in common.");
}

TEST_CASE("random edits on both sides come together whatever is chosen, and the file knows the way back") {
    const test::TemporaryFolder folder;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        INFO(seed);
        auto start = Document::create();
        TwoCopies::edit(start, "Start", [&](Editor& editor) { return editor.replacePlan(test::undecided(randomPlan(seed))); });
        REQUIRE(start.saveAs(folder / "base.tco"));
        test::Random random(seed);
        const auto edited = [&](RawId nextId) {
            auto document = std::move(*Document::open(folder / "base.tco"));
            for (int i = 0; i < 4; ++i) {
                Plan plan = document.plan();
                test::editRandomly(random, plan, nextId, 10);
                TwoCopies::edit(document, "Edit", [&](Editor& editor) { return editor.replacePlan(test::undecided(plan)); });
            }
            return document;
        };
        auto mine = edited(1'000'000), theirs = edited(2'000'000);
        const auto merge = mergeOf(mine, theirs);
        std::vector<MergeSide> choices;
        for (std::size_t i = 0; i < merge.result.conflicts.size(); ++i) choices.push_back(test::chance(random, 50) ? MergeSide::Mine : MergeSide::Theirs);
        const auto merged = resolved(merge.result, choices);
        const auto before = planText(mine.plan());
        REQUIRE(mine.merge(theirs, merged));
        CHECK(planText(mine.plan()) == planText(merged));
        REQUIRE(mine.saveAs(folder / "out.tco"));
        CHECK(planText(Document::open(folder / "out.tco")->plan()) == planText(merged));
        const auto history = *mine.history();
        CHECK(planText(takenBack(mine.plan(), std::span(history).last(1))) == before);
        CHECK(planText(takenBack(mine.plan(), history)) == planText(Plan()));
        REQUIRE(mine.undo());
        CHECK(planText(mine.plan()) == before);
    }
}

TEST_CASE("a conflict about a scenario tells the totals of that scenario, and none where it is gone") {
    const TwoCopies copies;
    auto mine = copies.mine();
    ItemRef scenario;
    TwoCopies::edit(mine, "Scenario", [&](Editor& editor) -> Expected<void> {
        scenario = *editor.add(Kind::Scenario, {{"name", std::string("Cheap")}});
        return editor.setOverride({scenario.id}, {{Kind::AssetModel, 10}, "unit_price"}, Money::fromDollars(100));
    });
    REQUIRE(mine.save());
    std::filesystem::copy_file(copies.folder() / "mine.tco", copies.folder() / "theirs.tco", std::filesystem::copy_options::overwrite_existing);
    auto theirs = copies.theirs();
    TwoCopies::edit(mine, "Price", [&](Editor& editor) {
        return editor.setOverride({scenario.id}, {{Kind::AssetModel, 10}, "unit_price"}, Money::fromDollars(90));
    });
    TwoCopies::edit(theirs, "Remove", [&](Editor& editor) { return editor.remove(scenario); });
    for (const bool isMine : {true, false}) {
        const auto merge = isMine ? mergeOf(mine, theirs) : mergeOf(theirs, mine);
        REQUIRE(merge.sides.size() == 1);
        CHECK(merge.sides[0].scenario == ScenarioId{scenario.id});
        const auto& [with, without] = std::pair(isMine ? merge.sides[0].mine : merge.sides[0].theirs, isMine ? merge.sides[0].theirs : merge.sides[0].mine);
        CHECK(with.total == calculate(mine.plan(), {scenario.id})->ledger.sum().nominal);
        CHECK_FALSE(without.total);
    }
}

TEST_CASE("who merged each other’s copies and chose otherwise is asked again") {
    const TwoCopies copies;
    auto mine = copies.mine(), theirs = copies.theirs();
    TwoCopies::edit(mine, "Price", setPrice(420));
    TwoCopies::edit(theirs, "Price", setPrice(450));
    REQUIRE(mine.save());
    REQUIRE(theirs.save());
    const auto mineBefore = copies.mine(), theirsBefore = copies.theirs();
    REQUIRE(mine.merge(theirsBefore, resolved(mergeOf(mine, theirsBefore).result, {MergeSide::Mine})));
    REQUIRE(theirs.merge(mineBefore, resolved(mergeOf(theirs, mineBefore).result, {MergeSide::Mine})));
    const auto again = mergeOf(mine, theirs);
    REQUIRE(again.result.conflicts.size() == 1);
    CHECK(again.result.conflicts[0].entries[0].mine == EntryContent(Value(Money::fromDollars(420))));
    CHECK(again.result.conflicts[0].entries[0].theirs == EntryContent(Value(Money::fromDollars(450))));
    REQUIRE(mine.merge(theirs, resolved(again.result, {MergeSide::Theirs})));
    const auto back = mergeOf(theirs, mine); // theirs only takes what they agree on
    CHECK(back.result.conflicts.empty());
    CHECK(planText(resolved(back.result, {})) == planText(mine.plan()));
}

TEST_CASE("an own edit that comes back because it was handed out before it was undone is told") {
    const TwoCopies copies;
    auto mine = copies.mine();
    TwoCopies::edit(mine, "Rename", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont Unified")); });
    REQUIRE(mine.save());
    std::filesystem::copy_file(copies.folder() / "mine.tco", copies.folder() / "handed out.tco");
    REQUIRE(mine.undo());
    auto theirs = copies.open("handed out.tco", "Ben Ortiz", 12);
    TwoCopies::edit(theirs, "Year", [](Editor& editor) { return editor.set(district, "first_year", std::int64_t{2028}); });
    const auto merge = mergeOf(mine, theirs);
    REQUIRE(merge.findings.size() == 1);
    CHECK(merge.findings[0].message == "“handed out.tco” brings 1 edit by you that is not in this plan: “Rename” on Nov 10, 2026. "
                                       "What you took back here, take back again after the merge.");
    CHECK(mergeOf(theirs, mine).findings.empty());
}

TEST_CASE("a copy that was written without names takes none away") {
    const TwoCopies copies;
    auto mine = copies.mine();
    const FieldRef price{{Kind::AssetModel, 10}, "unit_price"};
    TwoCopies::edit(mine, "Source", [&](Editor& editor) { return editor.setProvenance(price, {"CDW", "", Confidence::Quote, "Ann Lee", {}}); });
    TwoCopies::edit(mine, "Close", [](Editor& editor) -> Expected<void> {
        const auto closed = editor.close({{"fiscal_year", std::int64_t{2027}}, {"closed_by", std::string("Ann Lee")}});
        return closed ? Expected<void>() : failFrom(closed);
    });
    REQUIRE(mine.saveCopyWithoutNames(copies.folder() / "nameless.tco"));
    auto theirs = copies.open("nameless.tco", "Vendor", 20);
    TwoCopies::edit(theirs, "Rename", [](Editor& editor) { return editor.set(district, "name", std::string("Fairmont Unified")); });
    const auto merge = mergeOf(mine, theirs);
    CHECK(merge.result.conflicts.empty());
    const auto plan = resolved(merge.result, {});
    CHECK(plan.district.name == "Fairmont Unified");
    CHECK(plan.provenance.at(price).author == "Ann Lee");
    CHECK(plan.closedYears.at(0).closedBy == "Ann Lee");
}
