// SPDX-License-Identifier: Apache-2.0

// Expected loss from what may go wrong: yearly probability × what the insurance does not pay. Nobody pays an expected
// value, so it is indirect and never in the budget; the premium and the controls are agreements.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void incidentRule(const RuleContext<N>& context, const Incident& incident, PostingSink<N>& sink) {
    const ItemRef item{Kind::Incident, incident.id.value};
    const Money insured = std::max(Money(), std::min(incident.insuranceCover, incident.cost - incident.deductible));
    const N yearly = numberFrom<N>(incident.probability) * numberFrom<N>(incident.cost - insured);
    const Date start = incident.start.value_or(context.firstDay);
    const Date end = incident.end ? incident.end->addDays(1) : context.lastDay.addDays(1);
    forEachYear(context, start, end, [&](const YearShare& share) {
        N amount = yearly * context.prices.of(PriceKind::Services).at(share.year);
        if (!share.isWhole()) amount = amount * share.fraction<N>();
        const Draft<N> draft{.date = share.middle,
                             .amount = std::move(amount),
                             .item = item,
                             .category = CostCategory::Security,
                             .element = Element::IncidentLoss,
                             .recurring = true,
                             .site = {},
                             .from = share.from,
                             .until = share.until,
                             .direct = false};
        sink.post(draft, [&] {
            const auto growth = growthOf(context.plan.assumptions, PriceKind::Services);
            Formula formula{fmt::format("{} a year × ({} − {} insured){}{}", display(incident.probability), display(incident.cost, MoneyStyle::Cents),
                                        display(insured, MoneyStyle::Cents), growthWords(context.plan, growth, share.year), share.words()),
                            {{item, "probability"}, {item, "cost"}, {item, "insurance_cover"}, {item, "deductible"}}};
            addGrowthInput(formula, context.plan, growth, share.year);
            return formula;
        });
    });
}

template void incidentRule(const RuleContext<Decimal>&, const Incident&, PostingSink<Decimal>&);
template void incidentRule(const RuleContext<double>&, const Incident&, PostingSink<double>&);

} // namespace tco
