// SPDX-License-Identifier: Apache-2.0
#pragma once

// One scenario as the district’s books show it: the governmental fund view (modified accrual) and the government-wide view
// (full accrual) beside cash. Only direct cost is in the books. Computed on demand from a calculation; every posting carries
// its words. The views are tied together: see reconciliationOf().

#include <string>
#include <vector>

#include "tco/engine/calculation.hpp"
#include "tco/finance/lease_accounting.hpp"

namespace tco {

/// What the district owns and owes because of its technology.
enum class Balance { CapitalAsset, RightToUse, SubscriptionAsset, LeaseLiability, SubscriptionLiability, FinancedLiability, AccruedInterest };
inline constexpr std::size_t balanceCount = 7;
std::string_view label(Balance balance); ///< "Capital assets", "Lease liability" …
std::string_view key(Balance balance);   ///< "capital_assets" … for --json
bool isAsset(Balance balance);

/// A change of a balance; an increase is positive, for assets and for liabilities.
struct BalanceMovement {
    Date date;
    FiscalYear year;
    ItemRef item;
    Balance balance{};
    Money amount;
};

struct Book {
    CostLedger ledger;
    std::vector<std::string> words; ///< one for each posting: how it came about
};

/// A contract that has an asset and a liability in the books; its schedule reaches to its end, also beyond the plan.
struct BookedContract {
    ItemRef item; ///< cohort or agreement
    std::string name;
    Treatment treatment{}; ///< Lease, Subscription or FinancedPurchase
    std::string reason;    ///< why it is treated so, in sentences
    finance::ContractTerms terms;
    finance::ContractSchedule schedule;
};

struct Books {
    Book fund, governmentWide;
    std::vector<BalanceMovement> movements; ///< of all years up to the end of the plan; those before its first year make the opening balances
    std::vector<BookedContract> contracts;  ///< in plan order
    Findings findings;

    const Book& in(View view) const { return view == View::Fund ? fund : governmentWide; }
};

/// Without words, a cost as it is paid has blank ones: those of a large district take more memory than all the rest.
Books booksOf(const Calculation& calculation, bool withWords = true);

/// How the views of one year tie together: cash = fund expenditure − proceeds = government-wide cost + change of assets − change of
/// liabilities and accruals, exactly.
struct ReconciliationYear {
    FiscalYear year;
    Money cash; ///< direct
    Money expenditure, proceeds;
    Money governmentWide;
    std::array<Money, balanceCount> opening{}, change{};

    Money closing(Balance balance) const { return opening[std::size_t(balance)] + change[std::size_t(balance)]; }
    Money changeOfAssets() const;
    Money changeOfLiabilities() const; ///< accrued interest included
};
/// One for each plan year.
std::vector<ReconciliationYear> reconciliationOf(const Calculation& calculation, const Books& books);

} // namespace tco
