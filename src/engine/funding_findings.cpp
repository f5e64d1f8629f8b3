// SPDX-License-Identifier: Apache-2.0

// What the assignment of costs to funds shows: money spent twice, cliffs, levies that may fail, costs without money.

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "funding_assignment.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

/// "$12,000 in FY28, $4,000 in FY29"
std::string byYear(const Plan& plan, const std::vector<Money>& amounts) {
    std::string text;
    for (std::size_t i = 0; i < amounts.size(); ++i)
        if (amounts[i] > Money())
            text += fmt::format("{}{} in {}", text.empty() ? "" : ", ", display(amounts[i], MoneyStyle::Cents), (plan.firstYear() + int(i)).shortLabel());
    return text;
}

Money sumOf(const std::vector<Money>& amounts) {
    Money sum;
    for (const auto amount : amounts) sum += amount;
    return sum;
}

class FundChecker {
  public:
    FundChecker(const Plan& plan, const Assignment& assignment) : m_plan(plan), m_assignment(assignment), m_left(assignment.leftByYear(plan)) {}

    Findings run() {
        for (const auto& use : m_assignment.funds) {
            spentTwice(use);
            cliff(use);
            uncertain(use);
            before(use);
        }
        rules();
        unfunded();
        std::ranges::stable_sort(m_findings, std::greater{}, &Finding::severity);
        return std::move(m_findings);
    }

  private:
    void add(Severity severity, std::string_view code, std::string message, ItemRef item) {
        m_findings.push_back({severity, code, std::move(message), fmt::format("{} “{}”", infoOf(item.kind).singular, nameOf(m_plan, item))});
    }
    const Fund& fundOf(const FundUse& use) const { return *findById(m_plan.funds, use.fund); }
    Money& inYear(std::vector<Money>& amounts, FiscalYear year) const { return amounts[std::size_t(year - m_plan.firstYear())]; }
    std::vector<Money> noMoney() const { return std::vector<Money>(m_left.size()); }

    /// More asked than there is: a fault where several rules count on the same money, else only worth a note, since later rules
    /// may take the rest and what nobody takes is found as unfunded.
    void spentTwice(const FundUse& use) {
        std::string years;
        std::set<FundingRuleId> rules;
        bool twice = false;
        for (const auto& now : use.years) {
            if (!now.available || now.asked <= std::max(Money(), now.carriedIn + *now.available)) continue;
            std::size_t claims = 0;
            for (const auto& claim : m_assignment.claims)
                if (claim.fund == use.fund && claim.year == now.year) {
                    rules.insert(claim.rule);
                    ++claims;
                }
            twice |= claims > 1;
            years += fmt::format("{}{} in {}, but it has {}", years.empty() ? "" : "; ", display(now.asked, MoneyStyle::Cents), now.year.shortLabel(),
                                 display(now.carriedIn + *now.available, MoneyStyle::Cents));
        }
        if (years.empty()) return;
        std::string names;
        for (const auto rule : rules) names += fmt::format("{}“{}”", names.empty() ? "" : ", ", findById(m_plan.fundingRules, rule)->name);
        add(twice ? Severity::Warning : Severity::Note, "fund_overspent",
            fmt::format("{}: rules ({}) ask it for {}. {}", fundOf(use).name, names, years,
                        twice ? "Its money is spent twice: give one of the rules another fund or a share." : "What it cannot pay goes to later rules."),
            {Kind::Fund, use.fund.value});
    }

    using Cost = std::tuple<ItemRef, CostCategory, Element, SiteId>;
    Cost costOf(std::size_t line) const {
        const auto& cost = m_assignment.lines[line];
        return {cost.item, cost.category, cost.element, cost.site};
    }

    /// The last plan year in which the fund has or could have money, where that is before the end of the plan.
    std::optional<FiscalYear> endOf(const FundUse& use) const {
        const auto last =
            std::find_if(use.years.rbegin(), use.years.rend(), [](const auto& now) { return !now.available || now.carriedIn + *now.available > Money(); });
        if (last == use.years.rend() || last == use.years.rbegin()) return {};
        return last->year;
    }

