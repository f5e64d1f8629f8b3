// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <map>

#include "any_contract.hpp"
#include "tco/finance/lease_journal.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;
using namespace tco::test;

namespace {

using Balances = std::map<JournalAccount, Money>; ///< debits less credits

std::string textOf(const JournalEntry& entry) {
    auto text = entry.date.iso() + " " + entry.text;
    for (const auto& line : entry.lines)
        text += "; " + std::string(line.credit.isZero() ? "Dr " : "Cr ") + std::string(label(line.account, Treatment::Lease)) + " " +
                canonical(line.debit + line.credit);
    return text;
}

std::vector<std::string> textsOf(const std::vector<JournalEntry>& entries) {
    std::vector<std::string> texts;
    for (const auto& entry : entries) texts.push_back(textOf(entry));
    return texts;
}

Balances& operator+=(Balances& balances, const std::vector<JournalEntry>& entries) {
    for (const auto& entry : entries)
        for (const auto& line : entry.lines) balances[line.account] += line.debit - line.credit;
    return balances;
}

/// L3 of lease_accounting_test.cpp.
ContractTerms computers() {
    const std::vector<Money> amounts(3, Money::fromDollars(610'000));
    ContractTerms terms;
    terms.commencement = Date::of(2020, 1, 1);
    terms.termMonths = 36;
    terms.annualRate = Rate::percent(4);
    terms.payments = paymentsOf(terms.commencement, amounts, 1, Due::InAdvance);
    return terms;
}

} // namespace

TEST_CASE("L3: Kendall County in both views") {
    const auto terms = computers();
    const FiscalCalendar calendar(1);
    const auto schedule = measure(terms, calendar);
    const auto entries = [&](JournalView view, int year) { return textsOf(journal(view, terms, schedule, FiscalYear{year}, calendar)); };
    CHECK(entries(JournalView::Fund, 2020) ==
          std::vector<std::string>{"2020-01-01 Commencement; Dr Expenditures – capital outlay 1760517.75; Cr Other financing source – lease 1150517.75; "
                                   "Cr Cash 610000.00"});
    CHECK(
        entries(JournalView::Fund, 2021) ==
        std::vector<std::string>{"2021-01-01 Payment; Dr Expenditures – debt service, principal 563979.29; Dr Expenditures – debt service, interest 46020.71; "
                                 "Cr Cash 610000.00"});
    CHECK(entries(JournalView::GovernmentWide, 2020) ==
          std::vector<std::string>{"2020-01-01 Commencement; Dr Right-to-use lease asset 1760517.75; Cr Lease liability 1150517.75; Cr Cash 610000.00",
                                   "2020-12-31 Change of accrued interest; Dr Interest expense 46020.71; Cr Accrued interest payable 46020.71",
                                   "2020-12-31 Amortization; Dr Amortization expense 586839.25; Cr Accumulated amortization – lease 586839.25"});
    CHECK(entries(JournalView::GovernmentWide, 2022).back() ==
          "2022-12-31 End of the contract; Dr Accumulated amortization – lease 1760517.75; Cr Right-to-use lease asset 1760517.75");
    CHECK(entries(JournalView::Fund, 2023).empty());
}

TEST_CASE("The accounts have the words of what is accounted for") {
    CHECK(label(JournalAccount::Liability, Treatment::Subscription) == "Subscription liability");
    CHECK(label(JournalAccount::Liability, Treatment::FinancedPurchase) == "Financed purchase payable");
    CHECK(label(JournalAccount::AmortizationExpense, Treatment::FinancedPurchase) == "Depreciation expense");
    for (int i = 0; i <= int(JournalAccount::DebtServiceInterest); ++i) CHECK_FALSE(label(JournalAccount(i), Treatment::Lease).empty());
}

TEST_CASE("An asset that is kept stays in the books") {
    auto terms = computers();
    terms.amortizationMonths = 60;
    const FiscalCalendar calendar(1);
    const auto schedule = measure(terms, calendar);
    CHECK(schedule.years.size() == 5);
    CHECK(journal(JournalView::GovernmentWide, terms, schedule, FiscalYear{2024}, calendar).size() == 1); // amortization alone
}

TEST_CASE("Every entry balances, with debits first and no amount below zero") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract();
        const auto calendar = anyCalendar();
        const auto schedule = measure(terms, calendar);
        for (const auto view : {JournalView::GovernmentWide, JournalView::Fund})
            for (const auto& year : schedule.years)
                for (const auto& entry : journal(view, terms, schedule, year.year, calendar)) {
                    Money debits, credits;
                    for (const auto& line : entry.lines) {
                        RC_ASSERT(!line.debit.isNegative() && !line.credit.isNegative());
                        RC_ASSERT(line.debit.isZero() != line.credit.isZero());
                        RC_ASSERT(line.debit.isZero() || credits.isZero());
                        debits += line.debit;
                        credits += line.credit;
                    }
                    RC_ASSERT(debits == credits);
                    RC_ASSERT(calendar.yearOf(entry.date) == year.year);
                }
    }));
}

TEST_CASE("The accounts have the balances of the schedule at the end of every year") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract();
        const auto calendar = anyCalendar();
        const auto schedule = measure(terms, calendar);
        Balances balances;
        Money expense, gain;
        for (const auto& year : schedule.years) {
            balances += journal(JournalView::GovernmentWide, terms, schedule, year.year, calendar);
            expense += year.interestExpense;
            gain += year.gain;
            RC_ASSERT(-balances[JournalAccount::Liability] == year.liabilityEnd);
            RC_ASSERT(-balances[JournalAccount::AccruedInterest] == year.accruedInterestEnd);
            RC_ASSERT(balances[JournalAccount::Asset] + balances[JournalAccount::AccumulatedAmortization] == year.assetEnd);
            RC_ASSERT(balances[JournalAccount::InterestExpense] == expense);
            RC_ASSERT(-balances[JournalAccount::Gain] == gain);
            if (&year != &schedule.years.back()) RC_ASSERT(-balances[JournalAccount::AccumulatedAmortization] == year.accumulatedEnd);
        }
    }));
}

TEST_CASE("In the fund, expenditures less financing sources are the cash, every year") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract();
        const auto calendar = anyCalendar();
        const auto schedule = measure(terms, calendar);
        Balances balances;
        for (const auto& year : schedule.years) {
            balances += journal(JournalView::Fund, terms, schedule, year.year, calendar);
            const Money spent = balances[JournalAccount::CapitalOutlay] + balances[JournalAccount::DebtServicePrincipal] +
                                balances[JournalAccount::DebtServiceInterest] + balances[JournalAccount::FinancingSource];
            RC_ASSERT(spent == -balances[JournalAccount::Cash] - balances[JournalAccount::Prepaid]);
        }
        Money payments = terms.directCosts - terms.incentives;
        for (const auto& row : schedule.rows) payments += row.payment;
        RC_ASSERT(-balances[JournalAccount::Cash] == payments);
    }));
}
