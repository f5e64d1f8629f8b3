// SPDX-License-Identifier: Apache-2.0

// Files of every version of the schema, written by the program of that time, open for ever and say the same.

#include <catch2/catch_all.hpp>

#include <filesystem>

#include "support/plan_text.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/document/document.hpp"
#include "tco/exchange/plan_json.hpp"

using namespace tco;

namespace {

std::filesystem::path dataFile(const std::string& name) { return std::filesystem::path(TCO_SOURCE_DIR) / "tests" / "data" / name; }

} // namespace

TEST_CASE("a file of version 1 opens with all its items and devices, and is saved in today’s version") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    std::filesystem::copy_file(dataFile("version-1.tco"), path);
    const auto count = [&](const std::string& table) { return test::runSql(path, "SELECT count(*) FROM " + table).front(); };
    auto opened = Document::open(path);
    REQUIRE(opened);
    CHECK_FALSE(opened->isModified());
    CHECK(opened->plan().district.name == test::runSql(path, "SELECT name FROM district").front());
    for (const Kind kind : allKinds)
        if (kind != Kind::ClosedYear && kind != Kind::Adoption) { // which are newer
            INFO(infoOf(kind).plural);
            CHECK(std::to_string(itemsOf(opened->plan(), kind).size()) == count(std::string(infoOf(kind).key)));
        }
    CHECK(std::to_string(opened->deviceSerials().size()) == count("device"));
    CHECK(count("device") != "0");
    CHECK(test::planText(opened->plan()) == test::planText(*planFromJson(*readFile(dataFile("version-1.json")), "version-1.json")));
    CHECK(opened->history()->empty());
    REQUIRE(opened->notices().size() == 1);
    CHECK(opened->notices()[0].code == "older_version");
    CHECK(opened->notices()[0].message.ends_with("once saved, it also keeps who changed what and when, adopted plans and closed years."));
    const auto before = *readFile(path);
    REQUIRE(opened->save());
    REQUIRE(opened->notices().size() == 1);
    const auto& told = opened->notices()[0].message;
    CHECK(opened->notices()[0].code == "brought_up_to_date");
    const auto quote = told.find("“") + std::string("“").size();
    CHECK(*readFile(told.substr(quote, told.find("”") - quote)) == before);
    REQUIRE(opened->save()); // the second time there is nothing to tell
    CHECK(opened->notices().empty());
    CHECK(test::runSql(path, "PRAGMA user_version") == std::vector<std::string>{"2"});
    CHECK(Document::open(path)->plan().cohorts == opened->plan().cohorts);
}

TEST_CASE("what the fuzz programs begin with are files that open") {
    for (const auto* name : {"version-1.tco", "version-2.tco", "new-plan.tco"}) {
        INFO(name);
        const auto opened = Document::open(std::filesystem::path(TCO_SOURCE_DIR) / "tests/fuzz/corpus/plan_file" / name);
        REQUIRE(opened);
        CHECK_FALSE(opened->plan().cohorts.empty());
        CHECK_FALSE(opened->deviceSerials().empty());
        CHECK(opened->history());
    }
}
