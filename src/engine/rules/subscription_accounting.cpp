// SPDX-License-Identifier: Apache-2.0

// GASB 96: a committed subscription of more than twelve months is a subscription asset and a liability; GASB 87 where the
// agreement is for devices. What follows the commitment is another one. Agreements a year at a time are expenses.

#include <algorithm>
#include <limits>

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

class AgreementBooks {
  public:
    AgreementBooks(const RuleContext<Decimal>& context, const Agreement& agreement, const CostsInTime& costs, Books& books)
        : m_context(context), m_agreement(agreement), m_inTime(costs), m_costs(costs.costs), m_books(books), m_name(agreement.name),
          m_changes(context.changesOf(agreement)), m_begin(context.startOf(agreement)) {}

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
        const Date planEnd = m_context.lastDay.addDays(1);
        std::vector<bool> isBooked(m_costs.size(), false);
        for (int from = 0;;) {
            const Date start = m_begin.addMonths(from);
            if (start >= planEnd || (m_agreement.end && start > *m_agreement.end)) break;
            bookTerm(chosen, from, isBooked);
            from += monthsOfTerm(m_changes, m_begin, from, chosen.termMonths);
        }
        for (std::size_t i = 0; i < m_costs.size(); ++i)
            if (!isBooked[i]) bookExpense(m_costs[i], m_books, m_context.plan);
    }

    /// Whether it pays for a term of so many months that begins `from` months after the first day.
    bool paysFor(const BookedCost& cost, int from, int months) const {
        const Date start = m_begin.addMonths(from), next = m_begin.addMonths(from + months), due = cost.posting.date;
        return cost.role == BookRole::Agreement && due >= start && due < next;
    }

    /// Of a term, as they are known at the end of a day.
    std::vector<finance::ContractPayment> payments(const BookTreatment& chosen, int from, Date known) const {
        const int months = monthsOfTerm(knownOn(known, m_changes), m_begin, from, chosen.termMonths);
        std::vector<const BookedCost*> costs;
        for (const auto& cost : m_inTime.knownOn(known))
            if (paysFor(cost, from, months)) costs.push_back(&cost);
        return contractPayments(costs, m_begin.addMonths(from), months + 1, m_agreement.timing);
    }

    finance::ContractTerms termsOf(const BookTreatment& chosen, int from, Money implementation) {
        const Date start = m_begin.addMonths(from);
        const int longest = m_agreement.end ? std::max(monthsBetween(start, m_agreement.end->addDays(1)), 1) : std::numeric_limits<int>::max();
        ContractChanges within;
        const Date next = m_begin.addMonths(from + monthsOfTerm(m_changes, m_begin, from, chosen.termMonths));
        std::ranges::copy_if(m_changes, std::back_inserter(within), [&](const auto* change) { return start < change->date && change->date < next; });
        const ContractInTime inTime{.changes = within, .longestTerm = longest, .payments = [&](Date day, int) { return payments(chosen, from, day); }};
        finance::ContractTerms terms{.commencement = start,
                                     .termMonths = std::min(chosen.termMonths, longest),
                                     .annualRate = bookRateOf(m_agreement.accounting, {}, m_context.plan.assumptions, m_name, m_books),
                                     .periodsPerYear = m_agreement.paymentsPerYear,
                                     .payments = payments(chosen, from, start),
                                     .directCosts = implementation};
        addEvents(terms, inTime);
        return terms;
    }

    void bookTerm(const BookTreatment& chosen, int from, std::vector<bool>& isBooked) {
        const int months = monthsOfTerm(m_changes, m_begin, from, chosen.termMonths);
        std::vector<std::size_t> places;
        Money paid, implementation;
        for (std::size_t i = 0; i < m_costs.size(); ++i) {
            if (paysFor(m_costs[i], from, months)) {
                paid += m_costs[i].posting.amount;
                places.push_back(i);
            } else if (from == 0 && m_costs[i].role == BookRole::Setup && m_agreement.setupStage == SetupStage::Implementation) {
                implementation += m_costs[i].posting.amount;
                places.push_back(i);
            }
        }
        if (paid.isZero()) return;
        const Date start = m_begin.addMonths(from);
        BookedContract contract{.item = {Kind::Agreement, m_agreement.id.value},
                                .name = fmt::format("{} ({})", m_name, m_context.calendar.yearOf(start).shortLabel()),
                                .treatment = chosen.treatment,
                                .reason = chosen.reason,
                                .terms = termsOf(chosen, from, implementation),
                                .schedule = {}};
        if (!finance::isMeasurable(contract.terms)) return;
        contract.schedule = finance::measure(contract.terms, m_context.calendar);
        for (const auto& row : contract.schedule.rows) paid -= row.payment;
        if (!paid.isZero()) return; // some fall after it
        for (const auto place : places) isBooked[place] = true;
        BookWriter writer(m_books, m_context.plan, "subscription_accounting", m_costs[places.front()].posting);
        const bool isLease = chosen.treatment != Treatment::Subscription;
        bookContract(writer, std::move(contract),
                     {.asset = isLease ? Balance::RightToUse : Balance::SubscriptionAsset,
                      .liability = isLease ? Balance::LeaseLiability : Balance::SubscriptionLiability,
                      .bought = Element::ContractAsset});
    }

    const RuleContext<Decimal>& m_context;
    const Agreement& m_agreement;
    const CostsInTime& m_inTime;
    const std::vector<BookedCost>& m_costs;
    Books& m_books;
    std::string m_name;
    ContractChanges m_changes;
    Date m_begin; ///< of the first term
};

} // namespace

void subscriptionAccountingRule(const RuleContext<Decimal>& context, const Agreement& agreement, const CostsInTime& costs, Books& books) {
    AgreementBooks(context, agreement, costs, books).run();
}

} // namespace tco
