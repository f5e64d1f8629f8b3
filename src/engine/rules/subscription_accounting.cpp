// SPDX-License-Identifier: Apache-2.0

// GASB 96: a committed subscription of more than twelve months is a subscription asset and a liability; GASB 87 where the
// agreement is for devices. What follows the commitment is another one. Agreements a year at a time are expenses.

#include <algorithm>

#include <fmt/format.h>

#include "agreements.hpp"
#include "contract_accounting.hpp"

namespace tco {
namespace {

/// By the rules: what kinds of agreements give the right to use something.
Treatment usualTreatment(AgreementKind kind) {
    switch (kind) {
    case AgreementKind::Software:
    case AgreementKind::Cloud:
    case AgreementKind::Security: return Treatment::Subscription;
    case AgreementKind::DeviceContract: return Treatment::Lease;
    default: return Treatment::Expense;
    }
}

/// The fixed payments and the set-up that belong to the term that begins on `start`.
struct TermCosts {
    Date start;
    std::vector<const BookedCost*> payments;
    Money implementation;
};

class AgreementBooks {
  public:
    AgreementBooks(const RuleContext<Decimal>& context, const Agreement& agreement, const std::vector<BookedCost>& costs, Books& books)
        : m_context(context), m_agreement(agreement), m_costs(costs), m_books(books), m_name(agreement.name) {}

    void run() {
        const auto usual = usualTreatment(m_agreement.kind);
        const bool isChosen = m_agreement.accounting.treatment != Treatment::ByTheRules;
        if (!m_agreement.commitmentMonths || m_agreement.accounting.treatment == Treatment::Expense || (!isChosen && usual == Treatment::Expense))
            return expenseFrom(0);
        const auto chosen = treatmentOf(m_agreement.accounting,
                                        {.baseMonths = *m_agreement.commitmentMonths,
                                         .extensions = {},
                                         .cancellations = {},
                                         .fundingEndsAfter = {},
                                         .transfersOwnership = false,
                                         .isSoftware = usual == Treatment::Subscription},
                                        usual);
        if (chosen.treatment == Treatment::Expense) return expenseFrom(0);
        if (!m_agreement.start)
            m_books.findings.push_back(
                {Severity::Note, "commitment_without_start", fmt::format("{}: enter its first day; the books take it to begin with the plan.", m_name), {}});
        bookTerms(chosen);
    }

  private:
    void expenseFrom(std::size_t first) {
        for (std::size_t i = first; i < m_costs.size(); ++i) bookExpense(m_costs[i], m_books, m_context.plan);
    }

    void bookTerms(const BookTreatment& chosen) {
        const Date begin = m_agreement.start.value_or(m_context.firstDay);
        const Date planEnd = m_context.lastDay.addDays(1);
        std::vector<bool> isBooked(m_costs.size(), false);
        for (int months = 0;; months += chosen.termMonths) {
            const Date start = begin.addMonths(months), next = begin.addMonths(months + chosen.termMonths);
            if (start >= planEnd || (m_agreement.end && start > *m_agreement.end)) break;
            bookTerm(chosen, start, next, months == 0, isBooked);
        }
        for (std::size_t i = 0; i < m_costs.size(); ++i)
            if (!isBooked[i]) bookExpense(m_costs[i], m_books, m_context.plan);
    }

    void bookTerm(const BookTreatment& chosen, Date start, Date next, bool isFirst, std::vector<bool>& isBooked) {
        std::vector<const BookedCost*> payments;
        std::vector<std::size_t> places;
        Money implementation;
        const bool isAdvance = m_agreement.timing == PaymentTiming::Advance;
        for (std::size_t i = 0; i < m_costs.size(); ++i) {
            const auto& cost = m_costs[i];
            const Date moment = isAdvance ? cost.posting.date : cost.posting.date.addDays(1);
            if (cost.role == BookRole::Agreement && (isAdvance ? moment >= start && moment < next : moment > start && moment <= next)) {
                payments.push_back(&cost);
                places.push_back(i);
            } else if (isFirst && cost.role == BookRole::Setup && m_agreement.setupStage == SetupStage::Implementation) {
                implementation += cost.posting.amount;
                places.push_back(i);
            }
        }
        if (payments.empty()) return;
        const int ended = m_agreement.end ? std::max(monthsBetween(start, m_agreement.end->addDays(1)), 1) : chosen.termMonths;
        const int termMonths = std::min(chosen.termMonths, ended);
        BookedContract contract{.item = {Kind::Agreement, m_agreement.id.value},
                                .name = fmt::format("{} ({})", m_name, m_context.calendar.yearOf(start).shortLabel()),
                                .treatment = chosen.treatment,
                                .reason = chosen.reason,
                                .terms = {.commencement = start,
                                          .termMonths = termMonths,
                                          .annualRate = bookRateOf(m_agreement.accounting, {}, m_context.plan.assumptions, m_name, m_books),
                                          .periodsPerYear = m_agreement.paymentsPerYear,
                                          .payments = contractPayments(payments, start, termMonths + 1, m_agreement.timing),
                                          .prepaid = {},
                                          .directCosts = implementation,
                                          .incentives = {},
                                          .amortizationMonths = {},
                                          .events = {}},
                                .schedule = {}};
        if (contract.terms.payments.size() != payments.size() || !finance::isMeasurable(contract.terms)) return;
        contract.schedule = finance::measure(contract.terms, m_context.calendar);
        for (const auto place : places) isBooked[place] = true;
        BookWriter writer(m_books, m_context.plan, "subscription_accounting", payments.front()->posting);
        const bool isLease = chosen.treatment != Treatment::Subscription;
        bookContract(writer, std::move(contract),
                     {.asset = isLease ? Balance::RightToUse : Balance::SubscriptionAsset,
                      .liability = isLease ? Balance::LeaseLiability : Balance::SubscriptionLiability,
                      .bought = Element::ContractAsset});
    }

    const RuleContext<Decimal>& m_context;
    const Agreement& m_agreement;
    const std::vector<BookedCost>& m_costs;
    Books& m_books;
    std::string m_name;
};

} // namespace

void subscriptionAccountingRule(const RuleContext<Decimal>& context, const Agreement& agreement, const std::vector<BookedCost>& costs, Books& books) {
    AgreementBooks(context, agreement, costs, books).run();
}

} // namespace tco
