// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/explanation.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include <fmt/format.h>

#include "ledger_sink.hpp"
#include "rule.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

std::string sourceWords(const Plan& plan, const FieldRef& field) {
    const auto found = plan.provenance.find(field);
    if (found == plan.provenance.end()) return {};
    const auto& provenance = found->second;
    std::string words(label(provenance.confidence));
    if (!provenance.source.empty()) words += ": " + provenance.source;
    if (!provenance.note.empty()) words += " (" + provenance.note + ")";
    if (const auto author = authorWords(provenance); !author.empty()) words += ", " + author;
    return words;
}

ExplainedInput inputFor(const Plan& plan, const FieldRef& ref) {
    const auto* field = findField(ref.item.kind, ref.field);
    assert(field);
    const auto name = infoOf(ref.item.kind).single ? std::string() : fmt::format(" of {}", nameOf(plan, ref.item));
    return {ref, fmt::format("{}{}", field->label, name), displayText(plan, *field, valueOf(plan, ref.item, ref.field)), sourceWords(plan, ref)};
}

} // namespace

PostingExplanation explainPosting(const Calculation& calculation, std::size_t index, View view) {
    const Plan& plan = *calculation.plan;
    assert(index < calculation.in(view).size());
    const Posting posting = calculation.in(view).at(index);
    const auto owner = std::ranges::find(calculation.items, posting.item, &ItemPostings::item);
    assert(owner != calculation.items.end());
    const auto ordinal = index - (view == View::Cash ? owner->first : owner->firstAnnualised);
    const auto firstOfKind = std::ranges::find(calculation.items, posting.item.kind, [](const ItemPostings& made) { return made.item.kind; });

    // The item's rules once more, this time for the words: the ledger holds an item's postings in the order they are made.
    CostLedger cash, annualised;
    Findings alreadyTold;
    std::vector<Formula> cashFormulas, annualisedFormulas;
    LedgerSink sink(plan, {cash, annualised, alreadyTold, &cashFormulas, &annualisedFormulas});
    applyRules(RuleContext<Decimal>(plan), posting.item.kind, std::size_t(owner - firstOfKind), sink);
    const auto& formulas = view == View::Cash ? cashFormulas : annualisedFormulas;
    assert(ordinal < formulas.size() && (view == View::Cash ? cash : annualised).at(ordinal).amount == posting.amount);
    const Formula& formula = formulas[ordinal];

    PostingExplanation explanation;
    explanation.posting = posting;
    explanation.title = fmt::format("{}: {}", ruleTitle(posting.rule), nameOf(plan, posting.item));
    explanation.formula = fmt::format("{} = {}", formula.text, display(posting.amount, MoneyStyle::Cents));
    for (const auto& input : formula.inputs) explanation.inputs.push_back(inputFor(plan, input));
    return explanation;
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
