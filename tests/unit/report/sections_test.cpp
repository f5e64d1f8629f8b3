// SPDX-License-Identifier: Apache-2.0

// Laws of the sections: what opens adds up, what is empty is left out, what is indirect never looks like budget.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "support/comparisons.hpp"
#include "support/random_plan.hpp"
#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

using namespace tco;

namespace {

/// The plan of two scenarios with something in every section.
Plan fullPlan() {
    auto plan = test::chromebookPlan();
    plan.sites.push_back({SiteId{11}, "High", SiteKind::High, {}, {}});
    plan.sites.push_back({SiteId{12}, "Middle", SiteKind::Middle, {}, {}});
    plan.cohorts[0].site = SiteId{11};
    plan.positions[0].site = SiteId{12};
    plan.positions[0].helpDesk = Rate(Decimal::of("0.6"));
    plan.headCounts[0].teachers = 90;
    UserGroup teachers;
    teachers.id = UserGroupId{60};
    teachers.name = "Teachers";
    teachers.salary = Money::fromDollars(60000);
    teachers.paidHours = Decimal(1400);
    teachers.selfSupport = Decimal(30);
    plan.userGroups.push_back(teachers);
    Incident incident;
    incident.id = IncidentId{61};
    incident.name = "Ransomware";
    incident.probability = Rate(Decimal::of("0.02"));
    incident.cost = Money::fromDollars(900000);
    plan.incidents.push_back(incident);
    plan.goals.push_back({GoalId{70}, "Every student learns with a device", Decimal(8), ""});
    Benefit benefit;
    benefit.id = BenefitId{71};
    benefit.name = "Fewer lost lessons";
    benefit.goal = GoalId{70};
    benefit.influence = Decimal(5);
    plan.benefits.push_back(benefit);
    return plan;
}

Comparison fullComparison() { return compare(fullPlan(), {ScenarioId{90}, ScenarioId{91}}); }

Money openedTo(const Comparison& comparison, const FigureOrigin& origin) {
    return comparison.scenarios[origin.scenario].calculation->in(origin.view).sum(origin.filter).nominal;
}

/// Each figure says what it is the sum of; rows before a total add up to it.
void checkAddsUp(const Comparison& comparison, const Table& table) {
    INFO(table.caption);
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        Money sum;
        for (const auto& row : table.rows) {
            const auto& origin = row.cells[column].origin;
            if (!origin) continue;
            const auto amount = openedTo(comparison, *origin);
            CHECK(row.cells[column].text == displayCell(amount));
            if (row.total)
                CHECK(sum == amount);
            else
                sum += amount;
        }
    }
}

void checkRegular(const Section& section) {
    for (const auto& block : section.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
            CHECK(!table->caption.empty());
            CHECK(!table->rows.empty());
            for (const auto& row : table->rows) CHECK(row.cells.size() == table->columns.size());
        }
        if (const auto* chart = std::get_if<ChartBlock>(&block)) {
            CHECK(!chart->chart.title.empty());
            for (const auto& series : chart->chart.series) CHECK(series.values.size() == chart->chart.xLabels.size());
            CHECK(!layoutChart(chart->chart, 500, chart->height).primitives.empty());
        }
    }
}

std::vector<std::string> titlesOf(const Comparison& comparison) {
    std::vector<std::string> titles;
    for (const auto& section : comparisonSections(comparison, analyse(comparison))) titles.push_back(section.title);
    return titles;
}

bool has(const std::vector<std::string>& texts, const std::string& text) { return std::ranges::find(texts, text) != texts.end(); }

} // namespace

TEST_CASE("Every breakdown adds up to its totals, and its figures open to what they show") {
    const auto comparison = fullComparison();
    for (const auto& table : {yearlyTable(comparison), categoryTable(comparison), elementTable(comparison), siteTable(comparison), functionTable(comparison),
                              indirectTable(comparison)}) {
        CHECK_FALSE(table.rows.empty());
        checkAddsUp(comparison, table);
    }
    for (const auto& table : paidAndUsedTables(comparison)) checkAddsUp(comparison, table);
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
        const auto& figures = comparison.scenarios[i].figures;
        for (const auto& table : {categoryTable(comparison), elementTable(comparison), siteTable(comparison)}) {
            CHECK(table.rows.back().cells[i + 1].text == display(figures.nominal));
            const auto budget = std::ranges::find(table.rows, "Budget (direct) cost", [](const auto& row) { return row.cells.front().text; });
            REQUIRE(budget != table.rows.end());
            CHECK(budget->cells[i + 1].text == display(figures.direct));
            for (auto row = budget + 1; row != table.rows.end(); ++row) CHECK((row->total || row->cells.front().text.starts_with("Indirect: ")));
        }
        CHECK(indirectTable(comparison).rows.back().cells[i + 1].text == display(figures.indirect));
    }
}

