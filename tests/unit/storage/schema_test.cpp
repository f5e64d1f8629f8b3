// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <set>

#include <fmt/format.h>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/sqlite_file.hpp"
#include "support/temporary_folder.hpp"
#include "tco/storage/plan_store.hpp"

using namespace tco;

TEST_CASE("every field of every kind has its column of the right type, and every column its field") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    REQUIRE(PlanStore::create().writeTo(path, "plan.tco"));
    for (const Kind kind : allKinds) {
        const auto& table = infoOf(kind).key;
        std::set<std::string> expected{"id|INTEGER"}, expectedLinks;
        for (const auto& field : fieldsOf(kind)) {
            const bool whole = field.type == FieldType::Count || field.type == FieldType::Money || field.type == FieldType::Reference;
            expected.insert(fmt::format("{}|{}", field.key, whole ? "INTEGER" : "TEXT"));
            if (field.type == FieldType::Reference) expectedLinks.insert(fmt::format("{}|{}", field.key, infoOf(field.target).key));
        }
        const auto columns = test::runSql(path, fmt::format("SELECT name, type FROM pragma_table_info('{}')", table));
        const auto links = test::runSql(path, fmt::format("SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{}')", table));
        INFO(table);
        CHECK(std::set(columns.begin(), columns.end()) == expected);
        CHECK(std::set(links.begin(), links.end()) == expectedLinks);
    }
}

TEST_CASE("the file is a sound database") {
    const test::TemporaryFolder folder;
    const auto path = folder / "plan.tco";
    auto store = PlanStore::create();
    const Plan before, after = randomPlan(5);
    std::set<ItemRef> touched;
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(after, kind)) touched.insert(item);
    REQUIRE(store.commit({.name = "Fill"}, {before, after, touched}));
    REQUIRE(store.writeTo(path, "plan.tco"));
    CHECK(test::runSql(path, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(test::runSql(path, "PRAGMA foreign_key_check").empty());
    CHECK(test::planText(*store.load()) == test::planText(after));
}

TEST_CASE("equal revisions mean equal content") {
    auto store = PlanStore::create();
    const std::set<ItemRef> touched{{Kind::District, singleId}};
    Plan first, second, third;
    second.district.name = "B";
    third.district.name = "C";
    CHECK(store.revision() == 0);
    REQUIRE(store.commit({.name = "B"}, {first, second, touched}));
    const auto revision = store.revision();
    REQUIRE(store.undo());
    CHECK(store.revision() == 0);
    REQUIRE(store.redo());
    CHECK(store.revision() == revision);
    REQUIRE(store.undo());
    REQUIRE(store.commit({.name = "C"}, {first, third, touched}));
    CHECK(store.revision() != revision);
}
