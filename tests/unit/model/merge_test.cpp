// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <rapidcheck.h>

#include "support/any_plan.hpp"
#include "support/plan_text.hpp"
#include "support/random_edit.hpp"
#include "tco/model/merge.hpp"

using namespace tco;
using test::planText;

namespace {

/// A plan and two copies of it that were edited apart.
struct Copies {
    Plan base, mine, theirs;
};

Copies anyCopies() {
    Copies copies;
    copies.base = test::anyPlan();
    copies.mine = copies.theirs = copies.base;
    test::Random random(*rc::gen::arbitrary<std::uint32_t>());
    RawId mineId = 1'000'000, theirsId = 2'000'000;
    test::editRandomly(random, copies.mine, mineId, test::between(random, 0, 40));
    test::editRandomly(random, copies.theirs, theirsId, test::between(random, 0, 40));
    return copies;
}

std::vector<MergeSide> all(const MergeResult& result, MergeSide side) { return std::vector(result.conflicts.size(), side); }

std::vector<MergeSide> anyChoices(const MergeResult& result) {
    auto choices = all(result, MergeSide::Mine);
    for (auto& choice : choices)
        if (*rc::gen::arbitrary<bool>()) choice = MergeSide::Theirs;
    return choices;
}

/// An item is there or not; its name may come from other items.
bool agree(const Plan& one, const Plan& other, const PlanEntry& entry) {
    if (entry.part == EntryPart::Item) return contains(one, entry.item) == contains(other, entry.item);
    return contentOf(one, entry) == contentOf(other, entry);
}

constexpr ItemRef site{Kind::Site, 7}, model{Kind::AssetModel, 8}, cohort{Kind::Cohort, 9}, otherModel{Kind::AssetModel, 10};

Plan smallPlan() {
    Plan plan;
    for (const auto item : {site, model, cohort, otherModel}) addItem(plan, item);
    setValue(plan, site, "name", std::string("Lincoln High"));
    setValue(plan, model, "name", std::string("Chromebook"));
    setValue(plan, otherModel, "name", std::string("Laptop"));
    setValue(plan, model, "unit_price", Money::fromDollars(399));
    setValue(plan, cohort, "model", Link{model.id});
    setValue(plan, cohort, "quantity", std::int64_t{100});
    return plan;
}

void addScenario(Plan& plan, RawId id, std::string name, RawId parent = 0) {
    addItem(plan, {Kind::Scenario, id});
    auto& scenario = *std::ranges::find(plan.scenarios, ScenarioId{id}, &Scenario::id);
    scenario.name = std::move(name);
    scenario.parent = {parent};
}

} // namespace

TEST_CASE("Merging with what was not changed gives the changed copy, and with an equal copy the same again") {
    REQUIRE(rc::check([] {
        const auto [base, x, _] = anyCopies();
        for (const auto& result : {merge(base, base, x), merge(base, x, base), merge(base, x, x)}) {
            RC_ASSERT(result.conflicts.empty());
            RC_ASSERT(planText(result.mineFirst) == planText(x));
        }
        RC_ASSERT(merge(base, x, base).fromTheirs.empty());
        RC_ASSERT(merge(base, base, x).fromMine.empty());
    }));
}

TEST_CASE("Whatever is chosen, nothing refers to what is not there, and every entry is that of a copy") {
    REQUIRE(rc::check([] {
        const auto copies = anyCopies();
        RC_PRE(!test::faultIn(copies.mine));
        const auto result = merge(copies.base, copies.mine, copies.theirs);
        const auto plan = resolved(result, anyChoices(result));
        if (const auto fault = test::faultIn(plan)) RC_FAIL(*fault);
        for (const auto& change : differencesBetween(copies.mine, plan)) RC_ASSERT(agree(plan, copies.theirs, change.entry));
        for (const auto& change : differencesBetween(copies.base, plan))
            RC_ASSERT((agree(plan, copies.mine, change.entry) || agree(plan, copies.theirs, change.entry)));
    }));
}

TEST_CASE("The sides of a merge are alike") {
    REQUIRE(rc::check([] {
        const auto [base, mine, theirs] = anyCopies();
        const auto there = merge(base, mine, theirs), back = merge(base, theirs, mine);
        RC_ASSERT(there.conflicts.size() == back.conflicts.size());
        for (std::size_t i = 0; i < there.conflicts.size(); ++i) {
            RC_ASSERT(there.conflicts[i].entries.size() == back.conflicts[i].entries.size());
            RC_ASSERT(there.conflicts[i].entries.front().entry == back.conflicts[i].entries.front().entry);
            RC_ASSERT(there.conflicts[i].entries.front().mine == back.conflicts[i].entries.front().theirs);
        }
        RC_ASSERT(planText(resolved(there, all(there, MergeSide::Mine))) == planText(resolved(back, all(back, MergeSide::Theirs))));
        RC_ASSERT(planText(resolved(there, all(there, MergeSide::Theirs))) == planText(resolved(back, all(back, MergeSide::Mine))));
    }));
}

