// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who pays for a scenario: the direct cash cost of each year, assigned to funds by the rules of the plan as far as the funds
// have money, and what is left without money. Computed on demand from a calculation. In every year, in whole cents:
// cost = E-Rate + what is assigned to funds + what has no money.

#include <optional>
#include <vector>

#include "tco/engine/calculation.hpp"

namespace tco {

enum class PaidBy { Fund, Erate, Nobody };
std::string_view key(PaidBy paidBy); ///< "fund", "erate", "nobody"

/// Part of the cost of one item in one year, by who pays it. A credit (a resale) has a negative amount.
struct FundingLine {
    FiscalYear year;
    PaidBy paidBy = PaidBy::Nobody;
    FundId fund;        ///< for PaidBy::Fund
    FundingRuleId rule; ///< that assigned it; none for the other two
    ItemRef item;
    CostCategory category = CostCategory::Devices;
    Element element = Element::Acquire;
    SiteId site;
    Money amount;
};

struct FundYear {
    FiscalYear year;
    std::optional<Money> available; ///< new money of the year; nothing = as much as is needed
    Money carriedIn;                ///< left over from the year before
    Money asked;                    ///< what the rules would take if the fund had it, credits taken off
    Money assigned;                 ///< what it pays; carriedIn + available − assigned is left
    std::optional<Money> left;      ///< never negative; nothing = as much as is needed
};

struct FundUse {
    FundId fund;
    std::vector<FundYear> years; ///< one for each plan year
    Money assigned() const;
};

/// A row of the fund table.
struct FundingYear {
    FiscalYear year;
    Money cost;      ///< direct, without E-Rate discounts
    Money erate;     ///< discounts, on the bill or reimbursed
    Money assigned;  ///< to funds
    Money uncertain; ///< of these, to funds that may fail
    Money unfunded;  ///< negative: credits that no fund takes
};

struct Funding {
    std::vector<FundingYear> years; ///< one for each plan year; empty when the plan cannot be calculated
    std::vector<FundUse> funds;     ///< those that are included, in plan order
    std::vector<FundingLine> lines; ///< by year, then item; every figure above is a sum of these
    Findings findings;              ///< none where the plan has no funds

    Money unfunded() const; ///< over the plan
};

Funding fundingOf(const Calculation& calculation);

/// What moves between capital and operating cost from one scenario to another.
struct CapitalShiftYear {
    FiscalYear year;
    Money capitalFrom, operatingFrom, capitalTo, operatingTo; ///< direct cash cost

    Money capital() const { return capitalTo - capitalFrom; }
    Money operating() const { return operatingTo - operatingFrom; }
};
/// One for each plan year. Both must be scenarios of one plan.
std::vector<CapitalShiftYear> capitalShift(const Calculation& from, const Calculation& to);

} // namespace tco
