// SPDX-License-Identifier: Apache-2.0
#include "support/random_edit.hpp"

#include <fmt/format.h>

namespace tco::test {
namespace {

template <class Items> const auto& oneOf(Random& random, const Items& items) { return items[std::size_t(between(random, 0, int(items.size()) - 1))]; }

ItemRef randomItem(Random& random, const Plan& plan) {
    for (;;) {
        const auto items = itemsOf(plan, allKinds[std::size_t(between(random, 0, int(std::size(allKinds)) - 1))]);
        if (!items.empty()) return oneOf(random, items);
    }
}

bool isInCircle(const Plan& plan, const Scenario& scenario) {
    auto parent = scenario.parent;
    for (std::size_t steps = 0; parent && steps <= plan.scenarios.size(); ++steps) {
        if (parent == scenario.id) return true;
        const auto* found = findById(plan.scenarios, parent);
        parent = found ? found->parent : ScenarioId{};
    }
    return false;
}

void setRandomly(Random& random, Plan& plan, ItemRef item, const Field& field) {
    const auto before = valueOf(plan, item, field.key);
    setValue(plan, item, field.key, randomValue(random, plan, field));
    if (item.kind == Kind::Scenario && isInCircle(plan, *findById(plan.scenarios, ScenarioId{item.id}))) setValue(plan, item, field.key, before);
}

void editOnce(Random& random, Plan& plan, RawId& nextId) {
    const auto item = randomItem(random, plan);
    const auto& field = oneOf(random, fieldsOf(item.kind));
    const FieldRef ref{item, std::string(field.key)};
    const int dice = between(random, 1, 100);
    if (dice <= 45) {
        setRandomly(random, plan, item, field);
    } else if (dice <= 60) {
        const ItemRef added{allKinds[std::size_t(between(random, 2, int(std::size(allKinds)) - 1))], nextId++};
        addItem(plan, added);
        for (const auto& each : fieldsOf(added.kind))
            if (each.required || chance(random, 40)) setRandomly(random, plan, added, each);
    } else if (dice <= 75) {
        if (!infoOf(item.kind).single && usersOf(plan, item).empty()) removeItem(plan, item);
    } else if (dice <= 85) {
        plan.provenance[ref] = {randomText(random), "", Confidence(between(random, 0, 4)), randomText(random), {}};
    } else if (dice <= 95) {
        const bool isScenario = item.kind == Kind::Scenario; // scenarios do not change scenarios
        if (!plan.scenarios.empty() && !isScenario) plan.overrides[{oneOf(random, plan.scenarios).id, ref}] = randomValue(random, plan, field);
    } else if (chance(random, 50)) {
        if (!plan.provenance.empty()) plan.provenance.erase(plan.provenance.begin());
    } else if (!plan.overrides.empty()) {
        plan.overrides.erase(plan.overrides.begin());
    }
}

bool leadsNowhere(const Plan& plan, const Field& field, const Value& value) {
    const auto* link = std::get_if<Link>(&value);
    return link && !contains(plan, {field.target, link->id});
}

} // namespace

void editRandomly(Random& random, Plan& plan, RawId& nextId, int edits) {
    for (int i = 0; i < edits; ++i) editOnce(random, plan, nextId);
}

Plan undecided(Plan plan) {
    for (const Kind kind : {Kind::Adoption, Kind::ClosedYear})
        for (const auto item : itemsOf(plan, kind)) removeItem(plan, item);
    return plan;
}

std::optional<std::string> faultIn(const Plan& plan) {
    const auto fault = [](ItemRef item, std::string_view field) { return fmt::format("{} {} {}", infoOf(item.kind).key, item.id, field); };
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind))
            for (const auto& field : fieldsOf(kind))
                if (leadsNowhere(plan, field, valueOf(plan, item, field.key))) return fault(item, field.key);
    for (const auto& [ref, _] : plan.provenance)
        if (!contains(plan, ref.item)) return fault(ref.item, ref.field);
    for (const auto& [where, value] : plan.overrides) {
        const auto& [scenario, ref] = where;
        if (!findById(plan.scenarios, scenario) || !contains(plan, ref.item) || leadsNowhere(plan, *findField(ref.item.kind, ref.field), value))
            return fault(ref.item, ref.field);
    }
    for (const auto& scenario : plan.scenarios)
        if (isInCircle(plan, scenario)) return fault({Kind::Scenario, scenario.id.value}, "parent");
    return {};
}

} // namespace tco::test
