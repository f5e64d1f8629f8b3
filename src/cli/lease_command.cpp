// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "argument_reader.hpp"
#include "lease_gasb_command.hpp"
#include "tco/finance/amortization.hpp"
#include "tco/finance/lease_or_buy.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

constexpr int mostPayments = 600, mostPerYear = 366;

/// As typed; each subcommand uses some of them.
struct Options {
    std::string price, rate, payment, payments, perYear = "1", timing, residual = "0", buyout = "0", resale = "0";
    bool json = false;
};

struct Terms {
    int payments = 1, perYear = 1;
    finance::Due due = finance::Due::InArrears;
};

Terms termsFrom(ArgumentReader& reader, const Options& options) {
    return {reader.count("--payments", options.payments, mostPayments), reader.count("--per-year", options.perYear, mostPerYear), dueFrom(options.timing)};
}

std::string wordsFor(const Terms& terms) {
    return fmt::format("{}, {} a year, {}", counted(terms.payments, "payment"), terms.perYear,
                       terms.due == finance::Due::InAdvance ? "in advance" : "in arrears");
}

// --- schedule ---------------------------------------------------------------------------------------

Json toJson(const finance::Schedule& schedule) {
    auto rows = Json::array();
    for (const auto& row : schedule.rows)
        rows.push_back({{"n", row.number},
                        {"payment", cli::toJson(row.payment)},
                        {"interest", cli::toJson(row.interest)},
                        {"principal", cli::toJson(row.principal)},
                        {"balance", cli::toJson(row.balance)}});
    return {{"payment", cli::toJson(schedule.payment)},
            {"total", cli::toJson(schedule.totalPaid)},
            {"interest", cli::toJson(schedule.totalInterest)},
            {"rows", std::move(rows)}};
}

Table tableOf(const finance::Schedule& schedule, std::string caption) {
    const auto cents = [](Money amount) { return display(amount, MoneyStyle::Cents); };
    Table table{.caption = std::move(caption), .columns = {{"No."}, {"Payment"}, {"Interest"}, {"Principal"}, {"Balance"}}, .rows = {}, .note = {}};
    for (const auto& row : schedule.rows)
        table.rows.push_back({{{displayCount(row.number)}, {cents(row.payment)}, {cents(row.interest)}, {cents(row.principal)}, {cents(row.balance)}}});
    table.rows.push_back(
        {{{"Total"}, {cents(schedule.totalPaid)}, {cents(schedule.totalInterest)}, {cents(schedule.totalPaid - schedule.totalInterest)}, {""}}, true});
    return table;
}

int runSchedule(const Options& options) {
    ArgumentReader reader;
    const auto principal = reader.money("--principal", options.price, Money::fromCents(1));
    const auto rate = reader.rate("--rate", options.rate);
    const auto terms = termsFrom(reader, options);
    const auto residual = reader.money("--residual", options.residual);
    if (residual > principal) reader.refuse("--residual: what is left at the end may not be more than the principal.");
    if (reader.fault()) return complainUsage(*reader.fault());
    const auto schedule = finance::amortize(principal, residual, rate / Decimal(terms.perYear), terms.payments, terms.due);
    if (options.json)
        printJson(toJson(schedule));
    else
        print(writeText(tableOf(schedule, fmt::format("{} at {}: {}", display(principal, MoneyStyle::Cents), display(Rate(rate)), wordsFor(terms)))));
    return Done;
}

// --- rate -------------------------------------------------------------------------------------------

