// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"
#include "tco/exchange/plan_json.hpp"

using namespace tco;

namespace {

/// A model, a cohort and `count` devices in reverse order of their serials; ids from `firstId` on.
InventoryImport inventoryOf(RawId firstId, int count, const std::string& prefix) {
    InventoryImport inventory;
    inventory.source = "devices.csv";
    inventory.format = "gam-chromeos";
    inventory.assetModels.push_back({.id = {firstId}, .name = "Model " + prefix});
    inventory.cohorts.push_back({.id = {firstId + 1}, .model = {firstId}, .inService = Date::of(2024, 8, 1), .quantity = count});
    for (int i = count; i > 0; --i)
        inventory.devices.push_back({.serial = prefix + std::to_string(100'000 + i),
                                     .assetTag = "T" + std::to_string(i),
                                     .status = "ACTIVE",
                                     .orderNumber = "PO 7",
                                     .inService = Date::of(2024, 8, 1),
                                     .inServiceEstimated = i % 2 == 0,
                                     .cohort = {firstId + 1},
                                     .sourceLine = i + 1});
    return inventory;
}

void import(Document& document, const InventoryImport& inventory) {
    REQUIRE(document.edit("Import inventory", [&](Editor& editor) { return editor.addInventory(inventory); }));
}

} // namespace

TEST_CASE("an import is one step: its items and devices come and go together") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    import(document, inventoryOf(10, 3, "A"));
    CHECK(document.deviceSerials() == std::vector<std::string>{"A100001", "A100002", "A100003"});
    const auto devices = document.devicesOf({11});
    REQUIRE(devices.size() == 3);
    CHECK(devices[1].serial == "A100002");
    CHECK(devices[1].assetTag == "T2");
    CHECK(devices[1].inServiceEstimated);
    CHECK(devices[1].inService == Date::of(2024, 8, 1));
    CHECK(devices[1].sourceLine == 3);

    REQUIRE(document.undo());
    CHECK(document.plan().cohorts.empty());
    CHECK(document.deviceSerials().empty());
    CHECK(document.devicesOf({11}).empty());
    REQUIRE(document.redo());
    CHECK(document.deviceSerials().size() == 3);

    REQUIRE(document.saveAs(folder / "a.tco"));
    CHECK(Document::open(folder / "a.tco")->deviceSerials().size() == 3);
}

TEST_CASE("devices of an import that was taken back never return with another import or a file") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    import(document, inventoryOf(10, 3, "A"));
    REQUIRE(document.undo());
    import(document, inventoryOf(10, 2, "B"));
    CHECK(document.deviceSerials() == std::vector<std::string>{"B100001", "B100002"});
    REQUIRE(document.saveAs(folder / "a.tco"));
    CHECK(Document::open(folder / "a.tco")->deviceSerials() == std::vector<std::string>{"B100001", "B100002"});
}

TEST_CASE("devices leave with their cohort and return when that is undone") {
    auto document = Document::create();
    import(document, inventoryOf(10, 3, "A"));
    REQUIRE(document.edit("Remove", [](Editor& editor) { return editor.remove({Kind::Cohort, 11}); }));
    CHECK(document.deviceSerials().empty());
    REQUIRE(document.undo());
    CHECK(document.deviceSerials().size() == 3);
}

TEST_CASE("another plan in place of the present one keeps the devices of the cohorts that are in it") {
    auto document = Document::create();
    import(document, inventoryOf(10, 3, "A"));
    import(document, inventoryOf(20, 2, "B"));
    Plan other = document.plan();
    removeItem(other, {Kind::Cohort, 11});
    REQUIRE(document.edit("Import plan", [&](Editor& editor) { return editor.replacePlan(other); }));
    CHECK(document.deviceSerials().size() == 2);
    REQUIRE(document.undo());
    CHECK(document.deviceSerials().size() == 5);
}

TEST_CASE("a plan that goes out as text and comes in again changes nothing, neither the history nor the devices") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    REQUIRE(document.edit("Fill", [&](Editor& editor) { return editor.replacePlan(test::randomPlan(5)); }));
    import(document, inventoryOf(10, 3, "A"));
    REQUIRE(document.saveAs(folder / "a.tco"));
    auto opened = std::move(*Document::open(folder / "a.tco"));
    const auto twin = planFromJson(planToJson(opened.plan()), "plan.json");
    REQUIRE(twin);
    REQUIRE(opened.edit("Import plan", [&](Editor& editor) { return editor.replacePlan(*twin); }));
    CHECK_FALSE(opened.canUndo());
    CHECK_FALSE(opened.isModified());
    CHECK(opened.history()->size() == 2);
    CHECK(opened.deviceSerials().size() == 3);
}

