// SPDX-License-Identifier: Apache-2.0

// The books: three views by year, how they tie together, and the contracts behind them.

#include "tco/report/books.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/finance/lease_journal.hpp"
#include "tco/finance/lease_note.hpp"
#include "words.hpp"

namespace tco {
namespace {

constexpr Choice treatmentTexts[] = {
    {"by_the_rules", "By the rules"}, {"lease", "Lease"}, {"subscription", "Subscription"}, {"financed_purchase", "Financed purchase"}, {"expense", "Expense"}};

std::string cents(Money amount) { return displayCell(amount, MoneyStyle::Cents); }

/// A row of sums below rows of amounts.
Table::Row totalRow(std::string name, const std::vector<Money>& sums) {
    Table::Row row{{{std::move(name)}}, true};
    for (const auto sum : sums) row.cells.push_back({cents(sum)});
    return row;
}

/// A table of amounts by year: a name and a value for each column, and the sums.
template <class Row> struct AmountColumn {
    std::string title;
    Money (*amount)(const Row&);
};
template <class Row> void fillByYear(Table& table, const std::vector<Row>& rows, const std::vector<AmountColumn<Row>>& columns, bool hasTotal = true) {
    table.columns = {{"Fiscal year", TextAlign::Left, 0.8}};
    for (const auto& column : columns) table.columns.push_back({column.title});
    std::vector<Money> sums(columns.size());
    for (const auto& row : rows) {
        Table::Row cells{{{row.year.shortLabel()}}};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto amount = columns[i].amount(row);
            sums[i] += amount;
            cells.cells.push_back({cents(amount)});
        }
        table.rows.push_back(std::move(cells));
    }
    if (hasTotal && rows.size() > 1) table.rows.push_back(totalRow("All years", sums));
}

finance::Treatment financeTreatment(Treatment treatment) {
    switch (treatment) {
    case Treatment::Subscription: return finance::Treatment::Subscription;
    case Treatment::FinancedPurchase: return finance::Treatment::FinancedPurchase;
    default: return finance::Treatment::Lease;
    }
}

/// What is paid in each year after commencement: principal and interest.
std::vector<finance::MaturityRow> paymentsByYear(const BookedContract& contract) {
    std::vector<finance::MaturityRow> rows;
    for (const auto& year : contract.schedule.years) rows.push_back({year.year, year.year, year.principal, year.interestPaid});
    return rows;
}

bool hasBegun(const BookedContract& contract, const FiscalCalendar& calendar, FiscalYear asOf) { return calendar.yearOf(contract.terms.commencement) <= asOf; }

Date endOf(const BookedContract& contract) { return contract.terms.commencement.addMonths(contract.terms.termMonths).addDays(-1); }

Table scheduleTable(const BookedContract& contract) {
    Table table;
    table.caption = fmt::format("Payments of {}, in dollars and cents", words::quoted(contract.name));
    table.columns = {{"No.", TextAlign::Left, 0.4}, {"Due", TextAlign::Left, 0.9}, {"Payment"}, {"Interest"}, {"Principal"}, {"Liability after it"}};
    Money paid, interest, principal;
    for (const auto& row : contract.schedule.rows) {
        table.rows.push_back(
            {{{displayCount(row.number)}, {row.due.display()}, {cents(row.payment)}, {cents(row.interest)}, {cents(row.principal)}, {cents(row.liability)}}});
        paid += row.payment;
        interest += row.interest;
        principal += row.principal;
    }
    table.rows.push_back({{{"Total"}, {""}, {cents(paid)}, {cents(interest)}, {cents(principal)}, {""}}, true});
    return table;
}

struct ContractViewsYear {
    FiscalYear year;
    Money cash, outlay, proceeds, principal, interest, amortization, interestExpense;
};

std::vector<ContractViewsYear> viewsOf(const BookedContract& contract, const FiscalCalendar& calendar) {
    std::vector<ContractViewsYear> views;
    const auto& schedule = contract.schedule;
    for (const auto& year : schedule.years) {
        ContractViewsYear view{year.year, {}, {}, {}, year.principal, year.interestPaid, year.amortization, year.interestExpense};
        if (calendar.yearOf(contract.terms.commencement) == year.year) {
            view.outlay = schedule.asset;
            view.proceeds = schedule.liability;
            view.principal -= schedule.presentValue - schedule.liability; // what is paid on the first day stands in the outlay
        }
        view.cash = view.outlay - view.proceeds + view.principal + view.interest;
        views.push_back(view);
    }
    return views;
}

Table contractViewsTable(const Calculation& calculation, const BookedContract& contract) {
    using Row = ContractViewsYear;
    Table table;
    table.caption = fmt::format("{} in three views by fiscal year, in dollars and cents", words::quoted(contract.name));
    fillByYear<Row>(table, viewsOf(contract, calculation.plan->calendar()),
                    {{"Cash paid", [](const Row& row) { return row.cash; }},
                     {"Fund: capital outlay", [](const Row& row) { return row.outlay; }},
                     {"Fund: financing source", [](const Row& row) { return -row.proceeds; }},
                     {"Fund: principal", [](const Row& row) { return row.principal; }},
                     {"Fund: interest", [](const Row& row) { return row.interest; }},
                     {"Government-wide: amortization", [](const Row& row) { return row.amortization; }},
                     {"Government-wide: interest", [](const Row& row) { return row.interestExpense; }}});
    if (contract.treatment == Treatment::FinancedPurchase)
        table.note = "The units are the district’s; their depreciation follows their useful life and stands in the views of the whole plan.";
    return table;
}

Table contractBalancesTable(const BookedContract& contract) {
    using Row = finance::ContractYear;
    Table table;
    table.caption = fmt::format("What {} leaves at the end of each fiscal year, in dollars and cents", words::quoted(contract.name));
    fillByYear<Row>(table, contract.schedule.years,
                    {{"Liability", [](const Row& row) { return row.liabilityEnd; }},
                     {"Accrued interest", [](const Row& row) { return row.accruedInterestEnd; }},
                     {"Asset, book value", [](const Row& row) { return row.assetEnd; }}},
                    false);
    if (contract.treatment == Treatment::FinancedPurchase) table.columns.pop_back();
    for (auto& row : table.rows)
        if (contract.treatment == Treatment::FinancedPurchase) row.cells.pop_back();
    return table;
}

Table journalTable(const Calculation& calculation, const BookedContract& contract, finance::JournalView view) {
    const auto calendar = calculation.plan->calendar();
    Table table;
    table.caption = fmt::format("{}: {} entries, in dollars and cents", words::quoted(contract.name),
                                view == finance::JournalView::Fund ? "governmental fund" : "government-wide");
    table.columns = {{"Date", TextAlign::Left, 0.9}, {"Entry", TextAlign::Left, 1.2}, {"Account", TextAlign::Left, 2.6}, {"Debit"}, {"Credit"}};
    for (const auto& year : contract.schedule.years)
        for (const auto& entry : finance::journal(view, contract.terms, contract.schedule, year.year, calendar))
            for (const auto& line : entry.lines) {
                const bool first = &line == &entry.lines.front();
                table.rows.push_back({{{first ? entry.date.display() : ""},
                                       {first ? entry.text : ""},
                                       {std::string(finance::label(line.account, financeTreatment(contract.treatment)))},
                                       {line.debit.isZero() ? "" : cents(line.debit)},
                                       {line.credit.isZero() ? "" : cents(line.credit)}}});
            }
    return table;
}

} // namespace

