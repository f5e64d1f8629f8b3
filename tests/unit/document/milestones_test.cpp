// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/samples.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/milestones.hpp"
#include "tco/engine/budget.hpp"
#include "tco/engine/calculation.hpp"

using namespace tco;

namespace {

const Decision board{"the board", Date::of(2027, 6, 21)};

/// A technician for 50,000 a year from FY2027 on, and a scenario in which she earns 60,000.
struct SmallDistrict {
    Document document = Document::create();
    ItemRef technician, scenario;

    SmallDistrict() {
        REQUIRE(document.edit("Start", [&](Editor& editor) -> Expected<void> {
            if (auto set = editor.set({Kind::District, singleId}, "first_year", std::int64_t{2027}); !set) return set;
            if (auto set = editor.set({Kind::District, singleId}, "name", std::string("Fairmont")); !set) return set;
            technician = *editor.add(Kind::Position, {{"title", std::string("Technician")}, {"fte", Decimal(1)}, {"salary", Money::fromDollars(50'000)}});
            scenario = *editor.add(Kind::Scenario, {{"name", std::string("Raise")}});
            return editor.setOverride({scenario.id}, {technician, "salary"}, Money::fromDollars(60'000));
        }));
    }

    Expected<void> pay(std::int64_t dollars) {
        return document.edit("Pay", [&](Editor& editor) { return editor.set(technician, "salary", Money::fromDollars(dollars)); });
    }
    AdoptionId adopt() {
        ItemRef adopted;
        REQUIRE(document.edit("Adopt", [&](Editor& editor) -> Expected<void> {
            const auto added = adoptScenario(editor, {scenario.id}, "Budget FY2027", board);
            if (!added) return failFrom(added);
            adopted = *added;
            return {};
        }));
        return {adopted.id};
    }
    Expected<void> close(int year) {
        return document.edit("Close", [&](Editor& editor) -> Expected<void> {
            const auto closed = closeYear(editor, {year}, board);
            return closed ? Expected<void>() : failFrom(closed);
        });
    }
};

bool tells(const Findings& findings, std::string_view code) { return std::ranges::find(findings, code, &Finding::code) != findings.end(); }

} // namespace

TEST_CASE("an adopted plan says what its scenario said then, whatever changes later, also in the file") {
    const test::TemporaryFolder folder;
    SmallDistrict district;
    const auto adoption = district.adopt();
    REQUIRE(district.pay(99'000));
    REQUIRE(district.document.edit("Clear", [&](Editor& editor) { return editor.clearOverride({district.scenario.id}, {district.technician, "salary"}); }));
    REQUIRE(district.document.saveAs(folder / "plan.tco"));
    const auto opened = Document::open(folder / "plan.tco");
    REQUIRE(opened);
    const auto frozen = opened->adoptedPlan(adoption);
    REQUIRE(frozen);
    CHECK(valueOf(*frozen, district.technician, "salary") == Value(Money::fromDollars(60'000)));
    const auto& adopted = opened->plan().adoptions.at(0);
    CHECK(adopted.name == "Budget FY2027");
    CHECK(adopted.adoptedOn == Date::of(2027, 6, 21));
    PostingFilter direct;
    direct.direct = true;
    CHECK(calculate(*frozen, {})->ledger.sum(direct).nominal == adopted.total);
    CHECK(calculate(opened->plan(), {district.scenario.id})->ledger.sum(direct).nominal > adopted.total);
}

TEST_CASE("everything in a random plan is kept by adopting it") {
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        auto document = Document::create();
        REQUIRE(document.edit("Start", [&](Editor& editor) { return editor.replacePlan(test::randomPlan(seed)); }));
        const Plan before = document.plan();
        ItemRef adopted;
        REQUIRE(document.edit("Adopt", [&](Editor& editor) -> Expected<void> {
            adopted = *editor.adopt({}, {{"name", std::string("As entered")}});
            return {};
        }));
        Plan expected = before;
        expected.scenarios.clear();
        expected.overrides.clear();
        expected.adoptions.clear();
        std::erase_if(expected.provenance,
                      [](const auto& entry) { return entry.first.item.kind == Kind::Scenario || entry.first.item.kind == Kind::Adoption; });
        INFO(seed);
        CHECK(test::planText(*document.adoptedPlan({adopted.id})) == test::planText(expected));
        REQUIRE(document.undo());
        CHECK(document.adoptedPlan({adopted.id}).has_value()); // still there for redo
        CHECK(test::planText(document.plan()) == test::planText(before));
    }
}

TEST_CASE("what is adopted does not change, and is made only by adopting") {
    SmallDistrict district;
    const auto adoption = district.adopt();
    const ItemRef item{Kind::Adoption, adoption.value};
    const auto set = [&](std::string_view field, const Value& value) {
        return district.document.edit("Set", [&](Editor& editor) { return editor.set(item, field, value); });
    };
    CHECK(set("total", Money()).error().message == "“Budget FY2027” is adopted and does not change; adopt the scenario again for a new version.");
    CHECK(set("note", std::string("minutes of June 21")));
    const auto added = district.document.edit("Add", [](Editor& editor) -> Expected<void> {
        const auto made = editor.add(Kind::Adoption, {{"name", std::string("X")}});
        return made ? Expected<void>() : failFrom(made);
    });
    CHECK(added.error().message == "A plan is adopted from a scenario; use the command Adopt there.");
    const auto removed = district.document.edit("Remove", [&](Editor& editor) { return editor.remove(district.scenario); });
    CHECK(removed.error().code == ErrorCode::Conflict); // the record names it
    CHECK(district.document.adoptedPlan({12345}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a closed year keeps its budget lines, and tells when its cost changes") {
    SmallDistrict district;
    const auto addLine = [&](int year) {
        return district.document.edit("Add", [&](Editor& editor) -> Expected<void> {
            const auto line =
                editor.add(Kind::BudgetLine, {{"fiscal_year", std::int64_t(year)}, {"function", std::string("2230")}, {"object", std::string("734")}});
            return line ? Expected<void>() : failFrom(line);
        });
    };
    REQUIRE(addLine(2027));
    REQUIRE(addLine(2028));
    const auto scenario = district.scenario.id;
    const FieldRef amount{{Kind::BudgetLine, district.document.plan().budgetLines[0].id.value}, "adopted"};
    REQUIRE(district.document.edit("Override", [&](Editor& editor) { return editor.setOverride({scenario}, amount, Money::fromDollars(5)); }));
    REQUIRE(district.close(2027));
    CHECK_FALSE(tells(calculate(district.document.plan(), {})->findings, "closed_year_changed"));
    const ItemRef closedLine{Kind::BudgetLine, district.document.plan().budgetLines[0].id.value},
        openLine{Kind::BudgetLine, district.document.plan().budgetLines[1].id.value};
    const auto edit = [&](const std::function<Expected<void>(Editor&)>& change) { return district.document.edit("Edit", change); };
    const std::string refusal = "FY27 is closed, so its budget lines do not change; open the year again first.";
    CHECK(edit([&](Editor& editor) { return editor.set(closedLine, "adopted", Money::fromDollars(1)); }).error().message == refusal);
    CHECK(edit([&](Editor& editor) { return editor.remove(closedLine); }).error().message == refusal);
    CHECK(edit([&](Editor& editor) { return editor.clearOverride({scenario}, amount); }).error().message == refusal);
    CHECK(edit([&](Editor& editor) { return editor.clearOverride({scenario}, {openLine, "adopted"}); }));
    CHECK(edit([&](Editor& editor) { return editor.set(openLine, "fiscal_year", std::int64_t{2027}); }).error().message == refusal);
    CHECK(addLine(2027).error().message == refusal);
    CHECK(edit([&](Editor& editor) { return editor.set(openLine, "adopted", Money::fromDollars(1)); }));

    REQUIRE(district.pay(51'000));
    CHECK(tells(calculate(district.document.plan(), {})->findings, "closed_year_changed"));
    CHECK(district.close(2027).error().message == "FY27 is closed already.");
    CHECK(district.close(2050).error().code == ErrorCode::InvalidInput);
    CHECK(edit([&](Editor& editor) {
              return editor.set({Kind::ClosedYear, editor.plan().closedYears[0].id.value}, "total", Money());
          })
              .error()
              .code == ErrorCode::Conflict);
    REQUIRE(edit([](Editor& editor) { return reopenYear(editor, {2027}); }));
    CHECK(edit([](Editor& editor) { return reopenYear(editor, {2027}); }).error().message == "FY27 is not closed.");
    CHECK(edit([&](Editor& editor) { return editor.set(closedLine, "adopted", Money::fromDollars(1)); }));
}

TEST_CASE("no text that comes in changes, drops or reopens what is adopted or closed") {
    SmallDistrict district;
    const auto adoption = district.adopt();
    REQUIRE(district.document.edit("Add", [](Editor& editor) -> Expected<void> {
        const auto line =
            editor.add(Kind::BudgetLine, {{"fiscal_year", std::int64_t{2027}}, {"function", std::string("2230")}, {"object", std::string("734")}});
        return line ? Expected<void>() : failFrom(line);
    }));
    REQUIRE(district.close(2027));
    const auto refusal = [&](const std::function<void(Plan&)>& change) {
        Plan plan = district.document.plan();
        change(plan);
        const auto done = district.document.edit("Import", [&](Editor& editor) { return editor.replacePlan(plan); });
        return done ? std::string() : done.error().message;
    };
    using Catch::Matchers::ContainsSubstring;
    CHECK_THAT(refusal([](Plan& plan) { plan.adoptions[0].total = Money::fromDollars(1); }), ContainsSubstring("is adopted and does not change"));
    CHECK_THAT(refusal([](Plan& plan) { plan.adoptions.clear(); }), ContainsSubstring("“Budget FY2027” is adopted and is missing there"));
    CHECK_THAT(refusal([](Plan& plan) { plan.closedYears[0].closedBy = "Mallory"; }), ContainsSubstring("is closed"));
    CHECK_THAT(refusal([](Plan& plan) { plan.closedYears.clear(); }), ContainsSubstring("is closed and is missing there"));
    CHECK_THAT(refusal([](Plan& plan) { plan.budgetLines[0].adopted = Money::fromDollars(1); }), ContainsSubstring("FY27 is closed"));
    CHECK_THAT(refusal([](Plan& plan) { plan.budgetLines.push_back(plan.budgetLines[0]), plan.budgetLines[1].id = {777}; }),
               ContainsSubstring("FY27 is closed"));
    CHECK(refusal([](Plan& plan) {
              plan.budgetLines[0].note = "";
              plan.adoptions[0].note = "June 21";
              plan.district.name = "Renamed";
          }).empty());
    CHECK(district.document.adoptedPlan(adoption).has_value());
}

TEST_CASE("no scenario says otherwise about what is adopted or closed") {
    SmallDistrict district;
    const auto adoption = district.adopt();
    REQUIRE(district.close(2027));
    const ItemRef closed{Kind::ClosedYear, district.document.plan().closedYears[0].id.value};
    for (const auto item : {closed, ItemRef{Kind::Adoption, adoption.value}}) {
        const auto done = district.document.edit("Override", [&](Editor& editor) {
            return editor.setOverride({district.scenario.id}, {item, "total"}, Money::fromDollars(5));
        });
        REQUIRE_FALSE(done);
        CHECK(done.error().message == "Cost then: this is the same in every scenario; change it in the plan.");
    }
    const auto added = district.document.edit("Add", [](Editor& editor) -> Expected<void> {
        const auto made = editor.add(Kind::ClosedYear, {{"fiscal_year", std::int64_t{2028}}});
        return made ? Expected<void>() : failFrom(made);
    });
    CHECK(added.error().message == "A fiscal year is closed by the command for it, which notes what the year cost.");
}

TEST_CASE("a closed year is measured at the plan as entered, not at what a scenario would cost") {
    SmallDistrict district;
    REQUIRE(district.close(2027));
    REQUIRE(district.document.edit("Cheaper", [&](Editor& editor) {
        return editor.setOverride({district.scenario.id}, {district.technician, "salary"}, Money::fromDollars(1));
    }));
    CHECK_FALSE(tells(calculate(district.document.plan(), {district.scenario.id})->findings, "closed_year_changed"));
    REQUIRE(district.pay(99'000));
    CHECK(tells(calculate(district.document.plan(), {})->findings, "closed_year_changed"));
}

TEST_CASE("every sample can be adopted and its first year closed, however much it costs; a name is taken once") {
    for (const auto* sample : {"rural", "suburban", "urban"}) {
        INFO(sample);
        auto document = Document::create();
        REQUIRE(document.edit("Fill", [&](Editor& editor) { return editor.replacePlan(test::samplePlan(sample)); }));
        const auto scenario = document.plan().scenarios.back().id;
        const auto adopt = [&](const std::string& name) {
            return document.edit("Adopt", [&](Editor& editor) -> Expected<void> {
                const auto adopted = adoptScenario(editor, scenario, name, board);
                return adopted ? Expected<void>() : failFrom(adopted);
            });
        };
        REQUIRE(adopt("Budget"));
        CHECK(adopt("budget ").error().message == "“Budget” is adopted already; give this version a name of its own.");
        CHECK(document.plan().adoptions[0].total > Money::fromDollars(100'000));
        CHECK(findById(document.plan().scenarios, scenario)->status == ScenarioStatus::Adopted);
        CHECK(adoptedScenario(document.plan()) == scenario);
        REQUIRE(document.edit("Close", [&](Editor& editor) -> Expected<void> {
            const auto closed = closeYear(editor, document.plan().firstYear(), board);
            return closed ? Expected<void>() : failFrom(closed);
        }));
    }
}
