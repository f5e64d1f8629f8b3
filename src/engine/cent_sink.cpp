// SPDX-License-Identifier: Apache-2.0
#include "cent_sink.hpp"

#include <fmt/format.h>

#include "tco/money/allocate.hpp"

namespace tco {

void CentSink::complain(const Draft<Decimal>& draft, RuleId rule) {
    m_findings.push_back({Severity::Error,
                          "amount_too_large",
                          fmt::format("{}: {} in {} is too large to calculate and is left out; check quantities and prices.", nameOf(m_plan, draft.item),
                                      ruleTitle(rule), m_plan.calendar().yearOf(draft.date).shortLabel()),
                          {}});
}

void CentSink::take(const Draft<Decimal>& draft, RuleId rule, std::span<const Part<Decimal>> parts, Formula formula) {
    const auto amount = Money::rounded(draft.amount);
    if (!amount) return complain(draft, rule);
    Posting posting{.date = draft.date,
                    .year = {},
                    .amount = *amount,
                    .presentValue = {},
                    .item = draft.item,
                    .rule = rule,
                    .category = draft.category,
                    .element = draft.element,
                    .direct = draft.direct,
                    .recurring = draft.recurring,
                    .site = draft.site};
    if (parts.empty()) return keep(draft, posting, formula);

    std::vector<Decimal> weights;
    for (const auto& part : parts) weights.push_back(part.weight);
    const auto amounts = allocate(*amount, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (amounts[i].isZero()) continue;
        posting.amount = amounts[i];
        posting.category = parts[i].category;
        posting.element = parts[i].element;
        posting.function = parts[i].function;
        Formula words = formula;
        if (!parts[i].words.empty() && !words.text.empty()) words.text = fmt::format("{} of ({})", parts[i].words, words.text);
        keep(draft, posting, words);
    }
}

} // namespace tco