TEST_CASE("The sections of any plan are regular") {
    const auto plan = test::randomPlan(GENERATE(range(1U, 13U)));
    const auto comparison = compare(plan, defaultScenarios(plan));
    for (const auto& section : comparisonSections(comparison, analyse(comparison))) {
        INFO(section.title);
        CHECK_FALSE(section.blocks.empty());
        checkRegular(section);
    }
    const auto table = elementTable(comparison);
    for (std::size_t i = 0; i < comparison.scenarios.size() && !table.rows.empty(); ++i)
        CHECK(table.rows.back().cells[i + 1].text == displayCell(comparison.scenarios[i].figures.nominal));
}

TEST_CASE("A part without content is left out") {
    const auto full = titlesOf(fullComparison());
    for (const char* title :
         {"Every figure", "Cost by year", "What the money pays for", "Why the options differ", "What the answer hangs on", "Leases and other contracts",
          "How long to keep devices", "Staff", "People’s time and expected losses", "What it is for", "How sure the money is"})
        CHECK(has(full, title));

    const auto simple = test::chromebookPlan();
    const auto one = titlesOf(compare(simple, {ScenarioId{90}}));
    for (const char* title : {"Why the options differ", "Leases and other contracts", "People’s time and expected losses", "What it is for"})
        CHECK_FALSE(has(one, title));
    const auto comparison = compare(simple, {ScenarioId{90}});
    CHECK(siteTable(comparison).rows.empty());
    CHECK(functionTable(comparison).rows.empty());
    CHECK(comparisonSections({}, analyse({})).empty());
}

TEST_CASE("The waterfall leads from one total to the other, in the chart as in the table") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    const auto chart = waterfallChart(comparison, analyses, 1);
    const auto& values = chart.series.front().values;
    Money sum;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) sum += values[i];
    CHECK(values.front() == comparison.scenarios[0].figures.nominal);
    CHECK(sum == values.back());
    CHECK(values.back() == comparison.scenarios[1].figures.nominal);
    const auto table = waterfallTable(comparison, analyses, 1);
    REQUIRE(table.rows.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(table.rows[i].cells[2].text == displayCell(values[i]));
}

TEST_CASE("Indirect cost is said apart from the budget") {
    const auto comparison = fullComparison();
    const auto& figures = comparison.scenarios[0].figures;
    REQUIRE(figures.indirect > Money());
    const auto answer = answerSentence(comparison);
    CHECK(answer.find(display(figures.budget.nominal)) != answer.npos);
    CHECK(answer.find("With indirect cost") != answer.npos);
    CHECK(answerSentence(test::chromebookComparison()).find("ndirect") == std::string::npos);
    const auto side = sideBySideTable(comparison);
    CHECK(side.rows[0].cells[0].text == "Budget (direct) cost, FY27 to FY31");
    CHECK(side.rows[0].cells[1].text == display(figures.direct));
    Money charted;
    const auto yearly = yearlyChart(comparison);
    for (const auto value : yearly.series[0].values) charted += value;
    CHECK(charted == figures.direct);
    const auto byCategory = categoryChart(comparison.scenarios[0], nullptr);
    for (const auto& series : byCategory.series) CHECK(series.name != "User time");
    CHECK(writeText(comparisonReport(fullPlan(), comparison, {"", Date()})).find("nobody sends a bill") != std::string::npos);
}

TEST_CASE("Each break-even is one sentence that names input, value and what is entered") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    const auto sentences = breakEvenSentences(comparison, analyses);
    REQUIRE_FALSE(sentences.empty());
    CHECK(sentences.front() == leasePaymentSentences(comparison).front());
    for (const auto& sentence : sentences) {
        INFO(sentence);
        CHECK(sentence.starts_with("In today’s money "));
        CHECK(sentence.ends_with("."));
        CHECK(sentence.find(" now") != sentence.npos);
    }
}

TEST_CASE("The sensitivity is shown in the same order by table and chart") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    REQUIRE(analyses.sensitivity.size() > 2);
    const auto table = sensitivityTable(comparison, analyses);
    const auto chart = sensitivityChart(comparison, analyses);
    REQUIRE(table.rows.size() == chart.xLabels.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        CHECK(chart.xLabels[i].starts_with(table.rows[i].cells[0].text));
        const auto swing = chart.series[1].values[i] - chart.series[0].values[i];
        CHECK(table.rows[i].cells[4].text == displayCell(swing.isNegative() ? -swing : swing));
    }
}

