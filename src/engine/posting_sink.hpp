// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where rules put costs. A rule computes in N and never rounds; the sink rounds, discounts and keeps. The
// words of a posting are only made when somebody asks: the rule hands over a callable.

#include <string>
#include <vector>

#include "tco/engine/posting.hpp"
#include "tco/finance/number.hpp"

namespace tco {

/// A cost as a rule sees it.
template <Number N> struct Draft {
    Date date;
    N amount{}; ///< dollars, unrounded; cost positive
    ItemRef item;
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    bool recurring = false;
    SiteId site;
};

/// How a cost came about: "1,240 units × $399.00", and the inputs to look at.
struct Formula {
    std::string text;
    std::vector<FieldRef> inputs;
};

template <Number N> class PostingSink {
  public:
    explicit PostingSink(bool explaining = false) : m_explaining(explaining) {}
    virtual ~PostingSink() = default;

    void beginRule(RuleId rule) { m_rule = rule; }
    template <class Describe> void post(const Draft<N>& draft, Describe describe) {
        if (isZero(draft.amount)) return;
        if (m_explaining)
            take(draft, m_rule, describe());
        else
            take(draft, m_rule, Formula{});
    }

  private:
    virtual void take(const Draft<N>& draft, RuleId rule, Formula formula) = 0;

    bool m_explaining;
    RuleId m_rule{};
};

} // namespace tco
