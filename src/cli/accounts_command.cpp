// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "chart_of_accounts.hpp"
#include "tco/engine/accounts.hpp"
#include "tco/engine/books.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

constexpr std::string_view viewKeys[] = {"cash", "fund", "government_wide"};

struct Options : ScenarioOptions {
    std::string view = std::string(viewKeys[1]);
};

struct Row {
    std::set<Element> elements;
    std::map<FiscalYear, Money> amounts;
    Money total;
};
using Rows = std::map<Charge, Row>;

Rows rowsOf(const Plan& plan, const CostLedger& ledger) {
    Rows rows;
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        const auto posting = ledger.at(i);
        if (!posting.direct) continue;
        auto& row = rows[accountOf(plan, posting)];
        row.elements.insert(posting.element);
        row.amounts[posting.year] += posting.amount;
        row.total += posting.amount;
    }
    return rows;
}

void printAsJson(const Calculation& calculation, const Options& options, const Rows& rows, const ChartOfAccounts& chart, const Findings& findings) {
    auto accounts = Json::array();
    for (const auto& [charge, row] : rows) {
        auto elements = Json::array(), years = Json::array();
        for (const auto element : row.elements) elements.push_back(key(element));
        for (const auto& counts : calculation.counts) {
            const auto found = row.amounts.find(counts.year);
            years.push_back({{"year", counts.year.value}, {"amount", toJson(found == row.amounts.end() ? Money() : found->second)}});
        }
        accounts.push_back({{"function", charge.function},
                            {"object", charge.object},
                            {"function_title", titleIn(chart.functions, charge.function)},
                            {"object_title", titleIn(chart.objects, charge.object)},
                            {"elements", std::move(elements)},
                            {"by_year", std::move(years)},
                            {"total", toJson(row.total)}});
    }
    printJson({{"currency", "USD"}, {"scenario", calculation.name}, {"view", options.view}, {"accounts", std::move(accounts)}, {"findings", toJson(findings)}});
}

void printAsText(const Calculation& calculation, const Options& options, const Rows& rows, const ChartOfAccounts& chart) {
    Table table{.caption = fmt::format("“{}” by account, {} view", calculation.name, options.view == viewKeys[2] ? "government-wide" : options.view),
                .columns = {{"Function", TextAlign::Left}, {"Object", TextAlign::Left}, {"Title", TextAlign::Left, 2}},
                .rows = {},
                .note = {}};
    for (const auto& counts : calculation.counts) table.columns.push_back({counts.year.shortLabel()});
    table.columns.push_back({"Total"});
    for (const auto& [charge, row] : rows) {
        const auto title = titleIn(chart.objects, charge.object);
        Table::Row shown{{{charge.function}, {charge.object}, {title.empty() ? "–" : title}}};
        for (const auto& counts : calculation.counts) {
            const auto found = row.amounts.find(counts.year);
            shown.cells.push_back({displayCell(found == row.amounts.end() ? Money() : found->second)});
        }
        shown.cells.push_back({displayCell(row.total)});
        table.rows.push_back(std::move(shown));
    }
    print(writeText(table));
}

int answer(const Calculation& calculation, const Options& options) {
    const auto chart = chartOf(*calculation.plan);
    const auto findings = findingsOf(*calculation.plan, chart);
    const auto rows = [&] {
        if (options.view == viewKeys[0]) return rowsOf(*calculation.plan, calculation.ledger);
        if (calculation.counts.empty()) return Rows();
        return rowsOf(*calculation.plan, booksOf(calculation).in(options.view == viewKeys[1] ? View::Fund : View::GovernmentWide).ledger);
    }();
    if (options.json)
        printAsJson(calculation, options, rows, chart, findings);
    else
        printAsText(calculation, options, rows, chart);
    return reportFindings(joined(calculation.findings, findings));
}

} // namespace

void addAccounts(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("accounts", "The cost of each account (function and object), by year");
    const auto options = std::make_shared<Options>();
    addScenarioArguments(*command, *options);
    command->add_option("--view", options->view, "“fund” is what the budget shows (default), “cash” what is paid, “government_wide” full accrual")
        ->check(CLI::IsMember(std::vector<std::string>{std::begin(viewKeys), std::end(viewKeys)}));
    command->footer("The codes are those of the plan’s accounts, else those of NCES (tco practice accounts).\n\n"
                    "Examples:\n"
                    "  tco accounts fairmont.tco\n"
                    "  tco accounts fairmont.tco --scenario \"4-year lease\" --view cash --json");
    command->callback([=, &chosen] {
        chosen = [=] { return withScenario(*options, [&](const Document&, const Calculation& calculation) { return answer(calculation, *options); }); };
    });
}

} // namespace tco::cli