TEST_CASE("a copy without names has none in its history and its sources") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    document.setAuthor("Ann Lee");
    const FieldRef price{{Kind::AssetModel, 10}, "unit_price"};
    import(document, inventoryOf(10, 3, "A"));
    REQUIRE(document.edit("Add", [](Editor& editor) -> Expected<void> {
        const auto site = editor.add(Kind::Site, {{"name", std::string("Lincoln")}});
        return site ? editor.setProvenance({*site, "name"}, {"list", "", Confidence::Record, "Ann Lee", {}}) : failFrom(site);
    }));
    REQUIRE(document.edit("Close", [](Editor& editor) -> Expected<void> {
        const auto closed = editor.close({{"fiscal_year", std::int64_t{2027}}, {"closed_by", std::string("Ann Lee")}});
        const auto adopted = editor.adopt({}, {{"name", std::string("Budget")}, {"adopted_by", std::string("Ann Lee")}});
        return closed && adopted ? Expected<void>() : fail(ErrorCode::Conflict, {});
    }));
    for (const char* source : {"CDW", "Dell"})
        REQUIRE(document.edit("Source", [&](Editor& editor) { return editor.setProvenance(price, {source, "", Confidence::Quote, "Ann Lee", {}}); }));
    REQUIRE(document.saveCopyWithoutNames(folder / "copy.tco"));
    CHECK(readFile(folder / "copy.tco")->find("Ann Lee") == std::string::npos);
    const auto copy = std::move(*Document::open(folder / "copy.tco"));
    CHECK(copy.history()->size() == 5);
    const auto adopted = copy.adoptedPlan(copy.plan().adoptions.at(0).id);
    REQUIRE(adopted);
    CHECK(std::ranges::count(adopted->provenance, "list", [](const auto& each) { return each.second.source; }) == 1);
    CHECK(std::get<Provenance>(*copy.history()->back().changes.front().before).source == "CDW");
    CHECK(copy.plan().provenance.at(price).source == "Dell");
    CHECK(copy.deviceSerials().size() == 3);
    CHECK(document.history()->back().author == "Ann Lee");
}

TEST_CASE("an import that contradicts the plan or itself changes nothing") {
    auto document = Document::create();
    import(document, inventoryOf(10, 3, "A"));
    const auto before = test::planText(document.plan());

    const auto again = document.edit("Again", [](Editor& editor) { return editor.addInventory(inventoryOf(10, 1, "B")); });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);

    auto stray = inventoryOf(20, 1, "C");
    stray.devices[0].cohort = {99};
    const auto refused = document.edit("Stray", [&](Editor& editor) { return editor.addInventory(stray); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "“devices.csv”, line 2: the device belongs to no group of devices.");

    CHECK(test::planText(document.plan()) == before);
    CHECK(document.deviceSerials().size() == 3);
}

TEST_CASE("a file whose name is no text cannot come into the plan") {
    auto document = Document::create();
    auto inventory = inventoryOf(10, 3, "A");
    inventory.source = "sch\xfcler.csv";
    const auto done = document.edit("Import", [&](Editor& editor) { return editor.addInventory(inventory); });
    REQUIRE_FALSE(done);
    CHECK(done.error().message == "The name of the file has characters that cannot be stored; rename it first.");
    CHECK_FALSE(document.edit("Import \xfc", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("X")); }));
    CHECK(document.plan().district.name.empty());
}

TEST_CASE("what was adopted goes out as text and comes in again, into the same plan and into a new one") {
    const test::TemporaryFolder folder;
    auto document = Document::create();
    REQUIRE(document.edit("Fill", [&](Editor& editor) { return editor.replacePlan(test::randomPlan(5)); }));
    ItemRef adopted;
    REQUIRE(document.edit("Adopt", [&](Editor& editor) -> Expected<void> {
        adopted = *editor.adopt({}, {{"name", std::string("Budget")}});
        return {};
    }));
    const auto text = planToJson(document.plan(), *document.adoptedPlans());
    const auto read = planTextFromJson(text, "plan.json");
    REQUIRE(read);
    auto fresh = Document::create();
    REQUIRE(fresh.edit("Import", [&](Editor& editor) { return editor.replacePlan(read->plan, read->adopted, "plan.json"); }));
    CHECK(test::planText(*fresh.adoptedPlan({adopted.id})) == test::planText(*document.adoptedPlan({adopted.id})));
    CHECK(planToJson(fresh.plan(), *fresh.adoptedPlans()) == text);
    CHECK(fresh.history()->back().import == "plan.json");
    REQUIRE(document.edit("Import", [&](Editor& editor) { return editor.replacePlan(read->plan, read->adopted); }));
    CHECK(document.undoName() == "Adopt"); // nothing changed
}
