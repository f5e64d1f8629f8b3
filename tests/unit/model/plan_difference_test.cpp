// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "tco/model/history.hpp"

using namespace tco;

TEST_CASE("the differences between two plans, put into the first, give the second, and taken out of it the first again") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Plan one = test::randomPlan(seed), other = test::randomPlan(seed + 100);
        const auto changes = differencesBetween(one, other);
        INFO(seed);
        Plan plan = one;
        applyChanges(plan, changes);
        CHECK(test::planText(plan) == test::planText(other));
        revertChanges(plan, changes);
        CHECK(test::planText(plan) == test::planText(one));
        CHECK(differencesBetween(one, plan).empty());
    }
}

TEST_CASE("a difference names the entry and holds what was and what is there") {
    Plan before;
    addItem(before, {Kind::Site, 7});
    setValue(before, {Kind::Site, 7}, "name", std::string("Lincoln"));
    Plan after = before;
    setValue(after, {Kind::Site, 7}, "name", std::string("Lincoln Middle"));
    after.provenance[{{Kind::Site, 7}, "name"}] = {"directory 2026", "", Confidence::Record};
    const auto changes = differencesBetween(before, after);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0] == EntryChange{{EntryPart::Value, {Kind::Site, 7}, "name"}, Value(std::string("Lincoln")), Value(std::string("Lincoln Middle"))});
    CHECK(changes[1].entry == PlanEntry{EntryPart::Source, {Kind::Site, 7}, "name"});
    CHECK_FALSE(changes[1].before);
    CHECK(contentOf(after, changes[1].entry) == changes[1].after);
}

TEST_CASE("what belongs to an item that is gone is left out when differences are put into another plan") {
    Plan before;
    addItem(before, {Kind::Site, 7});
    Plan after = before;
    setValue(after, {Kind::Site, 7}, "name", std::string("Lincoln"));
    after.provenance[{{Kind::Site, 7}, "name"}] = {};
    Plan empty;
    applyChanges(empty, differencesBetween(before, after));
    CHECK(test::planText(empty) == test::planText(Plan()));
}

TEST_CASE("the last edit of an entry is the one that gave it its content, also when a merge brought it") {
    const PlanEntry entry{EntryPart::Value, {Kind::District, singleId}, "name"};
    const auto edit = [&](RawId id, std::string author, std::string before, std::string after, RawId mergedBy = 0) {
        return HistoryEdit{
            .id = {id}, .author = std::move(author), .mergedBy = {mergedBy}, .changes = {{entry, Value(std::move(before)), Value(std::move(after))}}};
    };
    const History history{edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), edit(3, "Ann", "A", "B")};
    CHECK(lastEditOf(history, entry)->author == "Ben");
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), edit(3, "Cy", "A", "C")}, entry)->author == "Cy");
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B")}, entry)->author == "Ben");
    CHECK(lastEditOf(history, {EntryPart::Value, {Kind::Site, 9}, "name"}) == nullptr);
    CHECK(commonEdits(history, {edit(1, "Ann", "", "A"), edit(9, "Ben", "A", "B")}) == 1);
}
