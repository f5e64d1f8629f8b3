// SPDX-License-Identifier: Apache-2.0

// Files that are not a plan, or no longer one: each gets one clear sentence that names it, and never a crash.

#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using tco::test::runSql;

namespace {

struct Sample {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "plan.tco";
    std::string content;

    Sample() {
        auto document = Document::create();
        REQUIRE(document.edit("Fill", [](Editor& editor) { return editor.replacePlan(randomPlan(11)); }));
        REQUIRE(document.saveAs(path));
        content = *readFile(path);
    }

    Error errorOf(const std::string& bytes) {
        REQUIRE(writeFileAtomically(path, bytes));
        return errorOfFile();
    }
    Error errorOfFile() {
        const auto opened = Document::open(path);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message.find(path.string()) != std::string::npos);
        CHECK(opened.error().message.ends_with("."));
        return opened.error();
    }
    std::string named(const std::string& rest) { return "“" + path.string() + "” " + rest; }
};

/// Uses everything that a damaged plan could trip up.
void useWholly(Document& document) {
    validate(document.plan());
    CHECK_FALSE(test::planText(document.plan()).empty());
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(document.plan(), kind)) nameOf(document.plan(), item);
    for (const auto& cohort : document.plan().cohorts) document.devicesOf(cohort.id);
    document.deviceSerials();
}

} // namespace

TEST_CASE("other files are not taken for a plan") {
    Sample sample;
    CHECK(sample.errorOf("").message == sample.named("is empty; it holds no plan."));
    CHECK(sample.errorOf("District,Cedar ISD\n").message == sample.named("is not a District TCO file."));
    CHECK(sample.errorOf("District,Cedar ISD\n").code == ErrorCode::Damaged);
    CHECK(sample.errorOf(std::string(5000, '\0')).message == sample.named("is not a District TCO file."));

    std::filesystem::remove(sample.path);
    CHECK(sample.errorOfFile().code == ErrorCode::NotFound);
    std::filesystem::create_directory(sample.path);
    CHECK(sample.errorOfFile().code == ErrorCode::Unreadable);
}

TEST_CASE("a database of another program is not taken for a plan") {
    Sample sample;
    std::filesystem::remove(sample.path);
    runSql(sample.path, "CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT)");
    CHECK(sample.errorOfFile().message == sample.named("belongs to another program; it is not a District TCO file."));
    runSql(sample.path, "PRAGMA application_id = 0x54434F31; PRAGMA user_version = 1");
    CHECK(sample.errorOfFile().code == ErrorCode::Damaged);
}

TEST_CASE("a newer version is named as the reason") {
    Sample sample;
    runSql(sample.path, "PRAGMA user_version = 99; ALTER TABLE cohort RENAME COLUMN note TO remark");
    CHECK(sample.errorOfFile().code == ErrorCode::NewerVersion);
    CHECK(sample.errorOfFile().message == sample.named("was written by a newer District TCO; update this program to open it."));
}

TEST_CASE("a newer file that has all this version knows can be looked at, not changed") {
    Sample sample;
    CHECK(runSql(sample.path, "PRAGMA user_version = 99; ALTER TABLE cohort ADD COLUMN colour TEXT; CREATE TABLE extra (code TEXT PRIMARY KEY) WITHOUT ROWID")
              .empty());
    const auto before = *readFile(sample.path);
    auto document = Document::open(sample.path);
    REQUIRE(document);
    CHECK(document->isReadOnly());
    CHECK(test::planText(document->plan()) == test::planText(randomPlan(11)));
    useWholly(*document);
    const std::string reason = "The plan was written by a newer District TCO and can only be looked at; update this program to change it.";
    CHECK(document->readOnlyReason() == reason);
    const auto edited = document->edit("Rename", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("New")); });
    CHECK(edited.error().message == reason);
    CHECK(document->save().error().code == ErrorCode::NewerVersion);
    CHECK(document->saveAs(sample.folder / "copy.tco").error().code == ErrorCode::NewerVersion); // it would lose what is new
    CHECK(*readFile(sample.path) == before);
}

