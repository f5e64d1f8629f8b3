// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/explanation.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include <fmt/format.h>

#include "ledger_sink.hpp"
#include "rule.hpp"
#include "tco/engine/funding.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

std::string sourceWords(const Plan& plan, const FieldRef& field) {
    const auto found = plan.provenance.find(field);
    return found == plan.provenance.end() ? std::string() : sourceWords(found->second);
}

ExplainedInput inputFor(const Plan& plan, const FieldRef& ref) {
    const auto* field = findField(ref.item.kind, ref.field);
    assert(field);
    const auto name = infoOf(ref.item.kind).single ? std::string() : fmt::format(" of {}", nameOf(plan, ref.item));
    return {ref, fmt::format("{}{}", field->label, name), displayText(plan, *field, valueOf(plan, ref.item, ref.field)), sourceWords(plan, ref)};
}

} // namespace

/// The item's rules once more, this time for the words: the ledger holds an item's postings in the order they are made.
struct Explainer::State {
    const Calculation& calculation;
    View view;
    RuleContext<Decimal> context;
    std::optional<std::size_t> item; ///< whose words these are, by its place in calculation.items
    CostLedger again;
    std::vector<Formula> formulas;
    std::optional<Funding> funding; ///< made when it is first asked for

    State(const Calculation& ofCalculation, View ofView) : calculation(ofCalculation), view(ofView), context(*ofCalculation.plan) {}

    void tell(std::size_t place) {
        if (item == place) return;
        const auto kind = calculation.items[place].item.kind;
        const auto firstOfKind = std::ranges::find(calculation.items, kind, [](const ItemPostings& made) { return made.item.kind; });
        again = {};
        formulas.clear();
        Findings alreadyTold;
        const ViewTarget words{&again, &formulas};
        LedgerSink sink(
            *calculation.plan,
            {.cash = view == View::Cash ? words : ViewTarget{}, .annualised = view == View::Annualised ? words : ViewTarget{}, .findings = alreadyTold});
        applyRules(context, kind, place - std::size_t(firstOfKind - calculation.items.begin()), sink);
        item = place;
    }

    std::vector<PaidShare> paidBy(const Posting& posting) {
        if (view != View::Cash || !posting.direct || calculation.plan->funds.empty()) return {};
        if (!funding) funding = fundingOf(calculation);
        std::map<FundId, Money> parts;
        Money all;
        for (const auto& line : funding->lines) {
            if (line.year != posting.year || line.item != posting.item || line.category != posting.category || line.element != posting.element ||
                line.site != posting.site || line.paidBy == PaidBy::Erate)
                continue;
            parts[line.fund] += line.amount;
            all += line.amount;
        }
        std::vector<PaidShare> shares;
        if (all.isZero()) return shares;
        for (const auto& [fund, amount] : parts)
            if (!amount.isZero()) shares.push_back({fund, Rate(amount.dollars() / all.dollars())});
        return shares;
    }
};

Explainer::Explainer(const Calculation& calculation, View view) : m_state(std::make_unique<State>(calculation, view)) {}
Explainer::~Explainer() = default;

PostingExplanation Explainer::posting(std::size_t index) {
    const auto& calculation = m_state->calculation;
    const Plan& plan = *calculation.plan;
    assert(index < calculation.in(m_state->view).size());
    const Posting posting = calculation.in(m_state->view).at(index);
    const auto owner = std::ranges::find(calculation.items, posting.item, &ItemPostings::item);
    assert(owner != calculation.items.end());
    m_state->tell(std::size_t(owner - calculation.items.begin()));
    const auto ordinal = index - (m_state->view == View::Cash ? owner->first : owner->firstAnnualised);
    assert(ordinal < m_state->formulas.size() && m_state->again.at(ordinal).amount == posting.amount);
    const Formula& formula = m_state->formulas[ordinal];

    PostingExplanation explanation;
    explanation.posting = posting;
    explanation.account = accountOf(plan, posting);
    explanation.paidBy = m_state->paidBy(posting);
    explanation.title = fmt::format("{}: {}", ruleTitle(posting.rule), nameOf(plan, posting.item));
    explanation.formula = fmt::format("{} = {}", formula.text, display(posting.amount, MoneyStyle::Cents));
    for (const auto& input : formula.inputs) explanation.inputs.push_back(inputFor(plan, input));
    return explanation;
}

std::string chargeWords(const Plan& plan, const PostingExplanation& explanation) {
    if (!explanation.posting.direct) return {};
    auto words = fmt::format("Account {} – {}", explanation.account.function, explanation.account.object);
    bool first = true;
    for (const auto& [fund, share] : explanation.paidBy) {
        words += fmt::format("{}{} ({})", first ? ", paid by " : ", ", fund ? nameOf(plan, {Kind::Fund, fund.value}) : std::string("nobody yet"),
                             display(Rate(share.fraction().rounded(3))));
        first = false;
    }
    return words;
}

TotalExplanation explainTotal(const Calculation& calculation, const PostingFilter& filter, View view) {
    TotalExplanation explanation;
    std::map<std::pair<ItemRef, RuleId>, TotalLine> lines;
    const CostLedger& ledger = calculation.in(view);
    for (const auto index : ledger.find(filter)) {
        const Posting posting = ledger.at(index);
        auto& line = lines[{posting.item, posting.rule}];
        line.item = posting.item;
        line.rule = posting.rule;
        line.sum.nominal += posting.amount;
        line.sum.presentValue += posting.presentValue;
        ++line.sum.postings;
        line.postings.push_back(index);
        explanation.total.nominal += posting.amount;
        explanation.total.presentValue += posting.presentValue;
        ++explanation.total.postings;
    }
    for (auto& [key, line] : lines) {
        line.name = nameOf(*calculation.plan, line.item);
        explanation.lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(explanation.lines, std::greater{}, [](const TotalLine& line) { return line.sum.nominal; });
    return explanation;
}

} // namespace tco
