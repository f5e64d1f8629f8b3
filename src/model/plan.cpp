// SPDX-License-Identifier: Apache-2.0
#include "tco/model/plan.hpp"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "bound_field.hpp"

namespace tco {
namespace {

/// Calls `visit` with the list that holds the items of a kind; single items come as a one-element span.
template <class PlanType, class Visit> auto withItems(PlanType& plan, Kind kind, Visit visit) {
    switch (kind) {
    case Kind::District: return visit(std::span(&plan.district, 1));
    case Kind::Assumptions: return visit(std::span(&plan.assumptions, 1));
    case Kind::HeadCount: return visit(std::span(plan.headCounts));
    case Kind::Site: return visit(std::span(plan.sites));
    case Kind::Lease: return visit(std::span(plan.leases));
    case Kind::Agreement: return visit(std::span(plan.agreements));
    case Kind::ContractChange: return visit(std::span(plan.contractChanges));
    case Kind::AssetModel: return visit(std::span(plan.assetModels));
    case Kind::Cohort: return visit(std::span(plan.cohorts));
    case Kind::Position: return visit(std::span(plan.positions));
    case Kind::Incident: return visit(std::span(plan.incidents));
    case Kind::UserGroup: return visit(std::span(plan.userGroups));
    case Kind::Goal: return visit(std::span(plan.goals));
    case Kind::Benefit: return visit(std::span(plan.benefits));
    case Kind::Fund: return visit(std::span(plan.funds));
    case Kind::FundingRule: return visit(std::span(plan.fundingRules));
    case Kind::Account: return visit(std::span(plan.accounts));
    case Kind::BudgetLine: return visit(std::span(plan.budgetLines));
    case Kind::ClosedYear: return visit(std::span(plan.closedYears));
    case Kind::Scenario: return visit(std::span(plan.scenarios));
    case Kind::Adoption: break;
    }
    return visit(std::span(plan.adoptions));
}

template <class Item> RawId idOf(const Item& item) {
    if constexpr (requires { item.id; })
        return item.id.value;
    else
        return singleId;
}

template <class Item> Item* find(std::span<Item> items, RawId id) { // as findById(), for single items as well
    const auto place = std::ranges::lower_bound(items, id, {}, idOf<std::remove_const_t<Item>>);
    if (place != items.end() && idOf(*place) == id) return &*place;
    const auto found = std::ranges::find(items, id, idOf<std::remove_const_t<Item>>);
    return found == items.end() ? nullptr : &*found;
}

template <class Item> const BoundField<std::remove_const_t<Item>>& boundField(std::string_view key) {
    const auto& fields = boundFields(static_cast<const std::remove_const_t<Item>*>(nullptr));
    const auto found = std::ranges::find(fields, key, [](const auto& bound) { return bound.field.key; });
    assert(found != fields.end());
    return *found;
}

/// Calls `change` with the vector of a kind that can have many items.
template <class Change> void withVector(Plan& plan, Kind kind, Change change) {
    switch (kind) {
    case Kind::District:
    case Kind::Assumptions: assert(!"single items are never added or removed"); return;
    case Kind::HeadCount: return change(plan.headCounts);
    case Kind::Site: return change(plan.sites);
    case Kind::Lease: return change(plan.leases);
    case Kind::Agreement: return change(plan.agreements);
    case Kind::ContractChange: return change(plan.contractChanges);
    case Kind::AssetModel: return change(plan.assetModels);
    case Kind::Cohort: return change(plan.cohorts);
    case Kind::Position: return change(plan.positions);
    case Kind::Incident: return change(plan.incidents);
    case Kind::UserGroup: return change(plan.userGroups);
    case Kind::Goal: return change(plan.goals);
    case Kind::Benefit: return change(plan.benefits);
    case Kind::Fund: return change(plan.funds);
    case Kind::FundingRule: return change(plan.fundingRules);
    case Kind::Account: return change(plan.accounts);
    case Kind::BudgetLine: return change(plan.budgetLines);
    case Kind::ClosedYear: return change(plan.closedYears);
    case Kind::Scenario: return change(plan.scenarios);
    case Kind::Adoption: return change(plan.adoptions);
    }
}

constexpr Choice confidenceTexts[] = {{"quote", "quote"}, {"record", "record"}, {"price_book", "price book"}, {"estimate", "estimate"}, {"guess", "guess"}};

} // namespace

std::string authorWords(const Provenance& provenance) {
    std::string words;
    if (!provenance.author.empty()) words += " by " + provenance.author;
    if (provenance.noted) words += " on " + provenance.noted->display();
    return words.empty() ? words : "noted" + words;
}

std::string sourceWords(const Provenance& provenance) {
    std::string words(label(provenance.confidence));
    if (!provenance.source.empty()) words += ": " + provenance.source;
    if (!provenance.note.empty()) words += " (" + provenance.note + ")";
    if (const auto author = authorWords(provenance); !author.empty()) words += ", " + author;
    return words;
}

std::string_view label(Confidence confidence) { return confidenceTexts[std::size_t(confidence)].label; }
std::string_view key(Confidence confidence) { return confidenceTexts[std::size_t(confidence)].key; }

std::optional<Confidence> confidenceFromKey(std::string_view key) {
    for (std::size_t i = 0; i < std::size(confidenceTexts); ++i)
        if (confidenceTexts[i].key == key) return Confidence(i);
    return {};
}

std::vector<ItemRef> itemsOf(const Plan& plan, Kind kind) {
    return withItems(plan, kind, [&](auto items) {
        std::vector<ItemRef> refs;
        for (const auto& item : items) refs.push_back({kind, idOf(item)});
        return refs;
    });
}

bool contains(const Plan& plan, ItemRef item) {
    return withItems(plan, item.kind, [&](auto items) { return find(items, item.id) != nullptr; });
}

std::string nameOf(const Plan& plan, ItemRef item) {
    switch (item.kind) {
    case Kind::District: return plan.district.name.empty() ? "District" : plan.district.name;
    case Kind::Assumptions: return "Assumptions";
    case Kind::HeadCount:
        if (const auto* entry = findById(plan.headCounts, HeadCountId{item.id})) return fmt::format("Head count from FY{}", entry->fiscalYear);
        break;
    case Kind::Cohort:
        if (const auto* cohort = findById(plan.cohorts, CohortId{item.id})) {
            if (!cohort->name.empty()) return cohort->name;
            const auto* model = findById(plan.assetModels, cohort->model);
            const auto* site = findById(plan.sites, cohort->site);
            auto name = model ? model->name : std::string("Units without a model");
            if (site) name += ", " + site->name;
            return name + fmt::format(" ({})", plan.calendar().yearOf(cohort->inService).shortLabel());
        }
        break;
    case Kind::Position:
        if (const auto* position = findById(plan.positions, PositionId{item.id})) return position->title;
        break;
    case Kind::BudgetLine:
        if (const auto* line = findById(plan.budgetLines, BudgetLineId{item.id}))
            return fmt::format("Budget FY{}, {} – {}", line->fiscalYear, line->function, line->object);
        break;
    case Kind::ClosedYear:
        if (const auto* year = findById(plan.closedYears, ClosedYearId{item.id})) return FiscalYear{year->fiscalYear}.shortLabel();
        break;
    case Kind::Site:
    case Kind::Lease:
    case Kind::Agreement:
    case Kind::ContractChange:
    case Kind::AssetModel:
    case Kind::Incident:
    case Kind::UserGroup:
    case Kind::Goal:
    case Kind::Benefit:
    case Kind::Fund:
    case Kind::FundingRule:
    case Kind::Account:
    case Kind::Scenario:
    case Kind::Adoption:
        if (contains(plan, item)) {
            const auto name = valueOf(plan, item, "name");
            return isBlank(name) ? fmt::format("Unnamed {}", infoOf(item.kind).singular) : std::get<std::string>(name);
        }
        break;
    }
    return fmt::format("(missing {})", infoOf(item.kind).singular);
}

Value valueOf(const Plan& plan, ItemRef item, std::string_view field) {
    return withItems(plan, item.kind, [&](auto items) {
        const auto* found = find(items, item.id);
        assert(found);
        return boundField<std::remove_pointer_t<decltype(found)>>(field).get(*found);
    });
}

void setValue(Plan& plan, ItemRef item, std::string_view field, const Value& value) {
    withItems(plan, item.kind, [&](auto items) {
        auto* found = find(items, item.id);
        assert(found);
        boundField<std::remove_pointer_t<decltype(found)>>(field).set(*found, value);
    });
}

template <class Item> bool isSound(const Item& item) {
    return std::ranges::all_of(boundFields(&item), [&](const auto& bound) { return checkValue(bound.field, bound.get(item)).has_value(); });
}
template bool isSound(const District&);
template bool isSound(const Assumptions&);
template bool isSound(const HeadCount&);
template bool isSound(const Site&);
template bool isSound(const Lease&);
template bool isSound(const Agreement&);
template bool isSound(const ContractChange&);
template bool isSound(const AssetModel&);
template bool isSound(const Cohort&);
template bool isSound(const Position&);
template bool isSound(const Incident&);
template bool isSound(const UserGroup&);
template bool isSound(const Goal&);
template bool isSound(const Benefit&);
template bool isSound(const Fund&);
template bool isSound(const FundingRule&);
template bool isSound(const Account&);
template bool isSound(const BudgetLine&);
template bool isSound(const ClosedYear&);
template bool isSound(const Adoption&);
template bool isSound(const Scenario&);

void eraseNames(Plan& plan) {
    for (auto& [_, source] : plan.provenance) source.author.clear();
    for (const auto& [kind, field] : fieldsNamingPersons())
        for (const auto item : itemsOf(plan, kind)) setValue(plan, item, field->key, {});
}

void addItem(Plan& plan, ItemRef item) {
    assert(!contains(plan, item));
    withVector(plan, item.kind, [&](auto& items) {
        typename std::remove_reference_t<decltype(items)>::value_type added;
        added.id.value = item.id;
        // Kept sorted by id, so that a plan reads the same however it came about.
        const auto place = std::ranges::upper_bound(items, item.id, {}, [](const auto& other) { return other.id.value; });
        items.insert(place, std::move(added));
    });
}

void removeItem(Plan& plan, ItemRef item) {
    withVector(plan, item.kind, [&](auto& items) { std::erase_if(items, [&](const auto& other) { return other.id.value == item.id; }); });
    std::erase_if(plan.provenance, [&](const auto& entry) { return entry.first.item == item; });
    std::erase_if(plan.overrides, [&](const auto& entry) {
        const auto& [scenario, target] = entry.first;
        return target.item == item || (item.kind == Kind::Scenario && scenario.value == item.id);
    });
}

std::vector<ItemRef> usersOf(const Plan& plan, ItemRef item) {
    std::vector<ItemRef> users;
    const auto refersToItem = [&](const Field& field, const Value& value) {
        return field.type == FieldType::Reference && field.target == item.kind && !isBlank(value) && std::get<Link>(value).id == item.id;
    };
    for (const Kind kind : allKinds)
        for (const auto& field : fieldsOf(kind))
            if (field.type == FieldType::Reference && field.target == item.kind)
                for (const auto user : itemsOf(plan, kind))
                    if (refersToItem(field, valueOf(plan, user, field.key))) users.push_back(user);
    for (const auto& [where, value] : plan.overrides)
        if (const auto* field = findField(where.second.item.kind, where.second.field); field && refersToItem(*field, value))
            users.push_back({Kind::Scenario, where.first.value});
    std::ranges::sort(users);
    const auto repeated = std::ranges::unique(users);
    users.erase(repeated.begin(), repeated.end());
    return users;
}

AcquisitionTerms acquisitionOf(const Assumptions& assumptions, const AssetModel* model, const Cohort& cohort) {
    if (cohort.acquisition != CohortAcquisition::AsModel) return {cohort.acquisition, cohort.lease};
    if (!model) return {};
    const auto as = [](Acquisition how, LeaseId lease) {
        return how == Acquisition::Lease ? AcquisitionTerms{CohortAcquisition::Lease, lease} : AcquisitionTerms{};
    };
    switch (model->acquisition) {
    case ModelAcquisition::Purchase: return {};
    case ModelAcquisition::Lease: return {CohortAcquisition::Lease, model->lease};
    case ModelAcquisition::AsCategory: break;
    }
    switch (categoryOf(model->type)) {
    case AssetCategory::Network: return as(assumptions.acquireNetwork, assumptions.leaseNetwork);
    case AssetCategory::Servers: return as(assumptions.acquireServers, assumptions.leaseServers);
    case AssetCategory::Devices: break;
    }
    return as(assumptions.acquireDevices, assumptions.leaseDevices);
}

AcquisitionTerms acquisitionOf(const Plan& plan, const Cohort& cohort) {
    return acquisitionOf(plan.assumptions, findById(plan.assetModels, cohort.model), cohort);
}

const Lease* leaseTermsOf(const Plan& plan, const Cohort& cohort) {
    const auto terms = acquisitionOf(plan, cohort);
    return terms.how == CohortAcquisition::Lease ? findById(plan.leases, terms.lease) : nullptr;
}

std::vector<ScenarioId> lineageOf(const Plan& plan, ScenarioId scenario) {
    std::vector<ScenarioId> lineage;
    while (scenario && std::ranges::find(lineage, scenario) == lineage.end()) {
        const auto* found = findById(plan.scenarios, scenario);
        if (!found) break;
        lineage.push_back(scenario);
        scenario = found->parent;
    }
    std::ranges::reverse(lineage);
    return lineage;
}

std::map<FieldRef, Value> overridesIn(const Plan& plan, ScenarioId scenario) {
    std::map<FieldRef, Value> overrides;
    for (const auto ancestor : lineageOf(plan, scenario))
        for (auto at = plan.overrides.lower_bound({ancestor, FieldRef{}}); at != plan.overrides.end() && at->first.first == ancestor; ++at)
            overrides[at->first.second] = at->second;
    return overrides;
}

Plan applyScenario(const Plan& plan, ScenarioId scenario) {
    Plan effective = plan;
    for (const auto& [target, value] : overridesIn(plan, scenario))
        if (contains(effective, target.item) && findField(target.item.kind, target.field)) setValue(effective, target.item, target.field, value);
    return effective;
}

bool canDifferByScenario(Kind kind) { return kind != Kind::District && kind != Kind::Scenario && kind != Kind::ClosedYear && kind != Kind::Adoption; }

Plan asAdopted(const Plan& plan, ScenarioId scenario) {
    Plan said = applyScenario(plan, scenario);
    said.scenarios.clear();
    said.overrides.clear();
    said.adoptions.clear();
    std::erase_if(said.provenance, [&](const auto& entry) { return !contains(said, entry.first.item); });
    return said;
}

Expected<ItemRef> itemByName(const Plan& plan, Kind kind, std::string_view name) {
    const auto& info = infoOf(kind);
    const Field field{.key = info.key, .label = info.singular, .type = FieldType::Reference, .target = kind};
    const auto found = valueFromInput(plan, field, name);
    if (!found) return failFrom(found);
    if (isBlank(*found)) return fail(ErrorCode::NotFound, fmt::format("A {} needs a name.", info.singular));
    return ItemRef{kind, std::get<Link>(*found).id};
}

} // namespace tco
