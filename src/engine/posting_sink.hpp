// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where rules put costs. A rule computes in N and never rounds; the sink rounds, discounts and keeps. The
// words of a posting are only made when somebody asks: the rule hands over a callable.

#include <span>
#include <string>
#include <vector>

#include "tco/engine/posting.hpp"
#include "tco/finance/number.hpp"

namespace tco {

/// What a cost is for the books (tco/engine/books.hpp), where most are an expense when they are paid.
enum class BookRole : std::uint8_t {
    Expense,
    Equipment, ///< bought with cash
    Ancillary, ///< putting equipment into service
    LoanPrincipal,
    LoanInterest,
    Rent,
    BuyOut,
    Fee,       ///< once for a contract
    Incentive, ///< from the lessor
    Sale,
    Agreement, ///< a payment of it
    Setup,
};

/// A cost as a rule sees it. It can lie before or after the plan: each view takes what belongs to its years.
template <Number N> struct Draft {
    Date date;  ///< when it is paid
    N amount{}; ///< dollars, unrounded; cost positive
    ItemRef item;
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    bool recurring = false;
    SiteId site;
    Date from, until; ///< the days it pays for, [from, until); both the same = the day of payment
    Date origin{};    ///< when the units or the contract behind it began, for the books
    BookRole role = BookRole::Expense;
    bool direct = true;       ///< false: never in the budget
    std::optional<View> only; ///< for costs that one view sees in another way than the other
};

/// A share of a cost that is shown as something else: the service in a payment for devices, an hour of the help desk.
template <Number N> struct Part {
    N weight{}; ///< relative to the other parts
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    LabourFunction function = LabourFunction::Unassigned;
    std::string_view words; ///< for the explanation: "service in the payment"
};

/// How a cost came about: "1,240 units × $399.00", and the inputs to look at.
struct Formula {
    std::string text;
    std::vector<FieldRef> inputs;
};

template <Number N> class PostingSink {
  public:
    explicit PostingSink(bool explaining = false, bool splitting = true) : m_explaining(explaining), m_splitting(splitting) {}
    virtual ~PostingSink() = default;

    void beginRule(RuleId rule) { m_rule = rule; }
    /// Whether parts are looked at; a rule need not make them otherwise.
    bool isSplitting() const { return m_splitting; }
    /// `describe` gives the Formula. With parts, the rounded amount is divided over them without a rest.
    template <class Describe> void post(const Draft<N>& draft, std::span<const Part<N>> parts, Describe describe) {
        if (isZero(draft.amount)) return;
        if (m_explaining)
            take(draft, m_rule, parts, describe());
        else
            take(draft, m_rule, parts, Formula{});
    }
    template <class Describe> void post(const Draft<N>& draft, Describe describe) { post(draft, std::span<const Part<N>>(), describe); }

  private:
    virtual void take(const Draft<N>& draft, RuleId rule, std::span<const Part<N>> parts, Formula formula) = 0;

    bool m_explaining, m_splitting;
    RuleId m_rule{};
};

} // namespace tco
