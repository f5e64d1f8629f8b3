// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <fmt/format.h>

#include "tco/money/text.hpp"
#include "tco/report/books.hpp"

namespace tco::cli {
namespace {

struct Options : ScenarioOptions {
    std::string contract;
    bool entries = false;
};

Json yearJson(const ReconciliationYear& year) {
    auto balances = Json::object();
    for (std::size_t i = 0; i < balanceCount; ++i) balances[std::string(key(Balance(i)))] = toJson(year.closing(Balance(i)));
    return {{"fiscal_year", year.year.value},
            {"cash", toJson(year.cash)},
            {"fund_expenditure", toJson(year.expenditure)},
            {"financing_sources", toJson(year.proceeds)},
            {"fund_net", toJson(year.expenditure - year.proceeds)},
            {"government_wide", toJson(year.governmentWide)},
            {"change_of_assets", toJson(year.changeOfAssets())},
            {"change_of_liabilities", toJson(year.changeOfLiabilities())},
            {"balances", std::move(balances)}};
}

Json contractJson(const BookedContract& contract) {
    auto years = Json::array(), changes = Json::array();
    for (const auto& change : contract.schedule.changes)
        changes.push_back({{"date", change.date.iso()},
                           {"kind", finance::key(change.kind)},
                           {"liability", toJson(change.liability)},
                           {"asset", toJson(change.asset)},
                           {"gain", toJson(change.gain)}});
    for (const auto& year : contract.schedule.years)
        years.push_back({{"fiscal_year", year.year.value},
                         {"principal", toJson(year.principal)},
                         {"interest_paid", toJson(year.interestPaid)},
                         {"interest_expense", toJson(year.interestExpense)},
                         {"liability_end", toJson(year.liabilityEnd)},
                         {"accrued_interest_end", toJson(year.accruedInterestEnd)},
                         {"amortization", toJson(year.amortization)}});
    return {{"kind", infoOf(contract.item.kind).key},
            {"id", contract.item.id},
            {"name", contract.name},
            {"treatment", key(contract.treatment)},
            {"reason", contract.reason},
            {"start", contract.terms.commencement.iso()},
            {"months", contract.terms.termMonths},
            {"rate", canonical(contract.terms.annualRate)},
            {"present_value", toJson(contract.schedule.presentValue)},
            {"liability", toJson(contract.schedule.liability)},
            {"asset", toJson(contract.schedule.asset)},
            {"changes", std::move(changes)},
            {"years", std::move(years)}};
}

void printAsJson(const Calculation& calculation, const Books& books) {
    auto years = Json::array(), contracts = Json::array();
    for (const auto& year : reconciliationOf(calculation, books)) years.push_back(yearJson(year));
    for (const auto& contract : books.contracts) contracts.push_back(contractJson(contract));
    printJson({{"currency", "USD"},
               {"scenario", calculation.name},
               {"years", std::move(years)},
               {"contracts", std::move(contracts)},
               {"after_the_plan", tailSentence(calculation, books)},
               {"findings", toJson(books.findings)}});
}

void printSections(const std::vector<Section>& sections) {
    for (const auto& section : sections) {
        Report part;
        part.blocks = section.blocks;
        print(section.title + "\n\n" + writeText(part) + "\n");
    }
}

/// Contracts of that name; all of them share an item.
std::vector<const BookedContract*> contractsNamed(const Books& books, const std::string& name) {
    std::vector<const BookedContract*> found;
    for (const auto& contract : books.contracts)
        if (contract.name == name) found.push_back(&contract);
    return found;
}

int printContract(const Calculation& calculation, const Books& books, const Options& options) {
    const auto found = contractsNamed(books, options.contract);
    if (found.empty())
        return complainUsage(
            fmt::format("There is no contract named “{}” in the books of {}; “tco books” without --contract lists them.", options.contract, calculation.name));
    for (const auto* contract : found) {
        printSections(contractSections(calculation, *contract));
        if (options.entries) printSections(entrySections(calculation, *contract));
    }
    return Done;
}

int answer(const Calculation& calculation, const Options& options) {
    const auto books = booksOf(calculation);
    if (options.json) {
        printAsJson(calculation, books);
    } else if (!options.contract.empty()) {
        if (const int code = printContract(calculation, books, options); code != Done) return code;
    } else {
        printSections(bookSections(calculation, books));
        printSections(erateSections(calculation));
    }
    return reportFindings(joined(calculation.findings, books.findings));
}

} // namespace

void addBooks(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("books", "Leases, subscriptions and assets as the books show them: cash, fund, government-wide");
    const auto options = std::make_shared<Options>();
    addScenarioArguments(*command, *options);
    auto* contract = command->add_option("--contract", options->contract, "Schedule, views and note of one contract, by its name")->type_name("NAME");
    command->add_flag("--entries", options->entries, "With --contract: its journal entries as well")->needs(contract);
    command->footer("Examples:\n"
                    "  tco books fairmont.tco\n"
                    "  tco books fairmont.tco --contract \"Chromebooks, Lincoln High (FY27)\" --entries\n"
                    "  tco books fairmont.tco --scenario \"4-year lease\" --json");
    command->callback([=, &chosen] {
        chosen = [=] { return withScenario(*options, [&](const Document&, const Calculation& calculation) { return answer(calculation, *options); }); };
    });
}

} // namespace tco::cli
