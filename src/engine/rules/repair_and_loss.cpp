// SPDX-License-Identifier: Apache-2.0

// Repairs, and lost or stolen units, which are bought again or, where they are leased, charged by the lessor. Both by the
// age of the units in use.

#include "fleet_costs.hpp"
#include "tco/model/lease_terms.hpp"

namespace tco {

template <Number N> void repairRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& model = *life.model;
    const auto& prices = context.models.of(model);
    if (prices.repairRates.empty() || isZero(prices.repair)) return;
    const auto warranty = isZero(prices.warrantyShare) ? std::size_t(0) : std::size_t(model.warranty);
    for (const auto& generation : life.generations)
        forEachAge(generation, std::max(prices.repairRates.size(), warranty + 1), [&](std::size_t age, Date from, Date until) {
            const bool covered = age < warranty;
            N yearly = atAge(prices.repairRates, age) * prices.repair;
            if (covered) yearly = yearly * (N(1) - prices.warrantyShare);
            postRunning(context, life, generation, from, until, generation.units, yearly, context.prices.of(PriceKind::Services),
                        growthOf(context.plan.assumptions, PriceKind::Services), Element::Repair, sink, [&] {
                            Formula formula{fmt::format("{} a year × {}", display(model.repairRate.at(age)), display(model.repairPrice, MoneyStyle::Cents)),
                                            {modelField(life, "repair_rate"), modelField(life, "repair_price")}};
                            if (covered) {
                                formula.text += fmt::format(" × {} not paid by the warranty", display(Rate(Decimal(1) - model.warrantyShare.fraction())));
                                formula.inputs.insert(formula.inputs.end(), {modelField(life, "warranty"), modelField(life, "warranty_share")});
                            }
                            return formula;
                        });
        });
}

namespace {

/// What the contract says a lost unit costs, by year of the lease; nothing where the unit is bought again.
const Series<Money>* missingCharges(const Generation& generation) {
    if (!generation.lease || keepsUnits(*generation.lease) || generation.lease->missingCharge.empty()) return nullptr;
    return &generation.lease->missingCharge;
}

} // namespace

template <Number N> void lossRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& model = *life.model;
    const auto& prices = context.models.of(model);
    if (prices.lossRates.empty()) return;
    for (const auto& generation : life.generations) {
        const auto* charges = missingCharges(generation);
        forEachAge(generation, std::max(prices.lossRates.size(), charges ? charges->size() : 1), [&](std::size_t age, Date from, Date until) {
            const N price = charges ? numberFrom<N>(charges->at(age)) : prices.loss;
            const Money entered = charges ? charges->at(age) : model.lossPrice.value_or(model.unitPrice);
            const auto growth = charges ? Growth{} : growthOf(context.plan.assumptions, model);
            postRunning(context, life, generation, from, until, generation.units, N(atAge(prices.lossRates, age) * price),
                        charges ? context.unchanged : *prices.index, growth, Element::Loss, sink, [&] {
                            return Formula{fmt::format("{} a year × {}{}", display(model.lossRate.at(age)), display(entered, MoneyStyle::Cents),
                                                       charges ? " charged by the lessor" : ""),
                                           {modelField(life, "loss_rate"), charges
                                                                               ? FieldRef(leaseField(*generation.lease, "missing_charge"))
                                                                               : FieldRef(modelField(life, model.lossPrice ? "loss_price" : "unit_price"))}};
                        });
        });
    }
}

template void repairRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void repairRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void lossRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void lossRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
