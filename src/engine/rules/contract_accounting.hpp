// SPDX-License-Identifier: Apache-2.0
#pragma once

// What leases, subscriptions and financed purchases share in the books: how a contract is treated, and how its schedule is
// posted in both views.

#include "../book_rule.hpp"
#include "tco/finance/lease_term.hpp"

namespace tco {

/// Whole months from one day to another; the day of the month may be cut off at the end of a short month.
int monthsBetween(Date from, Date to);

/// The payments of a contract that fall into its term, as finance measures them, and whether they are in advance.
std::vector<finance::ContractPayment> contractPayments(const std::vector<const BookedCost*>& costs, Date start, int termMonths, PaymentTiming timing);

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
    bool isAmortized = true; ///< else the asset side is posted elsewhere
};

/// Posts a measured contract in both views: outlay and proceeds, principal and interest; liability, accrued interest and, where
/// it says so, amortization. Adds it to the contracts of the books.
void bookContract(BookWriter& writer, BookedContract contract, const ContractBalances& balances);

} // namespace tco
