// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "tco/document/document.hpp"

using namespace tco;

namespace {

constexpr ItemRef district{Kind::District, singleId};

Value text(std::string value) { return Value(std::move(value)); }

/// A small fleet: one model used by five cohorts.
struct Fleet {
    Document document = Document::create();
    ItemRef model, scenario;
    std::vector<ItemRef> cohorts;

    Fleet() {
        REQUIRE(document.edit("Set up", [&](Editor& editor) -> Expected<void> {
            model = *editor.add(Kind::AssetModel, {{"name", text("Chromebook 14")}, {"unit_price", Money::fromDollars(400)}});
            scenario = *editor.add(Kind::Scenario, {{"name", text("Lease")}});
            for (int i = 1; i <= 5; ++i)
                cohorts.push_back(*editor.add(Kind::Cohort, {{"name", text("Cohort " + std::to_string(i))},
                                                             {"model", Link{model.id}},
                                                             {"in_service", Date::of(2026, 7, 1)},
                                                             {"quantity", std::int64_t(30)}}));
            return {};
        }));
    }

    /// The error of an edit that must fail.
    Error errorOf(const std::function<Expected<void>(Editor&)>& change) {
        const auto result = document.edit("Must fail", change);
        REQUIRE_FALSE(result);
        return result.error();
    }
};

} // namespace

TEST_CASE("what is not a value of the field is refused with a sentence that names the field") {
    Fleet fleet;
    const auto setting = [&](std::string_view field, const Value& value) {
        return fleet.errorOf([&](Editor& editor) { return editor.set(fleet.cohorts[0], field, value); });
    };
    CHECK(setting("quantity", text("many")).message == "Quantity: a value of this kind does not fit here.");
    CHECK(setting("quantity", std::int64_t(-1)).message == "Quantity: a negative value is not possible here.");
    CHECK(setting("quantity", Value()).message == "Quantity: this cannot be left blank.");
    CHECK(setting("model", Link{4711}).message == "Model: the model it names is not in the plan; choose another.");
    CHECK(setting("model", Link{4711}).code == ErrorCode::NotFound);
    CHECK_FALSE(setting("refresh", text("perhaps")).message.empty());
    CHECK(setting("note", text(std::string("zero\0byte", 9))).message == "Note: the text has characters that cannot be stored.");
    CHECK(setting("note", text("\xFF")).message == "Note: the text has characters that cannot be stored.");
    CHECK(setting("colour", text("red")).message == "There is no entry “colour” in the cohort.");
}

TEST_CASE("a number is kept as the file holds it, so that undo and reopening cannot change it") {
    Fleet fleet;
    REQUIRE(fleet.document.edit("Wage growth", [](Editor& editor) {
        return editor.set({Kind::Assumptions, singleId}, "inflation_wages", Rate(Decimal(1) / Decimal(30)));
    }));
    CHECK(fleet.document.plan().assumptions.inflationWages == Rate(Decimal::of("0.033333333333")));
}

TEST_CASE("an item that is not there cannot be changed, and the single ones stay") {
    Fleet fleet;
    const ItemRef gone{Kind::Site, 99};
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.set(gone, "name", text("x")); }).code == ErrorCode::NotFound);
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.remove(gone); }).message == "This site is not in the plan any more.");
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.remove(district); }).message == "The district cannot be removed.");
    CHECK(fleet
              .errorOf([&](Editor& editor) {
                  const auto added = editor.add(Kind::District, {});
                  return added ? Expected<void>() : failFrom(added);
              })
              .message == "A plan has exactly one district.");
}

TEST_CASE("what is still in use is not removed; the sentence names three users at most") {
    Fleet fleet;
    const auto error = fleet.errorOf([&](Editor& editor) { return editor.remove(fleet.model); });
    CHECK(error.code == ErrorCode::Conflict);
    CHECK(error.message == "“Chromebook 14” is still used by 5 cohorts: Cohort 1, Cohort 2, Cohort 3 …; choose another model there first.");
}

TEST_CASE("removing takes sources and overrides along, and undo brings them back") {
    Fleet fleet;
    const FieldRef quantity{fleet.cohorts[0], "quantity"};
    REQUIRE(fleet.document.edit("Notes", [&](Editor& editor) {
        REQUIRE(editor.setProvenance(quantity, {"Inventory 2026", "", Confidence::Record}));
        return editor.setOverride({fleet.scenario.id}, quantity, std::int64_t(20));
    }));
    REQUIRE(fleet.document.edit("Remove", [&](Editor& editor) { return editor.remove(fleet.cohorts[0]); }));
    CHECK(fleet.document.plan().provenance.empty());
    CHECK(fleet.document.plan().overrides.empty());
    REQUIRE(fleet.document.undo());
    CHECK(fleet.document.plan().provenance.at(quantity).source == "Inventory 2026");
    CHECK(fleet.document.plan().overrides.at({ScenarioId{fleet.scenario.id}, quantity}) == Value(std::int64_t(20)));
}

TEST_CASE("an override is checked like the field, needs its scenario, and can say blank") {
    Fleet fleet;
    const FieldRef total{fleet.cohorts[0], "purchase_total"};
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.setOverride({77}, total, Money::fromDollars(1)); }).code == ErrorCode::NotFound);
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.setOverride({fleet.scenario.id}, total, Money::fromDollars(-1)); }).code ==
          ErrorCode::InvalidInput);
    REQUIRE(fleet.document.edit("Blank", [&](Editor& editor) { return editor.setOverride({fleet.scenario.id}, total, Value()); }));
    CHECK(isBlank(fleet.document.plan().overrides.at({ScenarioId{fleet.scenario.id}, total})));
    REQUIRE(fleet.document.edit("Clear", [&](Editor& editor) { return editor.clearOverride({fleet.scenario.id}, total); }));
    CHECK(fleet.document.plan().overrides.empty());
}

TEST_CASE("a scenario cannot be based on itself, not even through others") {
    Fleet fleet;
    ItemRef child;
    REQUIRE(fleet.document.edit("Child", [&](Editor& editor) -> Expected<void> {
        child = *editor.add(Kind::Scenario, {{"name", text("Child")}, {"parent", Link{fleet.scenario.id}}});
        return {};
    }));
    const auto error = fleet.errorOf([&](Editor& editor) { return editor.set(fleet.scenario, "parent", Link{child.id}); });
    CHECK(error.message == "Based on: “Lease” cannot be based on itself; choose another scenario.");
}

TEST_CASE("a plan that contradicts itself does not replace the present one") {
    Fleet fleet;
    Plan plan;
    plan.sites = {{SiteId{5}, "A"}, {SiteId{5}, "B"}};
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.replacePlan(plan); }).message == "Two sites have the same id 5.");
    plan.sites = {{SiteId{-5}, "A"}};
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.replacePlan(plan); }).message == "The site “A” has no valid id.");
    plan.sites.clear();
    plan.positions = {{.id = {6}, .title = "Technician", .site = {7}}};
    CHECK(fleet.errorOf([&](Editor& editor) { return editor.replacePlan(plan); }).message ==
          "position “Technician”, Site: the site it names is not in the plan; choose another.");
    CHECK(fleet.document.plan().cohorts.size() == 5);
}
