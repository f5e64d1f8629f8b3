// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/coverage.hpp"

#include <map>

#include "ledger_sink.hpp"
#include "rule.hpp"

namespace tco {
namespace {

constexpr std::size_t without = confidenceCount; ///< less sure than any confidence

bool isZeroValue(const Value& value) {
    const auto isNothing = []<class T>(const T& entered) {
        if constexpr (requires { entered.isZero(); })
            return entered.isZero();
        else
            return std::same_as<T, std::monostate>;
    };
    return std::visit(isNothing, value);
}

/// What the district knows of itself: how many, since when, on what terms it decided.
bool isOwnKnowledge(const Field& field) {
    return field.type == FieldType::Count || field.type == FieldType::Day || field.type == FieldType::Choice || field.key == "fte";
}

/// How sure the inputs of one calculation are.
class Sureness {
  public:
    explicit Sureness(const Calculation& calculation) : m_plan(*calculation.plan) {
        // A source noted in the plan is not that of what a scenario says instead.
        m_overridden = overridesIn(m_plan, calculation.scenario);
    }

    /// The place of the least sure confidence, or `without`.
    std::size_t ofLeastSure(const std::vector<FieldRef>& inputs) {
        std::optional<std::size_t> least;
        for (const auto& input : inputs) {
            auto found = m_known.find(input);
            if (found == m_known.end()) found = m_known.emplace(input, of(input)).first;
            least = std::max(least, found->second);
        }
        return least.value_or(without);
    }

  private:
    /// Nothing for an input that needs no source.
    std::optional<std::size_t> of(const FieldRef& input) const {
        const auto noted = m_plan.provenance.find(input);
        if (noted != m_plan.provenance.end() && !m_overridden.contains(input)) return std::size_t(noted->second.confidence);
        if (isOwnKnowledge(*findField(input.item.kind, input.field)) || isZeroValue(valueOf(m_plan, input.item, input.field))) return {};
        return without;
    }

    const Plan& m_plan;
    std::map<FieldRef, Value> m_overridden;
    std::map<FieldRef, std::optional<std::size_t>> m_known; ///< the same few inputs stand behind many postings
};

} // namespace

Coverage coverageOf(const Calculation& calculation) {
    const Plan& plan = *calculation.plan;
    Coverage coverage;
    if (calculation.counts.empty()) return coverage;

    // The rules once more, to be told what each posting rests on.
    CostLedger cash;
    Findings alreadyTold;
    std::vector<Formula> formulas;
    LedgerSink sink(plan, {.cash = {&cash, &formulas}, .annualised = {}, .findings = alreadyTold});
    applyRules(RuleContext<Decimal>(plan), sink);

    Sureness sureness(calculation);
    const auto amounts = cash.amountCents();
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const auto least = sureness.ofLeastSure(formulas[i].inputs);
        const auto size = magnitude(Money::fromCents(amounts[i]));
        (least == without ? coverage.noSource : coverage.byConfidence[least]) += size;
        coverage.total += size;
    }
    return coverage;
}

} // namespace tco