std::string_view label(Treatment treatment) { return treatmentTexts[std::size_t(treatment)].label; }
std::string_view key(Treatment treatment) { return treatmentTexts[std::size_t(treatment)].key; }

Table threeViewsTable(const Calculation& calculation, const std::vector<ReconciliationYear>& years) {
    using Row = ReconciliationYear;
    Table table;
    table.caption = fmt::format("{} in three views, in dollars and cents", words::quoted(calculation.name));
    fillByYear<Row>(table, years,
                    {{"Cash", [](const Row& row) { return row.cash; }},
                     {"Fund expenditure", [](const Row& row) { return row.expenditure; }},
                     {"Other financing sources", [](const Row& row) { return -row.proceeds; }},
                     {"Fund, net", [](const Row& row) { return row.expenditure - row.proceeds; }},
                     {"Government-wide cost", [](const Row& row) { return row.governmentWide; }}});
    table.note =
        "Cash: what is paid. Fund: capital outlay with its other financing source when a contract begins, then principal and interest (modified accrual). "
        "Government-wide: depreciation, amortization and interest as they accrue (full accrual). Indirect cost is in none of them.";
    return table;
}

Table reconciliationTable(const Calculation& calculation, const std::vector<ReconciliationYear>& years) {
    using Row = ReconciliationYear;
    Table table;
    table.caption = fmt::format("How the views of {} tie together, in dollars and cents", words::quoted(calculation.name));
    fillByYear<Row>(
        table, years,
        {{"Government-wide cost", [](const Row& row) { return row.governmentWide; }},
         {"plus change of assets", [](const Row& row) { return row.changeOfAssets(); }},
         {"less change of liabilities", [](const Row& row) { return -(row.changeOfLiabilities() - row.change[std::size_t(Balance::AccruedInterest)]); }},
         {"less change of accrued interest", [](const Row& row) { return -row.change[std::size_t(Balance::AccruedInterest)]; }},
         {"equals cash", [](const Row& row) { return row.governmentWide + row.changeOfAssets() - row.changeOfLiabilities(); }},
         {"equals fund, net", [](const Row& row) { return row.expenditure - row.proceeds; }}});
    return table;
}