TEST_CASE("The years kept are marked where they cost least") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    REQUIRE_FALSE(analyses.cycles.empty());
    const auto& cycle = analyses.cycles.front();
    const auto table = refreshTable(comparison, cycle);
    for (std::size_t i = 0; i < cycle.years.size(); ++i) CHECK(table.rows[i].cells[1].best == (cycle.years[i].years == cycle.best));
    CHECK(refreshChart(comparison, cycle).marks.front().x == std::size_t(cycle.best - 1));
}

TEST_CASE("Staffing is set beside several schemes and recommends none") {
    const auto comparison = fullComparison();
    const auto table = staffingSchemesTable(comparison, analyse(comparison));
    CHECK(table.rows.size() > 3);
    for (const auto& row : table.rows) CHECK(row.cells[0].text.find("http") != std::string::npos);
    CHECK(table.note.starts_with("None of these is a recommendation"));

    auto thin = fullPlan();
    thin.userGroups[0].selfSupport = Decimal(200);
    const auto advice = staffingAdvice(compare(thin, {ScenarioId{90}}));
    REQUIRE(advice.size() == 1);
    CHECK(advice.front().find("too few support staff") != std::string::npos);
    CHECK(staffingAdvice(test::chromebookComparison()).empty());
}

TEST_CASE("The shares of the coverage are those of all money") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    for (const auto& coverage : analyses.coverage) {
        auto sum = coverage.noSource;
        for (const auto amount : coverage.byConfidence) sum += amount;
        CHECK(sum == coverage.total);
    }
}

TEST_CASE("How sure the money is stands in a row for each option, as shares and in dollars that add up") {
    const auto comparison = fullComparison();
    const auto analyses = analyse(comparison);
    const auto tables = coverageTables(comparison, analyses);
    REQUIRE(tables.size() == 2);
    const auto &shares = tables[0], &amounts = tables[1];
    REQUIRE(amounts.rows.size() == comparison.scenarios.size());
    bool anyBlank = false;
    for (std::size_t i = 0; i < amounts.rows.size(); ++i) {
        const auto &share = shares.rows[i].cells, &amount = amounts.rows[i].cells;
        CHECK(share[0].text == comparison.scenarios[i].calculation->name);
        REQUIRE(share.size() == shares.columns.size());
        REQUIRE(amount.size() == amounts.columns.size());
        CHECK(amount.back().text == display(analyses.coverage[i].total));
        for (std::size_t c = 0; c < confidenceCount; ++c) {
            const auto part = analyses.coverage[i].byConfidence[c];
            CHECK(amount[c + 1].text == displayCell(part));
            CHECK((share[c + 1].text == "–") == part.isZero()); // never “– (0%)”
            CHECK(share[c + 1].text != "0%");
            anyBlank |= part.isZero();
        }
    }
    CHECK(anyBlank);
}

TEST_CASE("A rate below zero at which both cost the same is said as what holds down to zero") {
    const auto comparison = fullComparison();
    auto analyses = analyse(comparison);
    const auto sentenceFor = [&](const char* entered, const char* value, bool secondIsCheaperBelow) {
        const FieldRef rate{{Kind::Assumptions, singleId}, "discount_rate"};
        analyses.breakEvens = {{BreakEvenKind::DiscountRate, rate, Rate(Decimal::of(entered)), Rate(Decimal::of(value)), secondIsCheaperBelow}};
        return breakEvenSentences(comparison, analyses).back();
    };
    const auto nameOf = [&](std::size_t scenario) { return fmt::format("“{}”", comparison.scenarios[scenario].calculation->name); };
    const auto first = nameOf(0), other = nameOf(analyses.other);
    REQUIRE(analyses.other != 0);
    CHECK(sentenceFor("0.04", "-0.0409", false) ==
          fmt::format("In today’s money {} costs less than {} even if the discount rate, 4% per year now, falls to zero; "
                      "the nearest rate at which both cost the same is negative: −4.09% per year.",
                      other, first));
    CHECK(sentenceFor("0.04", "-0.0409", true).starts_with(fmt::format("In today’s money {} costs less than {} even if", first, other)));
    CHECK(sentenceFor("0", "-0.0409", false).find("with the discount rate at zero, as now; the nearest") != std::string::npos);
    // Where negative rates are entered, or the value is one that people know, nothing needs to be explained.
    CHECK(sentenceFor("-0.01", "-0.0409", false).ends_with("as long as the discount rate is above −4.09% per year; it is −1% per year now."));
    CHECK(sentenceFor("0.04", "0", false).find("is above 0% per year; it is 4% per year now.") != std::string::npos);
}
