// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long a contract runs for the books (GASB 87, and GASB 96 in the same way), and so whether it is a lease there at all.
// The accounting term counts what is reasonably certain, the longest possible term counts every option of one party; a
// contract is short-term when the longest possible term is at most twelve months. Sources: docs/formulas.md.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tco::finance {

enum class Party {
    Lessee, ///< the district
    Lessor, ///< or the vendor
    Both,   ///< an extension: only together; a cancellation: either one alone
};

struct ExtensionOption {
    Party who = Party::Lessee;
    int months = 0;
    bool certain = false; ///< reasonably certain to be used
};

struct CancellationRight {
    Party who = Party::Lessee;
    int afterMonths = 0; ///< from commencement: the first day on which notice can be given
    int noticeMonths = 0;
    bool certain = false; ///< reasonably certain to be used; else taken as reasonably certain not to be
};

struct ContractOptions {
    int baseMonths = 12;
    std::vector<ExtensionOption> extensions; ///< one after the other
    std::vector<CancellationRight> cancellations;
    /// Months after which the fiscal-funding clause is reasonably certain to be used; nothing, as a rule: the clause does not count.
    std::optional<int> fundingEndsAfter;
    bool transfersOwnership = false; ///< by the end of the term
    bool isSoftware = false;         ///< the right to use a vendor’s software, alone or with equipment
};

enum class Treatment { ShortTerm, Lease, Subscription, FinancedPurchase };

/// For people: “Short-term contract: payments are expenses as they come due”.
std::string_view description(Treatment treatment);

struct AccountingTerm {
    int months = 0;        ///< 0 when both parties can leave at once
    int maximumMonths = 0; ///< the longest possible term
    bool isShortTerm = false;
    std::vector<std::string> reasons; ///< one sentence each, in the order in which they count
};

AccountingTerm accountingTerm(const ContractOptions& options);

/// Ownership that passes without a right to cancel makes a financed purchase, whatever the term.
Treatment treatmentOf(const ContractOptions& options);

} // namespace tco::finance