Table balancesTable(const std::vector<ReconciliationYear>& years) {
    Table table;
    table.caption = "What the district owns and owes for its technology at the end of each fiscal year, in dollars and cents";
    table.columns = {{"Fiscal year", TextAlign::Left, 0.8}};
    std::vector<Balance> shown;
    for (std::size_t i = 0; i < balanceCount; ++i) {
        const auto has = [&](const ReconciliationYear& year) { return !year.opening[i].isZero() || !year.change[i].isZero(); };
        if (std::ranges::none_of(years, has)) continue;
        shown.push_back(Balance(i));
        table.columns.push_back({std::string(label(Balance(i)))});
    }
    if (shown.empty()) return table;
    const auto add = [&](std::string name, auto amount) {
        Table::Row row{{{std::move(name)}}};
        for (const auto balance : shown) row.cells.push_back({cents(amount(balance))});
        table.rows.push_back(std::move(row));
    };
    add("Before the plan", [&](Balance balance) { return years.front().opening[std::size_t(balance)]; });
    for (const auto& year : years) add(year.year.shortLabel(), [&](Balance balance) { return year.closing(balance); });
    return table;
}

Table rollForwardTable(const Calculation& calculation, const Books& books) {
    Table table;
    table.caption = "How the liabilities change, in dollars and cents";
    table.columns = {
        {"Liability", TextAlign::Left, 1.6}, {"Fiscal year", TextAlign::Left, 0.7}, {"Begin"}, {"Additions"}, {"Reductions"}, {"End"}, {"Due within one year"}};
    const auto& plan = *calculation.plan;
    const auto calendar = plan.calendar();
    for (const auto& [balance, treatment] :
         {std::pair{Balance::LeaseLiability, Treatment::Lease}, std::pair{Balance::SubscriptionLiability, Treatment::Subscription},
          std::pair{Balance::FinancedLiability, Treatment::FinancedPurchase}}) {
        Money begin;
        for (const auto& movement : books.movements)
            if (movement.balance == balance && movement.year < plan.firstYear()) begin += movement.amount;
        for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
            Money additions, reductions, due;
            for (const auto& movement : books.movements)
                if (movement.balance == balance && movement.year == year) (movement.amount.isNegative() ? reductions : additions) += movement.amount;
            for (const auto& contract : books.contracts)
                if (contract.treatment == treatment && hasBegun(contract, calendar, year))
                    for (const auto& row : contract.schedule.years)
                        if (row.year == year + 1) due += row.principal;
            const auto end = begin + additions + reductions;
            if (begin.isZero() && additions.isZero() && reductions.isZero()) continue;
            table.rows.push_back(
                {{{std::string(label(balance))}, {year.shortLabel()}, {cents(begin)}, {cents(additions)}, {cents(reductions)}, {cents(end)}, {cents(due)}}});
            begin = end;
        }
    }
    return table;
}

Table contractsTable(const Calculation& calculation, const Books& books) {
    Table table;
    table.caption = fmt::format("Contracts of {} in the books, in dollars and cents", words::quoted(calculation.name));
    table.columns = {{"Contract", TextAlign::Left, 1.8},
                     {"In the books", TextAlign::Left, 1},
                     {"From", TextAlign::Left, 0.9},
                     {"To", TextAlign::Left, 0.9},
                     {"Rate", TextAlign::Right, 0.6},
                     {"Present value"},
                     {"Liability at start"},
                     {"Asset at start"}};
    Money value, liability, asset;
    std::vector<std::string> reasons;
    for (const auto& contract : books.contracts) {
        const auto& schedule = contract.schedule;
        table.rows.push_back({{{contract.name},
                               {std::string(label(contract.treatment))},
                               {contract.terms.commencement.display()},
                               {endOf(contract).display()},
                               {display(contract.terms.annualRate)},
                               {cents(schedule.presentValue)},
                               {cents(schedule.liability)},
                               {cents(schedule.asset)}}});
        value += schedule.presentValue;
        liability += schedule.liability;
        asset += schedule.asset;
        if (!contract.reason.empty() && std::ranges::find(reasons, contract.reason) == reasons.end()) reasons.push_back(contract.reason);
    }
    if (table.rows.size() > 1) table.rows.push_back({{{"Total"}, {""}, {""}, {""}, {""}, {cents(value)}, {cents(liability)}, {cents(asset)}}, true});
    for (const auto& reason : reasons) table.note += (table.note.empty() ? "" : " ") + reason;
    return table;
}

