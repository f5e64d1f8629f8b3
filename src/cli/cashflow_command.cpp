// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "argument_reader.hpp"
#include "tco/finance/cash_flow.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options {
    std::string flows, rate, timing, dates;
    bool json = false;
};

finance::YearTiming timingFrom(const std::string& timing) {
    if (timing == "start") return finance::YearTiming::Start;
    return timing == "mid" ? finance::YearTiming::Middle : finance::YearTiming::End;
}

std::string wordsFor(std::span<const Decimal> rates) {
    std::string list;
    for (const auto& rate : rates) list += fmt::format("{}{}", list.empty() ? "" : ", ", display(Rate(rate.rounded(solvedDecimals))));
    return list;
}

/// Said on standard error, whatever the form of the answer.
void remarkOn(std::span<const Decimal> rates) {
    if (rates.empty()) complain({ErrorCode::InvalidInput, "There is no internal rate of return: at no rate are these flows worth nothing.", {}});
    if (rates.size() > 1)
        complain({ErrorCode::InvalidInput,
                  fmt::format("There are {} internal rates of return, {}; do not rely on one of them.", rates.size(), wordsFor(rates)),
                  {}});
}

int run(const Options& options) {
    ArgumentReader reader;
    const auto amounts = reader.amounts("--flows", options.flows);
    const auto rate = reader.rate("--rate", options.rate);
    const auto dates = options.dates.empty() ? std::vector<Date>() : reader.dates("--dates", options.dates);
    if (!options.dates.empty() && !options.timing.empty()) reader.refuse("Give either --timing or --dates, not both.");
    if (reader.fault()) return complainUsage(*reader.fault());
    auto cashFlow = options.dates.empty() ? Expected<finance::CashFlow>(finance::yearlyCashFlow(amounts, timingFrom(options.timing)))
                                          : finance::datedCashFlow(amounts, dates);
    if (!cashFlow) return complainUsage(cashFlow.error().message);

    const auto worth = finance::presentValue(*cashFlow, rate);
    const auto rates = finance::internalRates(*cashFlow);
    const auto annual = finance::equivalentAnnual(*cashFlow, rate);
    // A year’s amount counts evenly over its year, whenever it is due.
    const auto payback = finance::payback(options.dates.empty() ? finance::yearlyCashFlow(amounts, finance::YearTiming::End) : *cashFlow);
    if (!Money::rounded(worth) || (annual && !Money::rounded(*annual))) return complainUsage("The present value is too large to show.");
    if (options.json) {
        auto roots = Json::array();
        for (const auto& root : rates) roots.push_back(solvedJson(root));
        printJson({{"npv", centsJson(worth)},
                   {"irr", solvedJson(finance::preferredRate(rates))},
                   {"equivalent_annual", centsJson(annual)},
                   {"payback", solvedJson(payback)},
                   {"roots", std::move(roots)}});
    } else {
        print(fmt::format("Net present value at {}: {}\n", display(Rate(rate)), cents(worth)));
        print(fmt::format("Equivalent annual amount: {}\n", cents(annual)));
        print(fmt::format("Internal rate of return: {}\n", rates.empty() ? "none" : wordsFor(rates)));
        print(payback ? fmt::format("Payback after {} years\n", display(payback->rounded(2))) : std::string("Never paid back\n"));
    }
    remarkOn(rates);
    return Done;
}

} // namespace

void addCashflow(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("cashflow", "Present value, internal rate of return and payback of a row of amounts; needs no plan");
    const auto options = std::make_shared<Options>();
    command->add_option("--flows", options->flows, "Amounts separated by commas, the first one today, then one a year; received +, paid -")
        ->required()
        ->type_name("A,B,…")
        ->allow_extra_args(false);
    command->add_option("--rate", options->rate, "Discount rate per year")->required()->type_name("%");
    command->add_option("--timing", options->timing, "When the amount of a year falls: end (default), start or mid")
        ->check(CLI::IsMember({"end", "start", "mid"}));
    command->add_option("--dates", options->dates, "One date for each amount, separated by commas; days ÷ 365")->type_name("D1,D2,…");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Examples:\n"
                    "  tco cashflow --flows -100,39,59,55,20 --rate 8%\n"
                    "  tco cashflow --flows -10000,2750,4250 --rate 9% --dates 2026-07-01,2026-09-01,2027-04-30 --json");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
