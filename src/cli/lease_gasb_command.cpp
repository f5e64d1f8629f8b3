// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "argument_reader.hpp"
#include "lease_gasb_command.hpp"
#include "tco/finance/lease_note.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

constexpr int mostPayments = 600;

/// As typed.
struct Options {
    std::string payment, payments, perYear = "1", rate, timing, start, fiscalYearStart = "7", directCosts = "0", incentives = "0", prepaid = "0";
    bool json = false;
};

std::string inCents(Money amount) { return display(amount, MoneyStyle::Cents); }

Json toJson(const finance::ContractSchedule& schedule) {
    auto years = Json::array();
    for (const auto& year : schedule.years)
        years.push_back({{"fiscal_year", year.year.value},
                         {"principal", cli::toJson(year.principal)},
                         {"interest_paid", cli::toJson(year.interestPaid)},
                         {"interest_expense", cli::toJson(year.interestExpense)},
                         {"liability_end", cli::toJson(year.liabilityEnd)},
                         {"accrued_interest_end", cli::toJson(year.accruedInterestEnd)},
                         {"amortization", cli::toJson(year.amortization)}});
    return {{"liability", cli::toJson(schedule.liability)},
            {"asset", cli::toJson(schedule.asset)},
            {"present_value", cli::toJson(schedule.presentValue)},
            {"years", std::move(years)}};
}

Table tableOf(const finance::ContractSchedule& schedule, std::string caption) {
    Table table{.caption = std::move(caption),
                .columns = {{"Fiscal year", TextAlign::Left},
                            {"Principal"},
                            {"Interest paid"},
                            {"Interest expense"},
                            {"Liability at end"},
                            {"Accrued interest"},
                            {"Amortization"},
                            {"Asset at end"}},
                .rows = {},
                .note = {}};
    finance::ContractYear sum;
    for (const auto& year : schedule.years) {
        table.rows.push_back({{{fmt::format("{}", year.year.value)},
                               {inCents(year.principal)},
                               {inCents(year.interestPaid)},
                               {inCents(year.interestExpense)},
                               {inCents(year.liabilityEnd)},
                               {inCents(year.accruedInterestEnd)},
                               {inCents(year.amortization)},
                               {inCents(year.assetEnd)}}});
        sum.principal += year.principal;
        sum.interestPaid += year.interestPaid;
        sum.interestExpense += year.interestExpense;
        sum.amortization += year.amortization;
    }
    table.rows.push_back(
        {{{"Total"}, {inCents(sum.principal)}, {inCents(sum.interestPaid)}, {inCents(sum.interestExpense)}, {""}, {""}, {inCents(sum.amortization)}, {""}},
         true});
    return table;
}

Table noteOf(const std::vector<finance::MaturityRow>& rows, Date asOf) {
    Table table{.caption = fmt::format("Still to be paid after {}", asOf.display()),
                .columns = {{"Fiscal year", TextAlign::Left}, {"Principal"}, {"Interest"}, {"Total"}},
                .rows = {},
                .note = {}};
    const auto add = [&table](std::string name, Money principal, Money interest, bool total) {
        table.rows.push_back({{{std::move(name)}, {inCents(principal)}, {inCents(interest)}, {inCents(principal + interest)}}, total});
    };
    Money principal, interest;
    for (const auto& row : rows) {
        add(row.label(), row.principal, row.interest, false);
        principal += row.principal;
        interest += row.interest;
    }
    add("Total", principal, interest, true);
    return table;
}

void printInWords(const finance::ContractTerms& terms, const finance::ContractSchedule& schedule, const FiscalCalendar& calendar, std::string caption) {
    print(fmt::format("All payments are worth {} at the start. Opening liability: {}; opening asset: {}.\n\n", inCents(schedule.presentValue),
                      inCents(schedule.liability), inCents(schedule.asset)));
    print(fmt::format("{}\n", writeText(tableOf(schedule, std::move(caption)))));
    const auto first = schedule.years.front().year;
    const auto note = finance::maturityNote(std::span(&terms, 1), first, calendar);
    if (!note.empty()) print(fmt::format("{}\n", writeText(noteOf(note, calendar.lastDay(first)))));
    if (terms.termMonths <= 12)
        print("If no option can make it longer than 12 months, nothing of this is recorded: the payments are expenses as they come due.\n");
}

