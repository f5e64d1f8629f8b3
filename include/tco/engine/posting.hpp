// SPDX-License-Identifier: Apache-2.0
#pragma once

// A posting: one dated cost in whole cents, with everything a view can group by. The ledger keeps
// postings in columns. Every table, chart and total is a fold over postings; no total is stored.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tco/model/plan.hpp"

namespace tco {

/// The faces of a cost. Each has a ledger of its own, so that they never mix.
enum class View : std::uint8_t {
    Cash,           ///< what is paid, when it is paid
    Annualised,     ///< what the years use up: a price is spread over the days it serves
    Fund,           ///< the governmental funds: modified accrual, what the budget shows (books.hpp)
    GovernmentWide, ///< full accrual: depreciation, amortization and interest (books.hpp)
};

std::string_view label(LabourFunction function); ///< "Help desk" …
std::string_view key(LabourFunction function);   ///< "help_desk" …

/// Index into the registry of rules (engine/rule.hpp); names are in ruleTitle().
enum class RuleId : std::uint8_t {};
std::string_view ruleCode(RuleId rule);     ///< "purchase", "lease_payment" …, stable
std::string_view ruleTitle(RuleId rule);    ///< "Cash purchase"
RuleId ruleFromCode(std::string_view code); ///< there must be one (asserted)

struct Posting {
    Date date;
    FiscalYear year;
    Money amount;       ///< cost positive, credit negative; nominal
    Money presentValue; ///< at the first day of the plan, rounded to cents; zero in the annualised view, which is not discounted
    ItemRef item;       ///< cohort, position …
    RuleId rule{};
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    LabourFunction function = LabourFunction::Unassigned; ///< of the staff it pays
    bool direct = true;                                   ///< false: indirect (time of people outside technology, expected losses); never in the budget
    bool recurring = false;                               ///< false: one-off
    SiteId site;
};

/// Nothing set = everything.
struct PostingFilter {
    std::optional<FiscalYear> year;
    std::optional<CostCategory> category;
    std::optional<Element> element;
    std::optional<ItemRef> item;
    std::optional<SiteId> site;
    std::optional<LabourFunction> function;
    std::optional<bool> direct;
    std::optional<bool> capital;
};

struct Sum {
    Money nominal, presentValue;
    std::size_t postings = 0;
};

class CostLedger {
  public:
    void append(const Posting& posting);
    /// Copies postings [first, last) of another ledger.
    void append(const CostLedger& other, std::size_t first, std::size_t last);
    void reserve(std::size_t postings);
    std::size_t size() const { return m_amount.size(); }
    Posting at(std::size_t index) const;

    Sum sum(const PostingFilter& filter = {}) const;
    /// Indexes of the postings that match, in posting order.
    std::vector<std::size_t> find(const PostingFilter& filter) const;

    std::span<const std::int64_t> amountCents() const { return m_amount; }

  private:
    bool matches(std::size_t index, const PostingFilter& filter) const;

    std::vector<Date> m_date;
    std::vector<std::int16_t> m_year;
    std::vector<std::int64_t> m_amount, m_presentValue;
    std::vector<ItemRef> m_item;
    std::vector<RuleId> m_rule;
    std::vector<CostCategory> m_category;
    std::vector<Element> m_element;
    std::vector<LabourFunction> m_function;
    std::vector<std::uint8_t> m_direct, m_recurring;
    std::vector<SiteId> m_site;
};

} // namespace tco