TEST_CASE("Who chooses mine everywhere keeps all that they changed, and takes what does not touch it") {
    REQUIRE(rc::check([] {
        const auto [base, mine, theirs] = anyCopies();
        const auto result = merge(base, mine, theirs);
        const auto plan = resolved(result, all(result, MergeSide::Mine));
        for (const auto& change : differencesBetween(base, mine)) RC_ASSERT(agree(plan, mine, change.entry));
        RC_ASSERT(planText(plan) == planText(result.mineFirst));
        for (const auto& change : result.fromTheirs) RC_ASSERT(agree(plan, theirs, change.entry));
    }));
}

TEST_CASE("Edits of different entries never conflict, even of one item") {
    REQUIRE(rc::check([] {
        const auto base = test::anyPlan();
        Plan mine = base, theirs = base;
        test::Random random(*rc::gen::arbitrary<std::uint32_t>());
        for (const Kind kind : allKinds)
            for (const auto item : itemsOf(base, kind))
                for (const auto& field : fieldsOf(kind))
                    if (test::chance(random, 30) && field.key != "parent")
                        setValue(test::chance(random, 50) ? mine : theirs, item, field.key, test::randomValue(random, base, field));
        RC_ASSERT(merge(base, mine, theirs).conflicts.empty());
    }));
}

