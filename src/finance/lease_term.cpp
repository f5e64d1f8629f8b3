// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/lease_term.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco::finance {
namespace {

constexpr int longestShortTerm = 12;

std::string monthsIn(int months) { return counted(months, "month"); }

std::string_view wordFor(Party who) { return who == Party::Lessee ? "the lessee" : who == Party::Lessor ? "the lessor" : "either party"; }

int endOf(const CancellationRight& right) { return right.afterMonths + right.noticeMonths; }

/// When this party alone can first be out of the contract.
std::optional<int> firstExit(const ContractOptions& options, Party who) {
    std::optional<int> exit;
    for (const auto& right : options.cancellations)
        if (right.who == who || right.who == Party::Both) exit = std::min(exit.value_or(endOf(right)), endOf(right));
    return exit;
}

class TermFinder {
  public:
    explicit TermFinder(const ContractOptions& options) : m_options(options) {}

    AccountingTerm find() {
        m_term.months = m_term.maximumMonths = m_options.baseMonths;
        say(fmt::format("The base term is {}.", monthsIn(m_options.baseMonths)));
        extend();
        cutWhereBothCanLeave();
        for (const auto& right : m_options.cancellations) weigh(right);
        weighFundingClause();
        m_term.isShortTerm = m_term.maximumMonths <= longestShortTerm;
        say(fmt::format("The longest possible term is {}, {}.", monthsIn(m_term.maximumMonths),
                        m_term.isShortTerm ? "so the contract is short-term" : "more than 12 months, so the contract is not short-term"));
        return std::move(m_term);
    }

  private:
    void say(std::string reason) { m_term.reasons.push_back(std::move(reason)); }

    void extend() {
        bool certain = true; // an option after one that is not certain cannot be certain itself
        for (const auto& option : m_options.extensions) {
            if (option.who == Party::Both) {
                say(fmt::format("An extension by {} that both parties must agree to does not count.", monthsIn(option.months)));
                return;
            }
            certain = certain && option.certain;
            m_term.maximumMonths += option.months;
            if (certain) m_term.months += option.months;
            say(certain ? fmt::format("{} is reasonably certain to extend by {}, so they count.", sentenceStart(option.who), monthsIn(option.months))
                        : fmt::format("{} may extend by {}; that is not reasonably certain and counts for the longest possible term only.",
                                      sentenceStart(option.who), monthsIn(option.months)));
        }
    }
    static std::string_view sentenceStart(Party who) { return who == Party::Lessee ? "The lessee" : "The lessor"; }

    /// What both parties can cancel is no part of the contract, however likely it is.
    void cutWhereBothCanLeave() {
        const auto lessee = firstExit(m_options, Party::Lessee), lessor = firstExit(m_options, Party::Lessor);
        if (!lessee || !lessor) return;
        const int end = std::max(*lessee, *lessor);
        if (end >= m_term.maximumMonths) return;
        m_term.maximumMonths = end;
        m_term.months = std::min(m_term.months, end);
        say(fmt::format("After {}, notice included, both parties can cancel; what follows does not count.", monthsIn(end)));
    }

    void weigh(const CancellationRight& right) {
        if (right.who == Party::Both && !right.certain) return;
        if (!right.certain) {
            say(fmt::format("That {} alone may cancel after {} does not shorten the term: it is not expected.", wordFor(right.who),
                            monthsIn(right.afterMonths)));
        } else if (endOf(right) < m_term.months) {
            m_term.months = endOf(right);
            say(fmt::format("It is reasonably certain that {} cancels, so the term ends after {}.", wordFor(right.who), monthsIn(m_term.months)));
        }
    }

    void weighFundingClause() {
        if (!m_options.fundingEndsAfter || *m_options.fundingEndsAfter >= m_term.months) return;
        m_term.months = *m_options.fundingEndsAfter;
        say(fmt::format("It is reasonably certain that no money is appropriated, so the term ends after {}.", monthsIn(m_term.months)));
    }

    const ContractOptions& m_options;
    AccountingTerm m_term;
};

} // namespace

std::string_view description(Treatment treatment) {
    switch (treatment) {
    case Treatment::ShortTerm: return "Short-term contract: payments are expenses as they come due";
    case Treatment::Lease: return "Lease (GASB 87): a right-to-use asset and a lease liability";
    case Treatment::Subscription: return "Subscription (GASB 96): a subscription asset and a subscription liability";
    case Treatment::FinancedPurchase: break;
    }
    return "Financed purchase: the equipment is owned and a long-term debt is owed";
}

AccountingTerm accountingTerm(const ContractOptions& options) { return TermFinder(options).find(); }

Treatment treatmentOf(const ContractOptions& options) {
    if (options.transfersOwnership && options.cancellations.empty()) return Treatment::FinancedPurchase;
    if (accountingTerm(options).isShortTerm) return Treatment::ShortTerm;
    return options.isSoftware ? Treatment::Subscription : Treatment::Lease;
}

} // namespace tco::finance
