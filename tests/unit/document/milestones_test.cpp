// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/milestones.hpp"
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
    REQUIRE(district.close(2027));
    CHECK_FALSE(tells(calculate(district.document.plan(), {})->findings, "closed_year_changed"));
    const ItemRef closedLine{Kind::BudgetLine, district.document.plan().budgetLines[0].id.value},
        openLine{Kind::BudgetLine, district.document.plan().budgetLines[1].id.value};
    const auto edit = [&](const std::function<Expected<void>(Editor&)>& change) { return district.document.edit("Edit", change); };
    const std::string refusal = "FY27 is closed, so its budget lines do not change; open the year again first.";
    CHECK(edit([&](Editor& editor) { return editor.set(closedLine, "adopted", Money::fromDollars(1)); }).error().message == refusal);
    CHECK(edit([&](Editor& editor) { return editor.remove(closedLine); }).error().message == refusal);
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
