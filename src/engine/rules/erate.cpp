// SPDX-License-Identifier: Apache-2.0

// E-Rate: its share of what is eligible, as a credit. Taken off the bill, or paid back some months later.

#include "fleet_costs.hpp"

namespace tco {
namespace {

std::string_view wordsOf(ErateCategory category) {
    switch (category) {
    case ErateCategory::Two: return "category two";
    case ErateCategory::Pilot: return "cybersecurity pilot";
    default: return "category one";
    }
}

bool lasts(BookRole role) { return role != BookRole::Rent && role != BookRole::Agreement; }

/// The discount as entered, or the shares of the schools that it follows from.
void addDiscountInputs(Formula& formula, const Plan& plan) {
    if (plan.assumptions.erateDiscount) return formula.inputs.push_back(assumption("erate_discount"));
    for (const auto& site : plan.sites)
        if (site.lunchShare) formula.inputs.push_back({{Kind::Site, site.id.value}, "lunch_share"});
}

template <Number N> Formula words(const Plan& plan, const ErateRequest<N>& request, const std::optional<Rate>& share, FieldKey field) {
    const auto cents = [](const N& amount) {
        if constexpr (std::same_as<N, Decimal>) return display(Money::rounded(amount).value_or(Money()), MoneyStyle::Cents);
        return std::string(); // nothing is explained in doubles
    };
    Formula formula{fmt::format("−{} eligible{}", cents(request.cost.amount), share ? fmt::format(" ({} of the price)", display(*share)) : std::string()),
                    {field}};
    if (request.funded != request.cost.amount) formula.text += fmt::format(", of which the budget reaches for {},", cents(request.funded));
    formula.text += fmt::format(" × {} discount ({}, funding year {})", display(request.discount), wordsOf(request.category), request.fundingYear);
    addDiscountInputs(formula, plan);
    return formula;
}

template <Number N> void post(const RuleContext<N>& context, const void* owner, const std::optional<Rate>& share, FieldKey field, PostingSink<N>& sink) {
    for (const auto& request : context.erate.of(owner)) {
        auto draft = request.cost;
        draft.date = draft.date.addMonths(context.plan.assumptions.erateMonths);
        draft.amount = -(request.funded * numberFrom<N>(request.discount));
        draft.element = lasts(draft.role) ? Element::EquipmentDiscount : Element::ServiceDiscount;
        draft.role = BookRole::Expense;
        draft.only.reset();
        sink.post(draft, [&] { return words(context.plan, request, share, field); });
    }
}

} // namespace

template <Number N> void erateRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    post(context, &life, life.model->erateEligible, modelField(life, "erate_eligible"), sink);
}
template <Number N> void agreementErateRule(const RuleContext<N>& context, const Agreement& agreement, PostingSink<N>& sink) {
    post(context, &agreement, agreement.erateEligible, FieldKey{{Kind::Agreement, agreement.id.value}, agreement.erateEligible ? "erate_eligible" : "amount"},
         sink);
}

template void erateRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void erateRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void agreementErateRule(const RuleContext<Decimal>&, const Agreement&, PostingSink<Decimal>&);
template void agreementErateRule(const RuleContext<double>&, const Agreement&, PostingSink<double>&);

} // namespace tco