    /// Costs that go on when the fund that paid them is gone; as much of each as the fund paid in a year at most.
    void cliff(const FundUse& use) {
        const auto end = endOf(use);
        if (!end) return;
        std::map<Cost, std::map<FiscalYear, Money>> paid;
        for (const auto& portion : m_assignment.portions)
            if (portion.fund == use.fund) paid[costOf(portion.line)][m_assignment.lines[portion.line].year] += portion.amount;
        auto unfunded = noMoney(), others = noMoney();
        for (std::size_t i = 0; i < m_assignment.lines.size(); ++i) {
            const auto& line = m_assignment.lines[i];
            const auto before = paid.find(costOf(i));
            if (before == paid.end() || line.year <= *end || line.net <= Money()) continue;
            Money most;
            for (const auto& [year, amount] : before->second) most = std::max(most, amount);
            most = std::min(most, line.net);
            const auto missing = std::clamp(m_assignment.left[i], Money(), most);
            inYear(unfunded, line.year) += missing;
            inYear(others, line.year) += most - missing;
        }
        if (sumOf(unfunded).isZero() && sumOf(others).isZero()) return;
        auto text = fmt::format("{}: it ends with {}, but costs that it pays ({} in all) go on.", fundOf(use).name, end->shortLabel(),
                                display(use.assigned(), MoneyStyle::Cents));
        if (!sumOf(unfunded).isZero()) text += fmt::format(" Without money: {}.", byYear(m_plan, unfunded));
        if (!sumOf(others).isZero()) text += fmt::format(" Taken over by other funds: {}.", byYear(m_plan, others));
        add(Severity::Warning, "fund_cliff", text + " Decide now who pays then, or what ends with it.", {Kind::Fund, use.fund.value});
    }

    /// As the plan would be without a fund that may fail.
    void uncertain(const FundUse& use) {
        const auto carries = use.assigned();
        if (fundOf(use).certainty == FundCertainty::Certain || carries <= Money()) return;
        const auto without = assignFunds(m_plan, m_assignment.lines, use.fund).leftByYear(m_plan);
        auto missing = noMoney();
        for (std::size_t i = 0; i < missing.size(); ++i) missing[i] = std::max(Money(), without[i] - m_left[i]);
        auto text = fmt::format("{}: it may fail, and it carries {}.", fundOf(use).name, display(carries, MoneyStyle::Cents));
        if (!sumOf(missing).isZero()) text += fmt::format(" If it fails, these costs have no money: {}.", byYear(m_plan, missing));
        if (carries > sumOf(missing)) text += fmt::format(" {} would fall to other funds.", display(carries - sumOf(missing), MoneyStyle::Cents));
        add(Severity::Warning, "fund_uncertain", text + " Show the board a scenario without it.", {Kind::Fund, use.fund.value});
    }

    void before(const FundUse& use) {
        const auto& fund = fundOf(use);
        if (fund.carriesOver == YesNo::Yes && !fund.amounts.empty() && fund.firstYear < m_plan.district.firstYear && use.years.front().available)
            add(Severity::Note, "fund_begins_before",
                fmt::format(
                    "{}: it carries money over and begins before the plan; what is left from then does not count. Let it begin in {} with what it has then.",
                    fund.name, m_plan.firstYear().shortLabel()),
                {Kind::Fund, fund.id.value});
    }

    void rules() {
        for (const auto& rule : m_plan.fundingRules) {
            if (rule.included == Included::No) continue;
            const ItemRef item{Kind::FundingRule, rule.id.value};
            const auto* fund = findById(m_plan.funds, rule.fund);
            if (fund && fund->included == Included::No)
                add(Severity::Note, "rule_without_fund",
                    fmt::format("{}: its fund, {}, is left out; the costs go to later rules or have no money.", rule.name, fund->name), item);
            restriction(rule, item);
        }
    }

    /// A rule for all costs may well name a fund that pays for some only; one that picks costs must not pick others.
    void restriction(const FundingRule& rule, ItemRef item) {
        const auto found = m_assignment.mayNotPay.find(rule.id);
        if (found == m_assignment.mayNotPay.end() || found->second.isZero()) return;
        const bool picks = rule.scope != CostScope() || rule.cohort || rule.agreement || rule.position;
        if (!picks) return;
        add(Severity::Warning, "fund_restricted",
            fmt::format(
                "{}: {} of the costs it names may not be paid by {}; they go to later rules. Let the rule name only what the fund may pay for, or choose "
                "another fund.",
                rule.name, display(found->second, MoneyStyle::Cents), findById(m_plan.funds, rule.fund)->name),
            item);
    }

    void unfunded() {
        const auto text = byYear(m_plan, m_left);
        if (!text.empty())
            m_findings.push_back({Severity::Warning, "unfunded", fmt::format("Costs without money: {}. Add a fund or a rule for them, or cut.", text), {}});
    }

    const Plan& m_plan;
    const Assignment& m_assignment;
    std::vector<Money> m_left; ///< by plan year
    Findings m_findings;
};

} // namespace

Findings fundingFindings(const Plan& plan, const Assignment& assignment) {
    if (plan.funds.empty()) return {};
    return FundChecker(plan, assignment).run();
}

} // namespace tco
