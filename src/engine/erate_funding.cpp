// SPDX-License-Identifier: Apache-2.0
#include "erate_funding.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "rule.hpp"
#include "tco/engine/erate_budget.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

bool asks(const CohortLife& life) { return life.model->erateEligible && categoryOf(life.model->type) == AssetCategory::Network; }
bool asks(const Agreement& agreement) { return mayAskErate(agreement.kind, agreement.erate); }

/// Takes the costs of one item that E-Rate may share.
template <Number N> class EligibleSink final : public PostingSink<N> {
  public:
    EligibleSink(const RuleContext<N>& context, std::vector<ErateRequest<N>>& requests)
        : PostingSink<N>(false, false), m_context(context), m_requests(requests) {}

    ErateCategory category = ErateCategory::Two;
    std::optional<Rate> share; ///< of the price that is eligible; blank = all

  private:
    static bool isEligible(BookRole role) {
        switch (role) {
        case BookRole::Equipment:
        case BookRole::Ancillary:
        case BookRole::LoanPrincipal:
        case BookRole::Rent:
        case BookRole::Agreement:
        case BookRole::Setup: return true;
        default: return false;
        }
    }

    void take(const Draft<N>& draft, RuleId, std::span<const Part<N>>, Formula) override {
        if (!isEligible(draft.role) || draft.only == View::Annualised) return;
        if (draft.date < m_context.firstDay || draft.date > m_context.lastDay || !(draft.amount > N(0))) return;
        ErateRequest<N> request{.cost = draft, .fundingYear = fundingYearOf(draft.date), .category = category, .discount = {}};
        if (share) request.cost.amount = draft.amount * numberFrom<N>(*share);
        if constexpr (std::same_as<N, Decimal>)
            if (m_context.inCents) request.cost.amount = Money::rounded(request.cost.amount).value_or(Money()).dollars();
        m_requests.push_back(std::move(request));
    }

    const RuleContext<N>& m_context;
    std::vector<ErateRequest<N>>& m_requests;
};

/// Money that is used up by the requests, by date.
template <Number N> class Budgets {
  public:
    explicit Budgets(const Plan& plan) : m_pilotCap(numberFrom<N>(pilotCapOf(plan))) {
        for (const auto& cycle : erateCyclesOf(plan))
            m_cycles.push_back({cycle.cycle, numberFrom<N>(std::max(cycle.budget.budget - cycle.usedBefore, Money()))});
    }

    N take(const ErateRequest<N>& request) {
        switch (request.category) {
        case ErateCategory::One: return request.cost.amount;
        case ErateCategory::Two:
            for (auto& [cycle, left] : m_cycles)
                if (cycle.firstYear <= request.fundingYear && request.fundingYear <= cycle.lastYear) return take(left, request.cost.amount);
            return 0;
        case ErateCategory::Pilot: return take(m_pilot.try_emplace(request.fundingYear, m_pilotCap).first->second, request.cost.amount);
        case ErateCategory::None: break;
        }
        return 0;
    }

  private:
    static N take(N& left, const N& wanted) {
        const N taken = std::min(left, wanted);
        left = left - taken;
        return taken;
    }

    std::vector<std::pair<finance::erate::Cycle, N>> m_cycles;
    N m_pilotCap;
    std::map<int, N> m_pilot;
};

} // namespace

template <Number N> ErateFunding<N> erateFundingOf(const RuleContext<N>& context) {
    ErateFunding<N> funding;
    const Plan& plan = context.plan;
    EligibleSink<N> sink(context, funding.requests);
    const auto note = [&](const void* owner, std::size_t first) {
        if (funding.requests.size() > first) funding.ranges[owner] = {first, funding.requests.size()};
    };
    for (const auto& life : context.fleet) {
        if (!asks(life)) continue;
        const auto first = funding.requests.size();
        sink.share = life.model->erateEligible;
        purchaseRule(context, life, sink);
        financedPurchaseRule(context, life, sink);
        leasePaymentRule(context, life, sink);
        leaseRenewalRule(context, life, sink);
        deploymentRule(context, life, sink);
        note(&life, first);
    }
    for (std::size_t i = 0; i < plan.agreements.size(); ++i) {
        const auto& agreement = plan.agreements[i];
        if (!asks(agreement) || !context.usable.agreements[i]) continue;
        const auto first = funding.requests.size();
        sink.category = agreement.erate;
        sink.share = agreement.erateEligible;
        agreementRule(context, agreement, sink);
        agreementSetupRule(context, agreement, sink);
        note(&agreement, first);
    }
    const auto discounts = funding.requests.empty() ? std::nullopt : erateDiscountsOf(plan);
    if (!discounts) return funding;

    std::vector<std::size_t> order(funding.requests.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return funding.requests[at].cost.date; });
    Budgets<N> budgets(plan);
    for (const auto at : order) {
        auto& request = funding.requests[at];
        request.funded = budgets.take(request);
        request.discount = request.category == ErateCategory::Two ? discounts->two : discounts->one;
    }
    return funding;
}

template ErateFunding<Decimal> erateFundingOf(const RuleContext<Decimal>&);
template ErateFunding<double> erateFundingOf(const RuleContext<double>&);

void addErateFindings(const RuleContext<Decimal>& context, Findings& findings) {
    const Plan& plan = context.plan;
    const auto& requests = context.erate.requests;
    if (requests.empty()) return;
    const auto add = [&](Severity severity, std::string_view code, std::string message) { findings.push_back({severity, code, std::move(message), {}}); };
    const auto discounts = erateDiscountsOf(plan);
    if (!discounts) {
        add(Severity::Warning, "erate_without_discount",
            fmt::format("E-Rate is asked for ({} first), but no discount is known: enter it in the assumptions, or the lunch share of each school.",
                        nameOf(plan, requests.front().cost.item)));
        return;
    }
    if (discounts->roundingLifts)
        add(Severity::Note, "erate_rounding",
            fmt::format("E-Rate: {} of the students are eligible; rounded to a whole percent the discount would be higher. Ask, and enter the discount that is "
                        "granted.",
                        display(discounts->eligible)));
    std::map<int, std::string> unknown;
    std::map<std::string, Decimal> beyond;
    for (const auto& request : requests) {
        const auto missing = request.cost.amount - request.funded;
        if (request.category == ErateCategory::Two && !finance::erate::cycleOf(request.fundingYear))
            unknown.try_emplace(request.fundingYear, nameOf(plan, request.cost.item));
        else if (missing > Decimal(0))
            beyond[nameOf(plan, request.cost.item)] += missing;
    }
    for (const auto& [year, name] : unknown)
        add(Severity::Warning, "erate_unknown_cycle",
            fmt::format("{}: {} Its cost in that year is counted without E-Rate.", name, finance::erate::cycleOf(year).error().message));
    for (const auto& [name, amount] : beyond)
        add(Severity::Note, "erate_beyond_budget",
            fmt::format("{}: {} of its eligible cost lie beyond the E-Rate budget, and the district pays them in full.", name,
                        display(Money::rounded(amount).value_or(Money()))));
}

} // namespace tco