int run(const Options& options) {
    ArgumentReader reader;
    const auto payment = reader.money("--payment", options.payment, Money::fromCents(1));
    const int payments = reader.count("--payments", options.payments, mostPayments), perYear = reader.count("--per-year", options.perYear, 12);
    if (12 % perYear != 0) reader.refuse("--per-year: give 1, 2, 3, 4, 6 or 12 payments per year.");
    const auto rate = reader.rate("--rate", options.rate);
    const auto start = reader.date("--start", options.start);
    const FiscalCalendar calendar(reader.count("--fiscal-year-start", options.fiscalYearStart, 12));
    const auto directCosts = reader.money("--direct-costs", options.directCosts), incentives = reader.money("--incentives", options.incentives),
               prepaid = reader.money("--prepaid", options.prepaid);
    if (reader.fault()) return complainUsage(*reader.fault());

    const std::vector<Money> amounts(std::size_t(payments), payment);
    const finance::ContractTerms terms{.commencement = start,
                                       .termMonths = payments * (12 / perYear),
                                       .annualRate = Rate(rate),
                                       .periodsPerYear = perYear,
                                       .payments = finance::paymentsOf(start, amounts, perYear, dueFrom(options.timing)),
                                       .prepaid = prepaid,
                                       .directCosts = directCosts,
                                       .incentives = incentives};
    if (!finance::isMeasurable(terms)) return complainUsage("With these payments and this rate the amounts are too large to work out.");
    const auto schedule = finance::measure(terms, calendar);
    if (schedule.asset.isNegative()) return complainUsage("--incentives: they may not be more than everything that the contract is worth.");
    if (options.json)
        printJson(toJson(schedule));
    else
        printInWords(
            terms, schedule, calendar,
            fmt::format("{} of {} at {}, {} a year, in {}", counted(payments, "payment"), inCents(payment), display(Rate(rate)), perYear, options.timing));
    return Done;
}

} // namespace

void addLeaseGasb(CLI::App& lease, Action& chosen) {
    auto* command = lease.add_subcommand("gasb", "A lease or subscription in the financial statements (GASB 87 and 96), by fiscal year");
    const auto options = std::make_shared<Options>();
    command->add_option("--payment", options->payment, "Each payment, without maintenance and other services in it")->required()->type_name("$");
    command->add_option("--payments", options->payments, "How many payments there are")->required()->type_name("N");
    command->add_option("--per-year", options->perYear, "Payments per year: 1, 2, 3, 4, 6 or 12 (default: 1)")->type_name("N");
    command->add_option("--rate", options->rate, "Interest rate per year (nominal): of the contract, else what the district would pay to borrow")
        ->required()
        ->type_name("%");
    command->add_option("--timing", options->timing, "arrears: at the end of each period; advance: at its start")
        ->required()
        ->check(CLI::IsMember({"arrears", "advance"}));
    command->add_option("--start", options->start, "The first day; of a subscription, the day it is placed in service")->required()->type_name("DATE");
    command->add_option("--fiscal-year-start", options->fiscalYearStart, "The month in which the fiscal year begins (default: 7)")->type_name("1–12");
    command->add_option("--direct-costs", options->directCosts, "Paid to place it in service, such as initial implementation (default: 0)")->type_name("$");
    command->add_option("--incentives", options->incentives, "Received from the lessor or vendor (default: 0)")->type_name("$");
    command->add_option("--prepaid", options->prepaid, "Paid before the first day (default: 0)")->type_name("$");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Example:\n"
                    "  tco lease gasb --payment 209 --payments 36 --per-year 12 --rate 4% --timing advance --start 2022-07-01 --fiscal-year-start 7");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
