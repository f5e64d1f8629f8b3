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
    CHECK(changes[0] == EntryChange{{EntryPart::FieldValue, {Kind::Site, 7}, "name"}, Value(std::string("Lincoln")), Value(std::string("Lincoln Middle"))});
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
    const PlanEntry entry{EntryPart::FieldValue, {Kind::District, singleId}, "name"};
    const auto edit = [&](RawId id, std::string author, std::string before, std::string after, RawId mergedBy = 0) {
        return HistoryEdit{
            .id = {id}, .author = std::move(author), .mergedBy = {mergedBy}, .changes = {{entry, Value(std::move(before)), Value(std::move(after))}}};
    };
    const History history{edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), edit(3, "Ann", "A", "B")};
    CHECK(lastEditOf(history, entry)->author == "Ben");
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), edit(3, "Cy", "A", "C")}, entry)->author == "Cy");
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B")}, entry)->author == "Ben");
    CHECK(lastEditOf(history, {EntryPart::FieldValue, {Kind::Site, 9}, "name"}) == nullptr);
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), edit(3, "Ann", "A", "B", 4), edit(4, "Cy", "A", "B")}, entry)->author == "Ben");
    const PlanEntry other{EntryPart::FieldValue, {Kind::District, singleId}, "state"};
    HistoryEdit merge{.id = {3}, .author = "Ann", .mergedBy = {}, .changes = {{other, Value(std::string()), Value(std::string("TX"))}}};
    CHECK(lastEditOf({edit(1, "Ann", "", "A"), edit(2, "Ben", "A", "B", 3), merge}, entry)->author == "Ann"); // what Ben wrote was not chosen
}

TEST_CASE("edits are known where another copy has them, in whatever order, but not half a merge") {
    const auto edit = [](RawId id, RawId mergedBy = 0) { return HistoryEdit{.id = {id}, .mergedBy = {mergedBy}, .changes = {}}; };
    CHECK(knownEdits({edit(1), edit(2)}, {edit(1), edit(9)}) == 1);
    CHECK(knownEdits({edit(1), edit(2)}, {edit(1), edit(9), edit(2, 5), edit(5)}) == 2);
    CHECK(knownEdits({edit(1), edit(9), edit(2, 5), edit(5)}, {edit(1), edit(2), edit(9)}) == 2);
    CHECK(knownEdits({edit(1)}, {}) == 0);
}

TEST_CASE("the common base of two copies is the latest state that both know") {
    const ItemRef site{Kind::Site, 7};
    Plan base;
    addItem(base, site);
    const auto renamed = [&](Plan plan, std::string name) {
        setValue(plan, site, "name", std::move(name));
        return plan;
    };
    const auto edit = [](RawId id, const Plan& before, const Plan& after, RawId mergedBy = 0) {
        return HistoryEdit{.id = {id}, .mergedBy = {mergedBy}, .changes = differencesBetween(before, after)};
    };
    const Plan one = renamed(base, "One"), mine = renamed(base, "Mine"), theirs = renamed(base, "Theirs");
    const auto first = edit(1, base, one);
    const History mineHistory{first, edit(2, one, mine)}, theirsHistory{first, edit(3, one, theirs)};
    CHECK(test::planText(*commonBase(mine, mineHistory, theirs, theirsHistory)) == test::planText(one));
    // Mine took theirs in, decided for its own, and is not asked again.
    const History merged{first, mineHistory[1], edit(3, one, theirs, 4), edit(4, mine, mine)};
    CHECK(test::planText(*commonBase(mine, merged, theirs, theirsHistory)) == test::planText(theirs));
    CHECK(test::planText(*commonBase(theirs, theirsHistory, mine, merged)) == test::planText(theirs));
    // Copies of a file from before there was a history begin with the same plan.
    CHECK(test::planText(*commonBase(mine, {edit(5, base, mine)}, theirs, {edit(6, base, theirs)})) == test::planText(base));
    CHECK_FALSE(commonBase(mine, {edit(5, one, mine)}, theirs, {edit(6, base, theirs)}));
    CHECK_FALSE(commonBase(Plan(), {}, Plan(), {}));
}

TEST_CASE("the state at a day is that at its end, with what was merged only from the merge on") {
    const ItemRef site{Kind::Site, 7};
    Plan before;
    addItem(before, site);
    Plan after = before;
    setValue(after, site, "name", std::string("Lincoln"));
    HistoryEdit brought{.id = {1}, .day = Date::of(2026, 3, 1), .mergedBy = {2}, .changes = differencesBetween(before, after)};
    HistoryEdit merge{.id = {2}, .day = Date::of(2026, 3, 5), .mergedBy = {}, .changes = brought.changes};
    CHECK(test::planText(stateAt(after, {brought, merge}, Date::of(2026, 3, 4))) == test::planText(before));
    CHECK(test::planText(stateAt(after, {brought, merge}, Date::of(2026, 3, 5))) == test::planText(after));
}
