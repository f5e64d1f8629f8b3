// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the funding rules share out the cost of a plan, with all that the findings have to say something about.

#include <map>
#include <vector>

#include "tco/engine/funding.hpp"

namespace tco {

/// The cost of one item in one year, of one kind, at one site.
struct FundedLine {
    FiscalYear year;
    ItemRef item;
    CostCategory category{};
    Element element{};
    SiteId site;
    Money erate; ///< taken off
    Money net;   ///< what funds are to pay
};

struct Portion {
    std::size_t line = 0;
    FundId fund;
    FundingRuleId rule;
    Money amount;
};

/// What one rule wants from its fund in one year.
struct Claim {
    FundingRuleId rule;
    FundId fund;
    FiscalYear year;
    Money asked, given;
};

struct Assignment {
    std::vector<FundedLine> lines; ///< by year
    std::vector<Money> left;       ///< of each line
    std::vector<Portion> portions;
    std::vector<FundUse> funds;
    std::vector<Claim> claims;
    std::map<FundingRuleId, Money> mayNotPay; ///< costs that a rule names and its fund is not there for

    /// Unfunded by plan year.
    std::vector<Money> leftByYear(const Plan& plan) const;
};

/// The direct cash cost, E-Rate taken off.
std::vector<FundedLine> fundedLines(const Calculation& calculation);
/// `without`: as if this fund were not there.
Assignment assignFunds(const Plan& plan, std::vector<FundedLine> lines, FundId without = {});

Findings fundingFindings(const Plan& plan, const Assignment& assignment);

} // namespace tco