TEST_CASE("a newer file is checked like any other") {
    Sample sample;
    CHECK(runSql(sample.path, "PRAGMA user_version = 99; INSERT INTO cohort (id, quantity) VALUES (77, 1); "
                              "INSERT INTO import_batch VALUES (1, '', '', 1, 0, 0, 0); "
                              "INSERT INTO device VALUES (1, 'S1', '', '', '', '2026-13-01', 0, 77, 1, 1)")
              .empty());
    CHECK(sample.errorOfFile().code == ErrorCode::Damaged);
}

TEST_CASE("a newer file with triggers, views or calculated columns is not opened") {
    const auto* const sql = GENERATE("CREATE TRIGGER t AFTER UPDATE ON site BEGIN DELETE FROM cohort; END", "CREATE VIEW v AS SELECT 1", "DROP TABLE device",
                                     "ALTER TABLE site DROP COLUMN name; ALTER TABLE site ADD COLUMN name TEXT AS ('Oak')");
    Sample sample;
    CHECK(runSql(sample.path, std::string("PRAGMA user_version = 99; ") + sql).empty());
    CHECK(sample.errorOfFile().code == ErrorCode::NewerVersion);
}

TEST_CASE("a file with triggers, views, tables or columns of its own is not opened") {
    const auto* const sql = GENERATE("CREATE TRIGGER t AFTER UPDATE ON site BEGIN DELETE FROM cohort; END", "CREATE VIEW v AS SELECT 1",
                                     "CREATE TABLE extra (id INTEGER PRIMARY KEY)", "ALTER TABLE site ADD COLUMN extra TEXT", "DROP TABLE device");
    Sample sample;
    runSql(sample.path, sql);
    CHECK(sample.errorOfFile().code == ErrorCode::Damaged);
}

TEST_CASE("a value that cannot be read is named by table and row") {
    Sample sample;
    const auto reason = [&](const std::string& sql) {
        REQUIRE(writeFileAtomically(sample.path, sample.content));
        CHECK(runSql(sample.path, sql).empty());
        return sample.errorOfFile().message;
    };
    const auto damaged = [&](const std::string& rest) { return sample.named("is damaged: " + rest); };
    CHECK(reason("UPDATE assumptions SET discount_timing = 'sometimes'") ==
          damaged("row 1 of table “assumptions”: discount_timing: “sometimes” is not one of: year_start, mid_year, year_end, dated."));
    CHECK(reason("UPDATE assumptions SET discount_rate = '1.2.3'").find("row 1 of table “assumptions”: discount_rate: ") != std::string::npos);
    CHECK(reason("UPDATE district SET horizon = 1099511627776") == damaged("row 1 of table “district”: horizon is too large."));
    CHECK(reason("UPDATE district SET name = CAST(x'41FF42' AS TEXT)") == damaged("row 1 of table “district”: name is not readable text."));
    CHECK(reason("DELETE FROM district") == damaged("table “district” is empty."));
    CHECK(reason("INSERT INTO site (id, name) VALUES (-3, 'Oak')") == damaged("row -3 of table “site”: the id is out of range."));
    CHECK(reason("INSERT INTO provenance VALUES (900, 'planet', 1, 'name', '', '', 'quote', '', NULL)") ==
          damaged("row 900 of table “provenance”: unknown kind of item."));
    CHECK(reason("INSERT INTO asset_model (id, unit_price) VALUES (5, 9223372036854775807)") ==
          damaged("row 5 of table “asset_model”: unit_price is too large."));
    CHECK(reason("INSERT INTO cohort (id, in_service) VALUES (5, '2026-02-30')").find("row 5 of table “cohort”: in_service: ") != std::string::npos);
}

TEST_CASE("missing values and references open, and the checks find them") {
    Sample sample;
    CHECK(runSql(sample.path, "UPDATE district SET name = NULL, fiscal_year_start_month = NULL, first_year = NULL, horizon = NULL;"
                              "INSERT INTO cohort (id) VALUES (5); INSERT INTO cohort (id, model, site, lease) VALUES (6, 7, 8, 9);"
                              "INSERT INTO position (id) VALUES (5); INSERT INTO head_count (id) VALUES (5); INSERT INTO lease (id) VALUES (5)")
              .empty());
    auto document = Document::open(sample.path);
    REQUIRE(document);
    useWholly(*document);
    CHECK(hasErrors(validate(document->plan())));
}

