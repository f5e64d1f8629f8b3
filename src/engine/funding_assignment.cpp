// SPDX-License-Identifier: Apache-2.0
#include "funding_assignment.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "tco/money/allocate.hpp"

namespace tco {
namespace {

/// Parts of `amount`, at most the amounts themselves and in proportion to them; all of them where it is enough.
std::vector<Money> shareOut(Money amount, const std::vector<Money>& wanted) {
    Money sum;
    for (const auto each : wanted) sum += each;
    if (amount >= sum) return wanted;
    std::vector<Decimal> weights;
    for (const auto each : wanted) weights.emplace_back(each.cents());
    return allocate(amount, weights);
}

bool isDiscount(Element element) { return element == Element::EquipmentDiscount || element == Element::ServiceDiscount; }

/// Takes one discount off costs of the same item, year and site, as far as they reach.
void takeOff(FundedLine& discount, std::span<FundedLine> group, bool sameUse) {
    std::vector<FundedLine*> costs;
    std::vector<Money> amounts;
    for (auto& cost : group)
        if (cost.net > Money() && (isCapital(cost.element) == isCapital(discount.element)) == sameUse) {
            costs.push_back(&cost);
            amounts.push_back(cost.net);
        }
    if (costs.empty() || discount.net >= Money()) return;
    const auto parts = shareOut(-discount.net, amounts);
    for (std::size_t i = 0; i < costs.size(); ++i) {
        costs[i]->net -= parts[i];
        costs[i]->erate += parts[i];
        discount.net += parts[i];
        discount.erate -= parts[i];
    }
}

/// E-Rate lowers the costs of its item and site: those of its own use first, then the others. What is more than they are (a
/// share paid back in a later year) stays as a credit.
void takeOffErate(std::vector<FundedLine>& lines) {
    const auto group = [](const FundedLine& line) { return std::tuple(line.year, line.item, line.category, line.site); };
    for (std::size_t first = 0, last = 0; first < lines.size(); first = last) {
        while (last < lines.size() && group(lines[last]) == group(lines[first])) ++last;
        const auto together = std::span(lines).subspan(first, last - first);
        for (auto& discount : together) {
            if (!isDiscount(discount.element)) continue;
            discount.erate = -discount.net;
            takeOff(discount, together, true);
            takeOff(discount, together, false);
        }
    }
}

bool names(const FundingRule& rule, ItemRef item) {
    if (!rule.cohort && !rule.agreement && !rule.position) return true;
    return (rule.cohort && item == ItemRef{Kind::Cohort, rule.cohort.value}) || (rule.agreement && item == ItemRef{Kind::Agreement, rule.agreement.value}) ||
           (rule.position && item == ItemRef{Kind::Position, rule.position.value});
}

bool matches(const FundingRule& rule, const FundedLine& line) {
    return rule.scope.covers(line.category, line.element) && (!rule.site || rule.site == line.site) && names(rule, line.item);
}

bool isThere(const Fund& fund, FiscalYear year) { return year.value >= fund.firstYear && (!fund.lastYear || year.value <= *fund.lastYear); }

std::optional<Money> newMoney(const Fund& fund, FiscalYear year) {
    if (!isThere(fund, year)) return Money();
    if (fund.amounts.empty()) return std::nullopt;
    return fund.amounts.at(std::size_t(year.value - fund.firstYear));
}

class Assigner {
  public:
    Assigner(const Plan& plan, std::vector<FundedLine> lines, FundId without) : m_plan(plan) {
        m_result.lines = std::move(lines);
        for (const auto& line : m_result.lines) m_result.left.push_back(line.net);
        for (const auto& fund : plan.funds)
            if (fund.included == Included::Yes && fund.id != without) m_result.funds.push_back({fund.id, {}});
        for (const auto& rule : plan.fundingRules)
            if (rule.included == Included::Yes && useOf(rule.fund)) m_rules.push_back(&rule);
        std::ranges::stable_sort(m_rules, {}, [](const auto* rule) { return std::tuple(rule->rank, rule->id); });
    }

    Assignment run() {
        for (auto year = m_plan.firstYear(); year <= m_plan.lastYear(); year = year + 1) {
            openYear(year);
            for (const auto* rule : m_rules) takeCredits(*rule);
            for (const auto* rule : m_rules) payCosts(*rule, year);
        }
        return std::move(m_result);
    }

  private:
    FundUse* useOf(FundId fund) {
        const auto found = std::ranges::find(m_result.funds, fund, &FundUse::fund);
        return found == m_result.funds.end() ? nullptr : &*found;
    }

