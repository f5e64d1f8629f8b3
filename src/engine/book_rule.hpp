// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules of the books: they see the costs that the rules of an item made, over its whole life, and post what the governmental fund
// and the government-wide view show of them. The law for each: over its life both views sum to the cash.

#include <string>
#include <vector>

#include "rule.hpp"
#include "tco/engine/books.hpp"

namespace tco {

/// A cost of an item, whether or not it is paid in a year of the plan.
struct BookedCost {
    Posting posting; ///< without year and present value
    BookRole role = BookRole::Expense;
    Date origin; ///< when the units or the contract behind it began
    std::string words;
};

/// What an item costs, and what it was to cost before something changed in its contract.
struct CostsInTime {
    /// As it stood before a day.
    struct Before {
        Date day;
        std::vector<BookedCost> costs;
    };
    std::vector<BookedCost> costs; ///< in the end
    std::vector<Before> before;    ///< in the order of the days on which something changes

    /// As they are known at the end of a day.
    const std::vector<BookedCost>& knownOn(Date day) const {
        const auto next = std::ranges::find_if(before, [day](const Before& each) { return day < each.day; });
        return next == before.end() ? costs : next->costs;
    }
};

/// Writes what one rule says of one item.
class BookWriter {
  public:
    /// `like` lends item, category and site.
    BookWriter(Books& books, const Plan& plan, std::string_view ruleCode, const Posting& like);

    struct Line {
        Date date;
        Money amount;
        Element element{};
        std::string words;
        bool recurring = false;
    };
    void fund(const Line& line) { write(m_books.fund, line); }
    void governmentWide(const Line& line) { write(m_books.governmentWide, line); }
    void both(const Line& line) {
        fund(line);
        governmentWide(line);
    }
    void move(Date date, Balance balance, Money amount);

    Books& books() { return m_books; }
    const Plan& plan() const { return m_plan; }
    const FiscalCalendar& calendar() const { return m_calendar; }
    ItemRef item() const { return m_like.item; }

  private:
    void write(Book& book, const Line& line) const;

    Books& m_books;
    const Plan& m_plan;
    FiscalCalendar m_calendar;
    Date m_firstDay, m_end; ///< of the plan: [first day, end)
    Posting m_like;
};

/// What the rules say of units of one generation: costs of other roles than Expense.
struct GenerationCosts : CostsInTime {
    GenerationCosts(const CohortLife& ofLife, const Generation& ofGeneration, CostsInTime inTime)
        : CostsInTime(std::move(inTime)), life(ofLife), generation(ofGeneration) {}

    const CohortLife& life;
    const Generation& generation;

    /// The first one lends item, category and site.
    const Posting& like() const { return costs.front().posting; }
    Money sum(BookRole role) const;
    /// As an expense when it is paid.
    void expense(BookRole role, Books& books, const Plan& plan) const;
};

/// Posts a cost as an expense of the day it is paid, in both views.
void bookExpense(const BookedCost& cost, Books& books, const Plan& plan, std::optional<Element> as = {});

// --- rules/ -------------------------------------------------------------------------------------------

/// Units bought with cash.
void capitalAssetRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books);
/// Units of a financed purchase.
void loanAccountingRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books);
/// Units on rent.
void leaseAccountingRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books);
/// One agreement with all its payments.
void subscriptionAccountingRule(const RuleContext<Decimal>& context, const Agreement& agreement, const CostsInTime& costs, Books& books);

} // namespace tco