int runRate(const Options& options) {
    ArgumentReader reader;
    const auto price = reader.money("--principal", options.price, Money::fromCents(1)).dollars();
    const auto payment = reader.amount("--payment", options.payment);
    const auto terms = termsFrom(reader, options);
    const auto residual = reader.money("--residual", options.residual).dollars();
    if (reader.fault()) return complainUsage(*reader.fault());
    const auto periodic = finance::implicitRate(price, payment, terms.payments, residual, terms.due);
    const auto yearly = periodic ? std::optional(*periodic * Decimal(terms.perYear)) : std::nullopt;
    if (options.json)
        printJson({{"rate", solvedJson(yearly)}, {"periodic_rate", solvedJson(periodic)}});
    else if (periodic)
        print(fmt::format("The rate is {} a year: {} for each period, {} a year when compounded.\nLease rate factor: {}\n", display(Rate(*yearly)),
                          display(Rate(*periodic)), display(Rate(finance::effectiveRate(*yearly, terms.perYear))), display(payment / price)));
    if (periodic) return Done;
    return complain({ErrorCode::InvalidInput,
                     fmt::format("No interest rate makes payments of {} ({}) worth {}; check the payment and its timing.", displayUnitPrice(payment),
                                 wordsFor(terms), cents(price)),
                     {}});
}

// --- compare ----------------------------------------------------------------------------------------

/// In whole cents, so that the sums below them and the answer agree.
struct Worth {
    Money nominal, presentValue;
};

Json toJson(const Worth& worth) { return {{"nominal", cli::toJson(worth.nominal)}, {"present_value", cli::toJson(worth.presentValue)}}; }

/// Nothing when the amounts are too large.
std::optional<Worth> inCents(const finance::Worth& worth) {
    const auto nominal = Money::rounded(worth.nominal), present = Money::rounded(worth.presentValue);
    if (!nominal || !present) return {};
    return Worth{*nominal, *present};
}

std::string answerFor(const Worth& buy, const Worth& lease, const Decimal& discountRate, const std::optional<Decimal>& breakEven) {
    const auto difference = lease.presentValue - buy.presentValue;
    const auto at = display(Rate(discountRate));
    auto answer = difference.isZero() ? fmt::format("At {} both cost the same in today’s money.", at)
                                      : fmt::format("At {} {} is cheaper by {} in today’s money.", at, difference.isNegative() ? "leasing" : "buying",
                                                    display(magnitude(difference), MoneyStyle::Cents));
    answer += breakEven ? fmt::format(" Both cost the same at a discount rate of {}.", display(Rate(breakEven->rounded(solvedDecimals))))
                        : std::string(" There is no discount rate at which both cost the same.");
    return answer;
}

int runCompare(const Options& options) {
    ArgumentReader reader;
    const auto terms = termsFrom(reader, options);
    const finance::LeaseQuote quote{.price = reader.money("--price", options.price, Money::fromCents(1)).dollars(),
                                    .payment = reader.amount("--payment", options.payment),
                                    .payments = terms.payments,
                                    .due = terms.due,
                                    .buyout = reader.money("--buyout", options.buyout).dollars(),
                                    .resale = reader.money("--resale", options.resale).dollars()};
    const auto discountRate = reader.rate("--discount-rate", options.rate);
    if (reader.fault()) return complainUsage(*reader.fault());

    const auto both = finance::leaseOrBuy(quote, discountRate / Decimal(terms.perYear));
    const auto buy = inCents(both.buy), lease = inCents(both.lease);
    if (!buy || !lease) return complainUsage("The amounts are too large to compare.");
    const auto breakEven = both.breakEvenRate ? std::optional(*both.breakEvenRate * Decimal(terms.perYear)) : std::nullopt;
    if (options.json) {
        const auto cheaper = buy->presentValue < lease->presentValue ? "buy" : lease->presentValue < buy->presentValue ? "lease" : "equal";
        printJson({{"buy", toJson(*buy)}, {"lease", toJson(*lease)}, {"cheaper", cheaper}, {"break_even_rate", solvedJson(breakEven)}});
        return Done;
    }
    const auto row = [](std::string name, const Worth& worth) {
        return Table::Row{{{std::move(name)}, {display(worth.nominal, MoneyStyle::Cents)}, {display(worth.presentValue, MoneyStyle::Cents)}}};
    };
    const Table table{.caption = wordsFor(terms),
                      .columns = {{"", TextAlign::Left}, {"Cost"}, {"In today’s money"}},
                      .rows = {row("Buy", *buy), row("Lease", *lease)},
                      .note = {}};
    print(fmt::format("{}\n{}\n", writeText(table), answerFor(*buy, *lease, discountRate, breakEven)));
    return Done;
}

