// SPDX-License-Identifier: Apache-2.0

// User time: hours that technology takes from people outside its office, at their loaded hourly rate. Indirect: nobody pays
// it extra. Categories as Gartner's and CoSN's models have them; the hours are the district's own, best from a survey.

#include "user_time.hpp"

#include "fleet_costs.hpp"

namespace tco {

namespace {

struct Activity {
    Decimal UserGroup::*hours;
    std::string_view field, words;
    bool growsWhenThin;
    bool affectsAShare;
};
constexpr Activity learning[] = {{&UserGroup::formalTraining, "formal_training", "formal training", false, false},
                                 {&UserGroup::casualLearning, "casual_learning", "casual learning", false, false}};
constexpr Activity support[] = {{&UserGroup::selfSupport, "self_support", "self-support", true, false},
                                {&UserGroup::peerSupport, "peer_support", "helping others", true, false},
                                {&UserGroup::files, "files", "files", false, false}};
constexpr Activity stopped[] = {{&UserGroup::downtime, "downtime", "downtime", true, true}};

/// Dollars per hour in a year: (salary × wage growth + salary × benefits × benefit growth) ÷ paid hours.
template <Number N> N hourlyRate(const RuleContext<N>& context, const UserGroup& group, FiscalYear year) {
    const N salary = numberFrom<N>(group.salary);
    const N yearly =
        salary * context.prices.of(PriceKind::Wages).at(year) + salary * numberFrom<N>(group.benefits) * context.prices.of(PriceKind::Benefits).at(year);
    return yearly / numberFrom<N>(group.paidHours);
}

template <Number N>
Formula activityWords(const RuleContext<N>& context, const UserGroup& group, const Activity& activity, const YearCounts& counts, const YearShare& share) {
    const ItemRef item{Kind::UserGroup, group.id.value};
    const auto& assumptions = context.plan.assumptions;
    Formula formula{fmt::format("{} people × {} hours of {}", display(peopleOf<Decimal>(group, counts)), display(group.*activity.hours), activity.words),
                    {{item, "people"}, {item, std::string(activity.field)}, {item, "salary"}, {item, "benefits"}, {item, "paid_hours"}}};
    if (activity.affectsAShare && group.affectedShare) {
        formula.text += fmt::format(" × {} of them stopped", display(*group.affectedShare));
        formula.inputs.push_back({item, "affected_share"});
    }
    if (const auto factor = thinSupportFactor<Decimal>(assumptions, counts); activity.growsWhenThin && factor != Decimal(1)) {
        formula.text += fmt::format(" × {} (thin support)", display(factor));
        formula.inputs.insert(formula.inputs.end(), {assumption("thin_support_above"), assumption("thin_support_effect")});
    }
    const auto wages = growthOf(assumptions, PriceKind::Wages), benefits = growthOf(assumptions, PriceKind::Benefits);
    formula.text += fmt::format(" × ({} salary{} + {} benefits{}) ÷ {} paid hours{}", display(group.salary, MoneyStyle::Cents),
                                growthWords(context.plan, wages, share.year), display(group.benefits), growthWords(context.plan, benefits, share.year),
                                display(group.paidHours), share.words());
    addGrowthInput(formula, context.plan, wages, share.year);
    addGrowthInput(formula, context.plan, benefits, share.year);
    return formula;
}

template <Number N>
void postActivities(const RuleContext<N>& context, const UserGroup& group, std::span<const Activity> activities, Element element, PostingSink<N>& sink) {
    if (group.salary.isZero() || group.paidHours.isZero()) return;
    forEachYear(context, context.firstDay, context.lastDay.addDays(1), [&](const YearShare& share) {
        const auto& counts = context.countsIn(share.year);
        const N hourly = hourlyRate(context, group, share.year);
        const N people = peopleOf<N>(group, counts);
        for (const auto& activity : activities) {
            N amount = people * numberFrom<N>(group.*activity.hours) * hourly;
            if (activity.affectsAShare && group.affectedShare) amount = amount * numberFrom<N>(*group.affectedShare);
            if (activity.growsWhenThin) amount = amount * thinSupportFactor<N>(context.plan.assumptions, counts);
            if (!share.isWhole()) amount = amount * share.fraction<N>();
            const Draft<N> draft{.date = share.middle,
                                 .amount = std::move(amount),
                                 .item = {Kind::UserGroup, group.id.value},
                                 .category = CostCategory::UserTime,
                                 .element = element,
                                 .recurring = true,
                                 .site = {},
                                 .from = share.from,
                                 .until = share.until,
                                 .direct = false};
            sink.post(draft, [&] { return activityWords(context, group, activity, counts, share); });
        }
    });
}

} // namespace

template <Number N> void userLearningRule(const RuleContext<N>& context, const UserGroup& group, PostingSink<N>& sink) {
    postActivities<N>(context, group, learning, Element::UserTraining, sink);
}
template <Number N> void userSupportRule(const RuleContext<N>& context, const UserGroup& group, PostingSink<N>& sink) {
    postActivities<N>(context, group, support, Element::UserSupport, sink);
}
template <Number N> void downtimeRule(const RuleContext<N>& context, const UserGroup& group, PostingSink<N>& sink) {
    postActivities<N>(context, group, stopped, Element::Downtime, sink);
}

template void userLearningRule(const RuleContext<Decimal>&, const UserGroup&, PostingSink<Decimal>&);
template void userLearningRule(const RuleContext<double>&, const UserGroup&, PostingSink<double>&);
template void userSupportRule(const RuleContext<Decimal>&, const UserGroup&, PostingSink<Decimal>&);
template void userSupportRule(const RuleContext<double>&, const UserGroup&, PostingSink<double>&);
template void downtimeRule(const RuleContext<Decimal>&, const UserGroup&, PostingSink<Decimal>&);
template void downtimeRule(const RuleContext<double>&, const UserGroup&, PostingSink<double>&);

} // namespace tco
