// SPDX-License-Identifier: Apache-2.0
#pragma once

// What leases, subscriptions and financed purchases share in the books: how a contract is treated, and how its schedule is
// posted in both views.

#include <functional>

#include "../book_rule.hpp"
#include "tco/finance/lease_term.hpp"

namespace tco {

/// Whole months from one day to another; the day of the month may be cut off at the end of a short month.
int monthsBetween(Date from, Date to);

/// The payments of a contract that fall into its term, as finance measures them, and whether they are in advance.
std::vector<finance::ContractPayment> contractPayments(const std::vector<const BookedCost*>& costs, Date start, int termMonths, PaymentTiming timing);

/// A contract that changes while it runs.
struct ContractInTime {
    const ContractChanges& changes;
    int longestTerm; ///< months from commencement that it can have
    /// Its payments from commencement on, as they are known at the end of a day, within so many months.
    std::function<std::vector<finance::ContractPayment>(Date day, int termMonths)> payments;
    /// How long its asset is written off when the term is so long; blank = over the term.
    std::function<std::optional<int>(int termMonths)> amortizationMonths = [](int) { return std::optional<int>(); };
};
/// Tells finance what changes within the term. The terms are those at commencement.
void addEvents(finance::ContractTerms& terms, const ContractInTime& contract);

/// Term and treatment as the rules or the person say.
struct BookTreatment {
    Treatment treatment = Treatment::Expense; ///< never ByTheRules
    int termMonths = 0;
    std::string reason;
};
BookTreatment treatmentOf(const ContractAccounting& accounting, finance::ContractOptions options, Treatment byTheRules);

/// The rate of the liability; zero, with a finding, when none is known.
Rate bookRateOf(const ContractAccounting& accounting, const std::optional<Rate>& ofContract, const Assumptions& assumptions, const std::string& name,
                Books& books);

/// The balances of a contract.
struct ContractBalances {
    Balance asset, liability;
    Element bought;          ///< element of the capital outlay in the funds
    bool isAmortized = true; ///< else what becomes of the asset after commencement is posted elsewhere
};

/// Posts what an event does to an asset, and the gain or loss that is left of the change of its liability.
void bookChange(BookWriter& writer, const finance::ContractChange& change, Balance asset, Money assetChange);

/// Posts a measured contract in both views: outlay and proceeds, principal and interest; liability, accrued interest, what
/// changes, and, where it says so, amortization. Adds it to the contracts of the books.
void bookContract(BookWriter& writer, BookedContract contract, const ContractBalances& balances);

} // namespace tco