TEST_CASE("a file cut off anywhere is damaged") {
    Sample sample;
    for (std::size_t size = 0; size < sample.content.size(); size += 512) {
        INFO(size);
        CHECK(sample.errorOf(sample.content.substr(0, size)).code == ErrorCode::Damaged);
    }
}

TEST_CASE("flipped bits never crash: the file opens or is refused") {
    Sample sample;
    test::Random random(20260701);
    int opened = 0;
    for (int round = 0; round < 300; ++round) {
        auto content = sample.content;
        for (int flips = test::between(random, 1, 8); flips > 0; --flips) {
            const int reach = test::chance(random, 20) ? 4096 : int(content.size()); // the header and schema deserve more
            auto& byte = content[std::size_t(test::between(random, 0, reach - 1))];
            byte = static_cast<char>(byte ^ (1 << test::between(random, 0, 7)));
        }
        REQUIRE(writeFileAtomically(sample.path, content));
        auto document = Document::open(sample.path);
        if (!document) continue;
        ++opened;
        useWholly(*document);
        (void)document->edit("Rename", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("New")); });
        (void)document->save();
    }
    CHECK(opened > 0);
    CHECK(opened < 300);
}

TEST_CASE("an index that contradicts its table does not mislead anybody: it is made anew") {
    const Sample sample;
    {
        auto document = Document::open(sample.path);
        REQUIRE(document);
        InventoryImport inventory;
        inventory.source = "devices.csv";
        inventory.assetModels.push_back({.id = {7'000'000}, .name = "Chromebook"});
        inventory.cohorts.push_back({.id = {7'000'001}, .model = {7'000'000}, .inService = Date::of(2025, 8, 1), .quantity = 1});
        inventory.devices.push_back({.serial = "SN-ZEBRA-1", .inService = Date::of(2025, 8, 1), .cohort = {7'000'001}});
        REQUIRE(document->edit("Import", [&](Editor& editor) { return editor.addInventory(inventory); }));
        REQUIRE(document->save());
    }
    auto bytes = *readFile(sample.path);
    std::size_t places = 0;
    for (auto at = bytes.find("SN-ZEBRA-1"); at != bytes.npos; at = bytes.find("SN-ZEBRA-1", at + 1)) ++places;
    REQUIRE(places == 2);                   // the table and the index
    bytes[bytes.rfind("SN-ZEBRA-1")] = 'T'; // in one of them
    REQUIRE(writeFileAtomically(sample.path, bytes));
    auto opened = Document::open(sample.path);
    REQUIRE(opened);
    REQUIRE(opened->save());
    CHECK(runSql(sample.path, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(runSql(sample.path, "SELECT count(*) FROM device NOT INDEXED") == runSql(sample.path, "SELECT count(*) FROM device WHERE serial > ''"));
}

TEST_CASE("a text encoding that no plan has is refused, not found out when saving") {
    Sample sample;
    auto bytes = sample.content;
    bytes[59] = 2; // UTF-16
    CHECK(sample.errorOf(bytes).code == ErrorCode::Damaged);
}

TEST_CASE("a history with impossible entries is refused, not followed") {
    const auto insert = [](const Sample& sample, const std::string& values) {
        runSql(sample.path, "INSERT INTO history_change (edit, part, item_kind, item_id, field, scenario, before, after) SELECT id, " + values +
                                " FROM history_edit LIMIT 1");
    };
    for (const auto* values : {"'item', 'district', 7, '', 0, 'A', NULL", "'item', 'cohort', -4, '', 0, 'A', NULL",
                               "'value', 'cohort', 9223372036854775807, 'quantity', 0, '1', '2'", "'value', 'cohort', 4, 'nonsense', 0, '1', '2'"}) {
        INFO(values);
        Sample sample;
        insert(sample, values);
        const auto opened = Document::open(sample.path);
        REQUIRE(opened);
        CHECK(opened->history().error().code == ErrorCode::Damaged);
    }
    Sample sample;
    runSql(sample.path, "UPDATE history_edit SET position = 9223372036854775807");
    CHECK(sample.errorOfFile().code == ErrorCode::Damaged);
}
