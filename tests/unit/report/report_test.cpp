// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "support/comparisons.hpp"
#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

using namespace tco;

namespace {

const Table::Row& rowNamed(const Table& table, const std::string& header) {
    const auto found = std::ranges::find(table.rows, header, [](const auto& row) { return row.cells.front().text; });
    if (found == table.rows.end()) throw std::runtime_error("no row " + header);
    return *found;
}

void checkRegular(const Table& table) {
    CHECK_FALSE(table.caption.empty());
    for (const auto& row : table.rows) CHECK(row.cells.size() == table.columns.size());
}

} // namespace

TEST_CASE("The tables show the figures of the comparison") {
    const auto comparison = test::chromebookComparison();
    const auto& scenarios = comparison.scenarios;
    const auto side = sideBySideTable(comparison), yearly = yearlyTable(comparison), category = categoryTable(comparison);
    for (const auto& table : {side, yearly, category}) checkRegular(table);
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        const auto& figures = scenarios[s].figures;
        CHECK(rowNamed(side, "Total, FY27 to FY31").cells[s + 1].text == display(figures.nominal));
        CHECK(rowNamed(side, "Present value (today’s money)").cells[s + 1].text == display(figures.presentValue));
        CHECK(rowNamed(side, "Equivalent yearly cost").cells[s + 1].text == display(figures.equivalentAnnual));
        CHECK(rowNamed(side, "Highest year").cells[s + 1].text == figures.peakYear.shortLabel() + ": " + display(figures.peak));
        CHECK(rowNamed(side, "Per student and year").cells[s + 1].text == display(*figures.perStudentYear, MoneyStyle::Cents));
        for (const auto& year : figures.years) CHECK(rowNamed(yearly, year.year.shortLabel()).cells[s + 1].text == displayCell(year.nominal));
        CHECK(rowNamed(category, "Total").cells[s + 1].text == display(figures.nominal));
        CHECK(rowNamed(category, "Staff").cells[s + 1].text == display(figures.byCategory[std::size_t(CostCategory::Staff)]));
    }
    CHECK(yearly.rows.size() == scenarios[0].figures.years.size() + 1);
    CHECK(yearly.rows.back().total);
    CHECK(rowNamed(yearly, "Total").cells[3].text == display(scenarios[1].nominalDifference));
    CHECK(yearly.note.starts_with("FY27 is fiscal year FY2027 (Jul 2026 – Jun 2027)."));
    CHECK(rowNamed(side, "Devices at the end").cells[1].text == "we own them");
    CHECK(rowNamed(side, "Devices at the end").cells[2].text == "go back to the lessor");
}

TEST_CASE("The better value is marked, equal values are not") {
    const auto side = sideBySideTable(test::comparisonOf({{"A", {100, 100}, 190}, {"B", {90, 110}, 180}}));
    const auto& total = rowNamed(side, "Total, FY27 to FY28");
    CHECK_FALSE((total.cells[1].best || total.cells[2].best));
    CHECK_FALSE(rowNamed(side, "Present value (today’s money)").cells[1].best);
    CHECK(rowNamed(side, "Present value (today’s money)").cells[2].best);
    CHECK(rowNamed(side, "Highest year").cells[1].best);
    CHECK(rowNamed(side, "Per device and year").cells[1].text == "not known");
}

TEST_CASE("Tables stay regular for one, three and six options") {
    for (const std::size_t count : {1, 3, 6}) {
        std::vector<test::NamedCosts> options;
        for (std::size_t i = 0; i < count; ++i) options.push_back({"Option " + std::to_string(i), {100, 0, std::int64_t(i)}, 90});
        const auto comparison = test::comparisonOf(options);
        for (const auto& table : {sideBySideTable(comparison), yearlyTable(comparison), categoryTable(comparison)}) checkRegular(table);
        CHECK(rowNamed(yearlyTable(comparison), "FY28").cells[1].text == "–");
    }
}

/// The lines about `about` that begin with `start`, with the row's confidence behind them.
std::vector<std::string> linesOf(const Table& table, const std::string& about, const std::string& start) {
    std::vector<std::string> lines;
    for (const auto& row : table.rows) {
        if (row.cells[0].text != about) continue;
        std::istringstream text(row.cells[1].text);
        for (std::string line; std::getline(text, line);)
            if (line.starts_with(start)) lines.push_back(line + " | " + row.cells[2].text);
    }
    return lines;
}

TEST_CASE("Every assumption is listed with its source, also one that nobody noted") {
    auto plan = test::chromebookPlan();
    const auto table = assumptionsTable(plan);
    checkRegular(table);
    using Lines = std::vector<std::string>;
    std::string all;
    for (const auto& row : table.rows) all += row.cells[1].text + '\n';
    for (const auto& field : fieldsOf(Kind::Assumptions)) CHECK(all.find(fmt::format("{}: ", field.label)) != all.npos);
    CHECK(linesOf(table, "The whole plan", "No source noted") == Lines{"No source noted | –"});
    CHECK(all.find("Discount rate: 3.5% per year") != all.npos);
    CHECK(linesOf(table, "Chromebook 14″", "Price: ") == Lines{"Price: $399.00 | quote"});
    CHECK(linesOf(table, "Chromebook 14″", "Source: Quote of CDW") == Lines{"Source: Quote of CDW, March 2026. 1,000 units or more | quote"});

    // An import notes its file on every cohort; that is one line, not hundreds.
    for (RawId id = 100; id < 400; ++id) {
        addItem(plan, {Kind::Cohort, id});
        setValue(plan, {Kind::Cohort, id}, "quantity", Value(std::int64_t{2}));
        plan.provenance[{{Kind::Cohort, id}, "quantity"}] = {"devices.csv", "", Confidence::Record};
    }
    CHECK(assumptionsTable(plan).rows.size() == table.rows.size() + 1);
    CHECK(linesOf(assumptionsTable(plan), "300 groups of units", "Quantity") == Lines{"Quantity: 600 units | record"});
}

