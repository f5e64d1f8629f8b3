// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/funding.hpp"

#include <algorithm>

#include "funding_assignment.hpp"

namespace tco {
namespace {

FundingLine lineOf(const FundedLine& line, PaidBy paidBy, Money amount) {
    return {line.year, paidBy, {}, {}, line.item, line.category, line.element, line.site, amount};
}

std::vector<FundingLine> linesOf(const Assignment& assignment) {
    std::vector<FundingLine> lines;
    std::size_t portion = 0;
    auto portions = assignment.portions;
    std::ranges::stable_sort(portions, {}, &Portion::line);
    for (std::size_t i = 0; i < assignment.lines.size(); ++i) {
        const auto& line = assignment.lines[i];
        if (!line.erate.isZero()) lines.push_back(lineOf(line, PaidBy::Erate, line.erate));
        for (; portion < portions.size() && portions[portion].line == i; ++portion) {
            lines.push_back(lineOf(line, PaidBy::Fund, portions[portion].amount));
            lines.back().fund = portions[portion].fund;
            lines.back().rule = portions[portion].rule;
        }
        if (!assignment.left[i].isZero()) lines.push_back(lineOf(line, PaidBy::Nobody, assignment.left[i]));
    }
    return lines;
}

void add(const Plan& plan, const FundingLine& line, FundingYear& year) {
    year.cost += line.amount;
    switch (line.paidBy) {
    case PaidBy::Erate: year.erate += line.amount; return;
    case PaidBy::Nobody: year.unfunded += line.amount; return;
    case PaidBy::Fund:
        year.assigned += line.amount;
        if (findById(plan.funds, line.fund)->certainty == FundCertainty::Uncertain) year.uncertain += line.amount;
    }
}

} // namespace

std::string_view key(PaidBy paidBy) {
    constexpr std::string_view keys[] = {"fund", "erate", "nobody"};
    return keys[std::size_t(paidBy)];
}

Money FundUse::assigned() const {
    Money sum;
    for (const auto& year : years) sum += year.assigned;
    return sum;
}

Money Funding::unfunded() const {
    Money sum;
    for (const auto& year : years) sum += year.unfunded;
    return sum;
}

Funding fundingOf(const Calculation& calculation) {
    Funding funding;
    const Plan& plan = *calculation.plan;
    if (calculation.counts.empty()) return funding;
    auto assignment = assignFunds(plan, fundedLines(calculation));
    funding.lines = linesOf(assignment);
    for (const auto& counts : calculation.counts) funding.years.push_back({counts.year, {}, {}, {}, {}, {}});
    for (const auto& line : funding.lines) add(plan, line, funding.years[std::size_t(line.year - plan.firstYear())]);
    funding.findings = fundingFindings(plan, assignment);
    funding.funds = std::move(assignment.funds);
    return funding;
}

std::vector<CapitalShiftYear> capitalShift(const Calculation& from, const Calculation& to) {
    const auto before = figuresOf(from), after = figuresOf(to);
    std::vector<CapitalShiftYear> years;
    for (std::size_t i = 0; i < before.years.size() && i < after.years.size(); ++i)
        years.push_back({before.years[i].year, before.years[i].capital, before.years[i].operating, after.years[i].capital, after.years[i].operating});
    return years;
}

} // namespace tco