Table maturityTable(const Calculation& calculation, const std::vector<BookedContract>& contracts, FiscalYear asOf) {
    Table table;
    table.caption = fmt::format("Principal and interest to maturity at the end of {}, in dollars and cents", asOf.shortLabel());
    table.columns = {{"Fiscal years", TextAlign::Left, 0.8}, {"Principal"}, {"Interest"}, {"Total"}};
    std::vector<finance::MaturityRow> years;
    for (const auto& contract : contracts) {
        if (!hasBegun(contract, calculation.plan->calendar(), asOf)) continue;
        const auto paid = paymentsByYear(contract);
        years.insert(years.end(), paid.begin(), paid.end());
    }
    Money principal, interest;
    for (const auto& row : finance::maturityBands(years, asOf)) {
        table.rows.push_back({{{row.label()}, {cents(row.principal)}, {cents(row.interest)}, {cents(row.principal + row.interest)}}});
        principal += row.principal;
        interest += row.interest;
    }
    if (!table.rows.empty()) table.rows.push_back(totalRow("Total", {principal, interest, principal + interest}));
    return table;
}

std::string tailSentence(const Calculation& calculation, const Books& books) {
    const auto last = calculation.plan->lastYear();
    Money principal, interest;
    FiscalYear until;
    for (const auto& contract : books.contracts) {
        if (!hasBegun(contract, calculation.plan->calendar(), last)) continue;
        for (const auto& year : contract.schedule.years) {
            if (year.year <= last || (year.principal.isZero() && year.interestPaid.isZero())) continue;
            principal += year.principal;
            interest += year.interestPaid;
            until = std::max(until, year.year);
        }
    }
    if (principal.isZero() && interest.isZero()) return {};
    return fmt::format("Contracts outlive the plan: after {} {} of principal and {} of interest are still to be paid, the last in {}.", last.shortLabel(),
                       display(principal, MoneyStyle::Cents), display(interest, MoneyStyle::Cents), until.shortLabel());
}

std::vector<Section> bookSections(const Calculation& calculation, const Books& books) {
    const auto years = reconciliationOf(calculation, books);
    if (years.empty()) return {};
    std::vector<Section> sections;
    const auto add = [&](std::string title, std::vector<Table> tables, const std::string& sentence = {}) {
        Section section{std::move(title), {}};
        for (auto& table : tables)
            if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
        if (!sentence.empty()) section.blocks.emplace_back(Paragraph{Paragraph::Style::Body, sentence});
        if (!section.blocks.empty()) sections.push_back(std::move(section));
    };
    add("The cost in three views", {threeViewsTable(calculation, years), reconciliationTable(calculation, years), balancesTable(years)});
    add("Leases, subscriptions and financed purchases in the books",
        {contractsTable(calculation, books), maturityTable(calculation, books.contracts, calculation.plan->firstYear()), rollForwardTable(calculation, books)},
        tailSentence(calculation, books));
    return sections;
}

std::vector<Section> contractSections(const Calculation& calculation, const BookedContract& contract) {
    const auto begins = calculation.plan->calendar().yearOf(contract.terms.commencement);
    Section section{contract.name, {}};
    section.blocks.emplace_back(
        Paragraph{Paragraph::Style::Body, fmt::format("{}, {} to {}, {} a year. {}", label(contract.treatment), contract.terms.commencement.display(),
                                                      endOf(contract).display(), display(contract.terms.annualRate), contract.reason)});
    section.blocks.emplace_back(scheduleTable(contract));
    section.blocks.emplace_back(contractViewsTable(calculation, contract));
    section.blocks.emplace_back(contractBalancesTable(contract));
    if (auto note = maturityTable(calculation, {contract}, begins); !note.rows.empty()) section.blocks.emplace_back(std::move(note));
    return {std::move(section)};
}

std::vector<Section> entrySections(const Calculation& calculation, const BookedContract& contract) {
    std::vector<Section> sections;
    for (const auto view : {finance::JournalView::GovernmentWide, finance::JournalView::Fund})
        sections.push_back({view == finance::JournalView::Fund ? "In the governmental fund" : "Government-wide", {journalTable(calculation, contract, view)}});
    return sections;
}

} // namespace tco