TEST_CASE("A source is named once for all that it says about an item, and every note stays") {
    auto plan = test::chromebookPlan();
    const ItemRef model{Kind::AssetModel, plan.assetModels.front().id.value};
    const auto note = [&](const char* field, const char* text, Confidence confidence = Confidence::Guess, const char* author = "") {
        setValue(plan, model, field, Value(Money::fromDollars(7)));
        plan.provenance[{model, field}] = {"Planning", text, confidence, author};
    };
    std::erase_if(plan.provenance, [&](const auto& each) { return each.first.item == model; });
    note("deployment", "With a sleeve. Unconfirmed; replace it.");
    note("licence_once", "Unconfirmed; replace it.");
    note("disposal", "With a sleeve. Unconfirmed; replace it.");
    note("repair_price", "By the list.", Confidence::PriceBook);
    note("licence_yearly", "By the list.", Confidence::PriceBook, "Kim");
    std::vector<std::string> rows;
    for (const auto& row : assumptionsTable(plan).rows)
        if (row.cells[0].text == "Chromebook 14″" && row.cells[1].text.find("Source: Planning") != std::string::npos)
            rows.push_back(row.cells[1].text + " | " + row.cells[2].text);
    CHECK(rows ==
          std::vector<std::string>{
              "Deployment: $7.00 once; Disposal: $7.00 once. With a sleeve.\nLicense once: $7.00 once\nSource: Planning. Unconfirmed; replace it. | guess",
              "License: $7.00 per year\nSource: Planning. By the list. (noted by Kim) | price book",
              "Repair price: $7.00\nSource: Planning. By the list. | price book"});

    note("repair_price", "By the list. ", Confidence::PriceBook); // a space at the end is not a note of its own
    const auto table = assumptionsTable(plan);
    CHECK(std::ranges::any_of(table.rows, [](const auto& row) { return row.cells[1].text == "Repair price: $7.00\nSource: Planning. By the list."; }));
}

TEST_CASE("The report asks, answers and shows where the figures come from") {
    const auto plan = test::chromebookPlan();
    const auto comparison = test::chromebookComparison();
    const auto report = comparisonReport(plan, comparison, {"lakeview.tco", Date::of(2026, 11, 24)});
    CHECK(report.title == "Technology cost comparison: “Buy in cash” or “4-year lease”");
    CHECK(report.author == "R. Ortiz, Business Office");
    CHECK(report.footer.starts_with("lakeview.tco · Nov 24, 2026 · reference "));
    const auto text = writeText(report);
    for (const std::string& part : {answerSentence(comparison), leasePaymentSentences(comparison).front()}) {
        std::string oneLine = text;
        std::ranges::replace(oneLine, '\n', ' ');
        CHECK(oneLine.find(part) != oneLine.npos);
    }
    for (const char* part : {"Which costs the district less over five years: “Buy in cash” or “4-year lease”?", "Lakeview USD, KS · Nov 24, 2026", "How we pay",
                             "Pay the whole price in the first year.", "No source noted", "GASB", "Findings"})
        CHECK(text.find(part) != text.npos);

    int headingLevel = 0, titles = 0;
    for (const auto& block : report.blocks)
        if (const auto* heading = std::get_if<Heading>(&block)) {
            CHECK(heading->level <= headingLevel + 1);
            headingLevel = heading->level;
            titles += heading->level == 1;
        }
    CHECK(titles == 1);
}

TEST_CASE("The reference code follows the figures") {
    const auto plan = test::chromebookPlan();
    auto dearer = plan;
    dearer.assetModels[0].unitPrice = Money::fromCents(39901);
    const auto footer = [](const Plan& of) { return comparisonReport(of, compare(of, defaultScenarios(of)), {"a.tco", Date()}).footer; };
    CHECK(footer(plan) == footer(plan));
    CHECK(footer(plan) != footer(dearer));
}

TEST_CASE("An empty plan still gives a report") {
    const Plan plan;
    const auto text = writeText(comparisonReport(plan, compare(plan, {ScenarioId{}}), {"", Date()}));
    CHECK(text.find("Answer") != text.npos);
    CHECK_FALSE(writeText(comparisonReport(plan, Comparison{}, {"", Date()})).empty());
}

TEST_CASE("A table in a terminal is aligned and wrapped") {
    Table table;
    table.caption = "Cost";
    table.columns = {{"Year", TextAlign::Left}, {"Buy", TextAlign::Right}};
    table.rows = {{{{"FY27"}, {"$1,420,000", true}}}, {{{"FY28"}, {"–"}}}, {{{"Total"}, {"$1,420,000"}}, true}};
    CHECK(writeText(table) == "Cost\n"
                              "Year            Buy\n"
                              "───────────────────\n"
                              "FY27   ✓ $1,420,000\n"
                              "FY28              –\n"
                              "───────────────────\n"
                              "Total    $1,420,000\n");
    CHECK(writeText(Table{}).empty());
}