TEST_CASE("A value that both changed is a conflict; the source goes with the value that is chosen") {
    const auto base = smallPlan();
    Plan mine = base, theirs = base;
    setValue(mine, model, "unit_price", Money::fromDollars(410));
    mine.provenance[{model, "unit_price"}] = {"CDW quote", "", Confidence::Quote};
    setValue(theirs, model, "unit_price", Money::fromDollars(380));
    setValue(theirs, cohort, "quantity", std::int64_t{120});
    const auto result = merge(base, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    const auto& entries = result.conflicts[0].entries;
    REQUIRE(entries.size() == 2);
    CHECK(entries[0] ==
          MergedEntry{
              {EntryPart::FieldValue, model, "unit_price"}, Value(Money::fromDollars(399)), Value(Money::fromDollars(410)), Value(Money::fromDollars(380))});
    CHECK(entries[1].entry.part == EntryPart::Source);
    CHECK(result.fromTheirs.size() == 1);
    CHECK(resolved(result, {MergeSide::Mine}).provenance.size() == 1);
    const auto plan = resolved(result, {MergeSide::Theirs});
    CHECK(plan.provenance.empty());
    CHECK(valueOf(plan, model, "unit_price") == Value(Money::fromDollars(380)));
    CHECK(valueOf(plan, cohort, "quantity") == Value(std::int64_t{120}));
}

TEST_CASE("A source never comes to stand beside another value than its own") {
    const auto base = smallPlan();
    Plan mine = base, theirs = base;
    setValue(mine, model, "unit_price", Money::fromDollars(450));
    theirs.provenance[{model, "unit_price"}] = {"CDW quote for $399", "", Confidence::Quote};
    for (const bool isMine : {true, false}) {
        const auto result = isMine ? merge(base, mine, theirs) : merge(base, theirs, mine);
        REQUIRE(result.conflicts.size() == 1);
        CHECK(result.conflicts[0].entries.size() == 2);
        for (const auto side : {MergeSide::Mine, MergeSide::Theirs}) {
            const auto plan = resolved(result, {side});
            CHECK((valueOf(plan, model, "unit_price") == Value(Money::fromDollars(399))) == (plan.provenance.size() == 1));
        }
    }
}

TEST_CASE("An item that one side removed and the other changed is kept or let go as a whole") {
    const auto base = smallPlan();
    Plan mine = base, theirs = base;
    removeItem(mine, cohort);
    setValue(theirs, cohort, "note", std::string("two are lost"));
    setValue(theirs, cohort, "quantity", std::int64_t{98});
    const auto result = merge(base, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts[0].entries.front().entry == PlanEntry{EntryPart::Item, cohort, {}});
    CHECK(result.conflicts[0].entries.size() == 3);
    CHECK_FALSE(result.conflicts[0].entries.front().mine);
    CHECK_FALSE(contains(resolved(result, {MergeSide::Mine}), cohort));
    CHECK(planText(resolved(result, {MergeSide::Theirs})) == planText(theirs));
}

TEST_CASE("An item that one side removed and the other began to use is decided together with its use") {
    const auto base = smallPlan();
    Plan mine = base, theirs = base;
    removeItem(mine, otherModel);
    setValue(theirs, cohort, "model", Link{otherModel.id});
    const auto result = merge(base, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts[0].entries.size() == 2);
    CHECK(planText(resolved(result, {MergeSide::Mine})) == planText(mine));
    CHECK(planText(resolved(result, {MergeSide::Theirs})) == planText(theirs));

    SECTION("and so is a new item that needs it") {
        theirs = base;
        const ItemRef added{Kind::Cohort, 77};
        addItem(theirs, added);
        setValue(theirs, added, "model", Link{otherModel.id});
        const auto again = merge(base, mine, theirs);
        REQUIRE(again.conflicts.size() == 1);
        CHECK(again.conflicts[0].entries.back().entry.item == added);
        CHECK(planText(resolved(again, {MergeSide::Mine})) == planText(mine));
        CHECK(planText(resolved(again, {MergeSide::Theirs})) == planText(theirs));
    }
    SECTION("and what a scenario says instead") {
        Plan withScenario = base;
        addScenario(withScenario, 20, "Laptops");
        mine = theirs = withScenario;
        removeItem(mine, otherModel);
        theirs.overrides[{ScenarioId{20}, {cohort, "model"}}] = Link{otherModel.id};
        const auto again = merge(withScenario, mine, theirs);
        REQUIRE(again.conflicts.size() == 1);
        CHECK(planText(resolved(again, {MergeSide::Mine})) == planText(mine));
        CHECK(planText(resolved(again, {MergeSide::Theirs})) == planText(theirs));
    }
}

TEST_CASE("An item that one side removed quietly goes, although the other made an item of its own") {
    const auto base = smallPlan();
    Plan mine = base, theirs = base;
    removeItem(mine, cohort);
    addItem(theirs, {Kind::Cohort, 77});
    const auto result = merge(base, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK_FALSE(contains(result.mineFirst, cohort));
    CHECK(contains(result.mineFirst, {Kind::Cohort, 77}));
}

TEST_CASE("Parents that together would form a circle are a conflict") {
    auto base = smallPlan();
    for (const RawId id : {20, 21, 22}) addScenario(base, id, "S");
    Plan mine = base, theirs = base;
    setValue(mine, {Kind::Scenario, 20}, "parent", Link{21});
    setValue(theirs, {Kind::Scenario, 21}, "parent", Link{22});
    CHECK(merge(base, mine, theirs).conflicts.empty());
    setValue(theirs, {Kind::Scenario, 22}, "parent", Link{20});
    const auto result = merge(base, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts[0].entries.size() == 3);
    CHECK(planText(resolved(result, {MergeSide::Mine})) == planText(mine));
    CHECK(planText(resolved(result, {MergeSide::Theirs})) == planText(theirs));
}

TEST_CASE("A year that one side closed and a budget line of it that the other changed are a conflict") {
    auto base = smallPlan();
    const ItemRef line{Kind::BudgetLine, 30}, otherLine{Kind::BudgetLine, 31}, closed{Kind::ClosedYear, 40};
    for (const auto& [item, year] : {std::pair(line, 2027), std::pair(otherLine, 2028)}) {
        addItem(base, item);
        setValue(base, item, "fiscal_year", std::int64_t{year});
    }
    Plan mine = base, theirs = base;
    addItem(mine, closed);
    setValue(mine, closed, "fiscal_year", std::int64_t{2027});
    setValue(mine, line, "note", std::string("final")); // before the year was closed
    setValue(theirs, otherLine, "adopted", Money::fromDollars(5));
    CHECK(merge(base, mine, theirs).conflicts.empty());
    setValue(theirs, line, "adopted", Money::fromDollars(7));
    const auto result = merge(base, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts[0].entries.size() == 2);
    CHECK(valueOf(resolved(result, {MergeSide::Mine}), line, "adopted") == valueOf(base, line, "adopted"));
    const auto reopened = resolved(result, {MergeSide::Theirs});
    CHECK_FALSE(contains(reopened, closed));
    CHECK(valueOf(reopened, line, "adopted") == Value(Money::fromDollars(7)));
}
