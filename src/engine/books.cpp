// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/books.hpp"

#include <algorithm>
#include <map>

#include "book_rule.hpp"
#include "cent_sink.hpp"

namespace tco {
namespace {

constexpr Choice balanceTexts[] = {
    {"capital_assets", "Capital assets"},    {"right_to_use_assets", "Right-to-use assets"},       {"subscription_assets", "Subscription assets"},
    {"lease_liability", "Lease liability"},  {"subscription_liability", "Subscription liability"}, {"financed_liability", "Debt of financed purchases"},
    {"accrued_interest", "Accrued interest"}};
static_assert(std::size(balanceTexts) == balanceCount);

/// Keeps the direct costs of one item.
class CollectingSink final : public CentSink {
  public:
    CollectingSink(const Plan& plan, Findings& findings, bool withWords) : CentSink(plan, findings, withWords) {}
    std::vector<BookedCost> costs;

  private:
    void keep(const Draft<Decimal>& draft, Posting posting, const Formula& formula) override {
        if (!draft.direct || draft.only == View::Annualised) return;
        // A part that is something else than the contract: service and licenses in a payment.
        const auto role = posting.element == draft.element ? draft.role : BookRole::Expense;
        costs.push_back({posting, role, draft.origin, formula.text});
    }
};

/// The rent of one generation as it stood before each day on which something changes in its contract.
std::vector<CostsInTime::Before> rentBefore(const RuleContext<Decimal>& context, const CohortLife& life, const Generation& generation) {
    std::vector<CostsInTime::Before> before;
    for (const auto* change : generation.changes) {
        if (!before.empty() && before.back().day == change->date) continue;
        CohortLife then = life;
        then.generations = {generation};
        then.generations.front().changes = knownOn(change->date.addDays(-1), generation.changes);
        Findings alreadyTold;
        CollectingSink sink(context.plan, alreadyTold, true);
        for (const auto rule : {leasePaymentRule<Decimal>, leaseRenewalRule<Decimal>, leaseBuyOutRule<Decimal>}) rule(context, then, sink);
        before.push_back({change->date, std::move(sink.costs)});
    }
    return before;
}

/// The same for the payments of an agreement.
std::vector<CostsInTime::Before> paymentsBefore(RuleContext<Decimal>& context, const Agreement& agreement) {
    std::vector<CostsInTime::Before> before;
    for (const auto* change : context.changesOf(agreement)) {
        if (!before.empty() && before.back().day == change->date) continue;
        Findings alreadyTold;
        CollectingSink sink(context.plan, alreadyTold, true);
        context.knownUntil = change->date.addDays(-1);
        agreementRule(context, agreement, sink);
        before.push_back({change->date, std::move(sink.costs)});
    }
    context.knownUntil.reset();
    return before;
}

void bookFleet(const RuleContext<Decimal>& context, const CohortLife& life, std::vector<BookedCost> costs, Books& books) {
    std::map<Date, std::vector<BookedCost>> byOrigin;
    for (auto& cost : costs)
        if (cost.role == BookRole::Expense)
            bookExpense(cost, books, context.plan);
        else
            byOrigin[cost.origin].push_back(std::move(cost));
    for (auto& [origin, ofGeneration] : byOrigin) {
        const auto generation = std::ranges::find(life.generations, origin, &Generation::start);
        const GenerationCosts units(life, *generation, {std::move(ofGeneration), rentBefore(context, life, *generation)});
        if (!generation->lease)
            capitalAssetRule(context, units, books);
        else if (generation->lease->contract == LeaseContract::FinancedPurchase)
            loanAccountingRule(context, units, books);
        else
            leaseAccountingRule(context, units, books);
    }
}

} // namespace

std::string_view label(Balance balance) { return balanceTexts[std::size_t(balance)].label; }
std::string_view key(Balance balance) { return balanceTexts[std::size_t(balance)].key; }
bool isAsset(Balance balance) { return balance == Balance::CapitalAsset || balance == Balance::RightToUse || balance == Balance::SubscriptionAsset; }

BookWriter::BookWriter(Books& books, const Plan& plan, std::string_view ruleCode, const Posting& like)
    : m_books(books), m_plan(plan), m_calendar(plan.calendar()), m_firstDay(plan.firstDay()), m_end(m_calendar.firstDay(plan.lastYear() + 1)), m_like(like) {
    m_like.rule = ruleFromCode(ruleCode);
}

void BookWriter::write(Book& book, const Line& line) const {
    if (line.amount.isZero() || line.date < m_firstDay || line.date >= m_end) return;
    Posting posting = m_like;
    posting.date = line.date;
    posting.year = m_calendar.yearOf(line.date);
    posting.amount = line.amount;
    posting.presentValue = {};
    posting.element = line.element;
    posting.recurring = line.recurring;
    book.ledger.append(posting);
    book.words.push_back(line.words);
}

void BookWriter::move(Date date, Balance balance, Money amount) {
    if (amount.isZero() || date >= m_end) return;
    m_books.movements.push_back({date, m_calendar.yearOf(date), m_like.item, balance, amount});
}

Money GenerationCosts::sum(BookRole role) const {
    Money total;
    for (const auto& cost : costs)
        if (cost.role == role) total += cost.posting.amount;
    return total;
}

void GenerationCosts::expense(BookRole role, Books& books, const Plan& plan) const {
    for (const auto& cost : costs)
        if (cost.role == role) bookExpense(cost, books, plan);
}

void bookExpense(const BookedCost& cost, Books& books, const Plan& plan, std::optional<Element> as) {
    BookWriter(books, plan, ruleCode(cost.posting.rule), cost.posting)
        .both({cost.posting.date, cost.posting.amount, as.value_or(cost.posting.element), cost.words, cost.posting.recurring});
}

Books booksOf(const Calculation& calculation, bool withWords) {
    Books books;
    if (calculation.counts.empty()) return books; // it cannot be calculated, and validate() says why
    RuleContext<Decimal> context(*calculation.plan);
    context.wholeContracts = true;
    for (auto* book : {&books.fund, &books.governmentWide}) { // both have about as many postings; growing step by step would take far more memory
        book->ledger.reserve(calculation.ledger.size());
        book->words.reserve(calculation.ledger.size());
    }
    Findings alreadyTold;
    for (const Kind kind : costlyKinds)
        for (std::size_t index = 0; index < itemCount(context.plan, kind); ++index) {
            CollectingSink sink(context.plan, alreadyTold, withWords);
            if (kind == Kind::Cohort) {
                for (const auto& life : context.livesOf(index)) {
                    applyFleetRules(context, life, sink);
                    bookFleet(context, life, std::exchange(sink.costs, {}), books);
                }
                continue;
            }
            applyRules(context, kind, index, sink);
            if (kind == Kind::Agreement && !sink.costs.empty()) {
                const auto& agreement = context.plan.agreements[index];
                subscriptionAccountingRule(context, agreement, {std::move(sink.costs), paymentsBefore(context, agreement)}, books);
            } else
                for (const auto& cost : sink.costs) bookExpense(cost, books, context.plan);
        }
    return books;
}

} // namespace tco
