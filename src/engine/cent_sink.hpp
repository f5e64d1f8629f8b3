// SPDX-License-Identifier: Apache-2.0
#pragma once

// Costs in whole cents: each is rounded once, and its parts sum to it. What is kept of them, the ledgers and the books say.

#include "posting_sink.hpp"

namespace tco {

class CentSink : public PostingSink<Decimal> {
  public:
    CentSink(const Plan& plan, Findings& findings, bool explaining) : PostingSink<Decimal>(explaining), m_plan(plan), m_findings(findings) {}

  protected:
    /// Says that a cost is left out because it is too large.
    void complain(const Draft<Decimal>& draft, RuleId rule);

    const Plan& m_plan;

  private:
    void take(const Draft<Decimal>& draft, RuleId rule, std::span<const Part<Decimal>> parts, Formula formula) final;
    /// The posting has no year and no present value yet.
    virtual void keep(const Draft<Decimal>& draft, Posting posting, const Formula& formula) = 0;

    Findings& m_findings;
};

} // namespace tco
