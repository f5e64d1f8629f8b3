// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "argument_reader.hpp"
#include "tco/finance/economic_life.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string price, values, expenses, rate;
    bool json = false;
};

int run(const Options& options) {
    ArgumentReader reader;
    const auto price = reader.money("--price", options.price).dollars();
    const auto values = reader.amounts("--values", options.values), expenses = reader.amounts("--expenses", options.expenses);
    const auto rate = reader.rate("--rate", options.rate);
    if (values.size() != expenses.size())
        reader.refuse(fmt::format("There are {} and {}; give one of each for every year of age.", counted(std::int64_t(values.size()), "resale value"),
                                  counted(std::int64_t(expenses.size()), "expense")));
    if (reader.fault()) return complainUsage(*reader.fault());
    const auto life = finance::economicLife<Decimal>(price, values, expenses, rate);
    if (options.json) {
        auto rows = Json::array();
        for (const auto& row : life.rows)
            rows.push_back(
                {{"years", row.years}, {"equivalent_annual_cost", centsJson(row.equivalentAnnualCost)}, {"marginal_cost", centsJson(row.marginalCost)}});
        printJson({{"best_years", life.bestYears}, {"rows", std::move(rows)}});
        return Done;
    }
    Table table{.caption = fmt::format("Cost per year at {}, by the years each one is kept", display(Rate(rate))),
                .columns = {{"Years kept"}, {"Per year"}, {"One more year"}},
                .rows = {},
                .note = {}};
    for (const auto& row : life.rows)
        table.rows.push_back({{{displayCount(row.years)}, {cents(row.equivalentAnnualCost), row.years == life.bestYears}, {cents(row.marginalCost)}}});
    print(fmt::format("{}\nKeeping each one for {} costs least.\n", writeText(table), counted(life.bestYears, "year")));
    return Done;
}

} // namespace

void addRefresh(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("refresh", "How many years to keep a device at the lowest cost per year; needs no plan");
    const auto options = std::make_shared<Options>();
    command->add_option("--price", options->price, "The price of a new one")->required()->type_name("$");
    command->add_option("--values", options->values, "What it sells for after one year, two years, …")->required()->type_name("A,B,…");
    command->add_option("--expenses", options->expenses, "What it costs to run in the first year, the second, … (paid at year’s end)")
        ->required()
        ->type_name("A,B,…");
    command->add_option("--rate", options->rate, "Discount rate per year")->required()->type_name("%");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Example:\n"
                    "  tco refresh --price 30000 --values 22500,16875,12750 --expenses 3000,4500,7000 --rate 10%");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
