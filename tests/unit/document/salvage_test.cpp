// SPDX-License-Identifier: Apache-2.0

// What is whole in a damaged file comes back, what is lost is named, and nothing in the file is run.

#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using test::planText, test::runSql;

namespace {

constexpr std::size_t pageSize = 1024, pageTypeAt = 0;

/// A plan with several pages of cohorts and devices.
Plan largePlan() {
    auto plan = randomPlan(11);
    for (int i = 0; i < 400; ++i) {
        Cohort cohort;
        cohort.id.value = 1'000'000 + i;
        cohort.name = "Cart " + std::to_string(i);
        cohort.inService = Date::of(2025, 8, 1);
        cohort.quantity = 30;
        plan.cohorts.push_back(cohort);
    }
    return plan;
}

struct Sample {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder / "plan.tco";
    Plan plan = largePlan();
    std::string content;

    Sample() {
        auto document = Document::create();
        REQUIRE(document.edit("Fill", [&](Editor& editor) -> Expected<void> {
            if (auto done = editor.replacePlan(plan); !done) return done;
            InventoryImport inventory;
            inventory.source = "devices.csv";
            for (int i = 0; i < 300; ++i)
                inventory.devices.push_back({.serial = "S" + std::to_string(10'000 + i), .inService = Date::of(2025, 8, 1), .cohort = {1'000'000 + i}});
            return editor.addInventory(inventory);
        }));
        REQUIRE(document.saveAs(path));
        content = *readFile(path);
    }

    Expected<Document> salvage(const std::string& bytes, Findings& lost) const {
        REQUIRE(writeFileAtomically(path, bytes));
        auto saved = Document::salvage(path, lost);
        CHECK(*readFile(path) == bytes);
        return saved;
    }
    /// Spoils the good file with SQL.
    std::string after(const std::string& sql) const {
        REQUIRE(writeFileAtomically(path, content));
        CHECK(runSql(path, sql).empty());
        return *readFile(path);
    }
};

std::string words(const Findings& findings) {
    std::string text;
    for (const auto& finding : findings) text += finding.message + '\n';
    return text;
}

/// A salvaged plan is a plan like any other.
void useWholly(Document& document, const test::TemporaryFolder& folder) {
    validate(document.plan());
    REQUIRE(document.edit("Rename", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("New")); }));
    REQUIRE(document.saveAs(folder / "rescued.tco"));
    const auto reopened = Document::open(folder / "rescued.tco");
    REQUIRE(reopened);
    CHECK(planText(reopened->plan()) == planText(document.plan()));
    CHECK(reopened->deviceSerials() == document.deviceSerials());
}

} // namespace

TEST_CASE("of a sound file nothing is lost") {
    const Sample sample;
    Findings lost;
    auto document = sample.salvage(sample.content, lost);
    REQUIRE(document);
    CHECK(words(lost).empty());
    CHECK(planText(document->plan()) == planText(sample.plan));
    CHECK(document->deviceSerials().size() == 300);
    CHECK(document->path().empty());
    CHECK(document->isModified());
    useWholly(*document, sample.folder);
}

TEST_CASE("a file without its first page, which lists the tables, comes back by the form of its rows") {
    const Sample sample;
    const auto size = GENERATE(as<std::size_t>(), 1024, 4096); // version 1 had the latter
    CAPTURE(size);
    auto bytes = sample.after("PRAGMA page_size = " + std::to_string(size) + "; VACUUM");
    bytes.replace(0, size, size, '\0');
    Findings lost;
    auto document = sample.salvage(bytes, lost);
    REQUIRE(document);
    CHECK(document->plan().cohorts.size() == sample.plan.cohorts.size());
    CHECK(document->plan().assetModels.size() == sample.plan.assetModels.size());
    CHECK(document->deviceSerials().size() == 300);
    CHECK_FALSE(lost.empty());
    useWholly(*document, sample.folder);
}

TEST_CASE("each page that is lost costs its own rows only") {
    const Sample sample;
    for (std::size_t at = pageSize; at < sample.content.size(); at += pageSize) {
        INFO("page " << at / pageSize + 1);
        auto bytes = sample.content;
        const bool heldRows = bytes[at + pageTypeAt] == 0x0D && bytes[at + 3] + bytes[at + 4] != 0;
        bytes.replace(at, pageSize, pageSize, '\xAA');
        Findings lost;
        auto document = sample.salvage(bytes, lost);
        REQUIRE(document);
        if (heldRows) CHECK_FALSE(lost.empty());
        CHECK(document->plan().cohorts.size() + document->deviceSerials().size() + 120 >= sample.plan.cohorts.size() + 300);
    }
}

TEST_CASE("a value that cannot be read is blank and named; its item stays") {
    const Sample sample;
    const auto reason = [&](const std::string& sql) {
        Findings lost;
        auto document = sample.salvage(sample.after(sql), lost);
        REQUIRE(document);
        useWholly(*document, sample.folder);
        return words(lost);
    };
    CHECK(reason("UPDATE cohort SET in_service = '2026-02-30' WHERE id = 1000005") ==
          "cohort “Cart 5”: " + std::string(findField(Kind::Cohort, "in_service")->label) + " could not be read and is blank now.\n");
    CHECK(reason("UPDATE district SET horizon = 1099511627776").find("district “") == 0);
    CHECK(reason("INSERT INTO cohort (id, name) VALUES (-3, 'Oak')") == "1 of the cohorts could not be read.\n");
    CHECK(reason("DELETE FROM district") == "1 of the " + std::string(infoOf(Kind::District).plural) + " could not be read.\n");
    CHECK(reason("INSERT INTO provenance VALUES (900000, 'planet', 1, 'name', '', '', 'quote', '', NULL)") ==
          "1 of the sources of entries could not be read.\n");
    CHECK(reason("UPDATE device SET in_service = 'soon' WHERE serial = 'S10003'") == "1 of the single devices could not be read.\n");
}

TEST_CASE("triggers, views and tables of a stranger are not run and not taken over") {
    const Sample sample;
    Findings lost;
    auto document = sample.salvage(sample.after("CREATE TRIGGER t AFTER INSERT ON site BEGIN DELETE FROM cohort; END;"
                                                "CREATE TABLE extra (id INTEGER PRIMARY KEY); INSERT INTO extra VALUES (1);"
                                                "CREATE VIEW v AS SELECT * FROM cohort"),
                                   lost);
    REQUIRE(document);
    CHECK(planText(document->plan()) == planText(sample.plan));
    useWholly(*document, sample.folder);
}

TEST_CASE("a file that holds no plan gives none") {
    const Sample sample;
    Findings lost;
    for (const auto& bytes :
         {std::string(), std::string("District,Cedar ISD\n"), std::string(50'000, '\0'), std::string(50'000, '\x0D'), std::string(50'000, '\xff')}) {
        const auto refused = sample.salvage(bytes, lost);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Damaged);
        CHECK(refused.error().message == "Nothing of a plan could be read from “" + sample.path.string() + "”; use a backup copy.");
    }
    CHECK(Document::salvage(sample.folder / "missing.tco", lost).error().code == ErrorCode::NotFound);
}

TEST_CASE("cut off anywhere, what was before the cut comes back") {
    const Sample sample;
    const auto countOf = [](const Document& document) { return document.plan().cohorts.size() + document.deviceSerials().size(); };
    const auto whole = countOf(*Document::open(sample.path));
    std::size_t before = 0;
    for (std::size_t size = pageSize * 2; size < sample.content.size(); size += pageSize * 3) {
        INFO(size);
        Findings lost;
        auto document = sample.salvage(sample.content.substr(0, size), lost);
        if (!document) continue;
        const auto now = countOf(*document);
        CHECK((!lost.empty() || now == whole)); // the last pages may hold only indexes
        CHECK(now >= before);
        before = now;
    }
    CHECK(before > 100);
}

TEST_CASE("thousands of flipped bits: what is salvaged is always a sound plan") {
    const Sample sample;
    test::Random random(20261127);
    int salvaged = 0;
    for (int round = 0; round < 300; ++round) {
        INFO("round " << round);
        auto bytes = sample.content;
        for (int flips = test::between(random, 1, 40); flips > 0; --flips) {
            const int reach = test::chance(random, 20) ? int(pageSize) : int(bytes.size());
            auto& byte = bytes[std::size_t(test::between(random, 0, reach - 1))];
            byte = static_cast<char>(byte ^ (1 << test::between(random, 0, 7)));
        }
        Findings lost;
        auto document = sample.salvage(bytes, lost);
        if (!document) continue;
        ++salvaged;
        if (round % 10 == 0) useWholly(*document, sample.folder);
    }
    CHECK(salvaged == 300);
}