void addTerms(CLI::App& command, Options& options) {
    command.add_option("--payments", options.payments, "How many payments there are")->required()->type_name("N");
    command.add_option("--per-year", options.perYear, "Payments per year (default: 1)")->type_name("N");
    command.add_option("--timing", options.timing, "arrears: at the end of each period; advance: at its start")
        ->required()
        ->check(CLI::IsMember({"arrears", "advance"}));
    command.add_flag("--json", options.json, "Answer as JSON (docs/cli.md)");
}

} // namespace

void addLease(CLI::App& app, Action& chosen) {
    auto* lease = app.add_subcommand("lease", "Check a lease or loan quote: schedule, rate, lease or buy, in the books; needs no plan");
    lease->require_subcommand(1);
    lease->footer("Examples:\n"
                  "  tco lease schedule --principal 2194084 --rate 1.56% --payments 4 --timing arrears\n"
                  "  tco lease rate --principal 3000000 --payment 771116.94 --payments 4 --timing arrears\n"
                  "  tco lease compare --price 500000 --payment 129000 --payments 4 --timing arrears --discount-rate 3%\n"
                  "  tco lease gasb --payment 209 --payments 36 --per-year 12 --rate 4% --timing advance --start 2022-07-01");
    const auto options = std::make_shared<Options>();

    auto* schedule = lease->add_subcommand("schedule", "The payment and its interest and principal, one row for each payment");
    schedule->add_option("--principal", options->price, "The amount financed")->required()->type_name("$");
    schedule->add_option("--rate", options->rate, "Interest rate per year, as quoted (nominal)")->required()->type_name("%");
    addTerms(*schedule, *options);
    schedule->add_option("--residual", options->residual, "Left unpaid at the end (default: 0)")->type_name("$");
    schedule->footer("Example:\n"
                     "  tco lease schedule --principal 2194084 --rate 1.56% --payments 4 --per-year 1 --timing arrears");
    schedule->callback([=, &chosen] { chosen = [=] { return runSchedule(*options); }; });

    auto* rate = lease->add_subcommand("rate", "The interest rate that a quote implies");
    rate->add_option("--principal", options->price, "The price of what is leased")->required()->type_name("$");
    rate->add_option("--payment", options->payment, "Each payment")->required()->type_name("$");
    addTerms(*rate, *options);
    rate->add_option("--residual", options->residual, "Due, or worth, at the end of the term (default: 0)")->type_name("$");
    rate->footer("Example:\n"
                 "  tco lease rate --principal 3000000 --payment 771116.94 --payments 4 --per-year 1 --timing arrears");
    rate->callback([=, &chosen] { chosen = [=] { return runRate(*options); }; });

    auto* compare = lease->add_subcommand("compare", "Buying beside leasing, in total and in today’s money");
    compare->add_option("--price", options->price, "The price when bought today")->required()->type_name("$");
    compare->add_option("--payment", options->payment, "Each lease payment")->required()->type_name("$");
    addTerms(*compare, *options);
    compare->add_option("--buyout", options->buyout, "Paid at the end of the lease to keep everything (default: 0)")->type_name("$");
    compare->add_option("--resale", options->resale, "What bought things sell for at the end of the term (default: 0)")->type_name("$");
    compare->add_option("--discount-rate", options->rate, "What the district’s money earns or costs per year (nominal)")->required()->type_name("%");
    compare->footer("Example:\n"
                    "  tco lease compare --price 500000 --payment 129000 --payments 4 --timing arrears --buyout 650 --discount-rate 3%");
    compare->callback([=, &chosen] { chosen = [=] { return runCompare(*options); }; });

    addLeaseGasb(*lease, chosen);
}

} // namespace tco::cli