    void openYear(FiscalYear year) {
        for (auto& use : m_result.funds) {
            const auto& fund = *findById(m_plan.funds, use.fund);
            FundYear now{year, newMoney(fund, year), {}, {}, {}, {}};
            if (!use.years.empty() && fund.carriesOver == YesNo::Yes && isThere(fund, year)) now.carriedIn = use.years.back().left.value_or(Money());
            if (now.available) now.left = now.carriedIn + *now.available;
            use.years.push_back(now);
        }
        const auto& lines = m_result.lines;
        m_first = std::size_t(std::ranges::lower_bound(lines, year, {}, &FundedLine::year) - lines.begin());
        m_last = std::size_t(std::ranges::upper_bound(lines, year, {}, &FundedLine::year) - lines.begin());
    }

    /// Whether the fund of a rule may pay for a line that the rule names; notes costs that it may not pay.
    bool mayPay(const FundingRule& rule, std::size_t line) {
        const auto& fund = *findById(m_plan.funds, rule.fund);
        const auto& cost = m_result.lines[line];
        if (!matches(rule, cost) || !isThere(fund, cost.year)) return false;
        if (fund.scope.covers(cost.category, cost.element)) return true;
        m_result.mayNotPay[rule.id] += std::max(Money(), m_result.left[line]);
        return false;
    }

    void give(const FundingRule& rule, std::size_t line, Money amount) {
        if (amount.isZero()) return;
        auto& now = useOf(rule.fund)->years.back();
        now.assigned += amount;
        if (now.left) *now.left -= amount;
        m_result.left[line] -= amount;
        m_result.portions.push_back({line, rule.fund, rule.id, amount});
    }

    /// Credits go back to the fund of the first rule that fits.
    void takeCredits(const FundingRule& rule) {
        for (std::size_t line = m_first; line < m_last; ++line)
            if (m_result.left[line].isNegative() && mayPay(rule, line)) {
                useOf(rule.fund)->years.back().asked += m_result.left[line];
                give(rule, line, m_result.left[line]);
            }
    }

    void payCosts(const FundingRule& rule, FiscalYear year) {
        std::vector<std::size_t> lines;
        std::vector<Money> wanted;
        Money asked;
        for (std::size_t line = m_first; line < m_last; ++line) {
            if (m_result.left[line] <= Money() || !mayPay(rule, line)) continue;
            const auto all = m_result.left[line];
            const auto part = rule.share ? std::min(all, all.scaled(rule.share->fraction()).value_or(all)) : all;
            if (part <= Money()) continue;
            lines.push_back(line);
            wanted.push_back(part);
            asked += part;
        }
        if (lines.empty()) return;
        auto& now = useOf(rule.fund)->years.back();
        now.asked += asked;
        const auto parts = now.left ? shareOut(std::max(Money(), *now.left), wanted) : wanted;
        Money given;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            give(rule, lines[i], parts[i]);
            given += parts[i];
        }
        m_result.claims.push_back({rule.id, rule.fund, year, asked, given});
    }

    const Plan& m_plan;
    Assignment m_result;
    std::vector<const FundingRule*> m_rules;
    std::size_t m_first = 0, m_last = 0; ///< lines of the year
};

} // namespace

std::vector<Money> Assignment::leftByYear(const Plan& plan) const {
    std::vector<Money> sums(std::size_t(plan.district.horizon));
    for (std::size_t i = 0; i < lines.size(); ++i) sums[std::size_t(lines[i].year - plan.firstYear())] += left[i];
    return sums;
}

std::vector<FundedLine> fundedLines(const Calculation& calculation) {
    std::map<std::tuple<FiscalYear, ItemRef, CostCategory, SiteId, Element>, Money> sums;
    for (std::size_t i = 0; i < calculation.ledger.size(); ++i)
        if (const auto posting = calculation.ledger.at(i); posting.direct)
            sums[{posting.year, posting.item, posting.category, posting.site, posting.element}] += posting.amount;
    std::vector<FundedLine> lines;
    for (const auto& [key, amount] : sums) {
        const auto& [year, item, category, site, element] = key;
        lines.push_back({year, item, category, element, site, {}, amount});
    }
    takeOffErate(lines);
    return lines;
}

Assignment assignFunds(const Plan& plan, std::vector<FundedLine> lines, FundId without) { return Assigner(plan, std::move(lines), without).run(); }

} // namespace tco
