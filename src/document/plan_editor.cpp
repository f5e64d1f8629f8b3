// SPDX-License-Identifier: Apache-2.0
#include "plan_editor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "locks.hpp"
#include "tco/base/utf8.hpp"

namespace tco {
namespace {

tl::unexpected<Error> inField(const Field& field, ErrorCode code, std::string_view sentence) {
    return fail(code, fmt::format("{}: {}", field.label, sentence));
}

bool typeFits(const Field& field, const Value& value) {
    if (isBlank(value)) return true;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Choice: return std::holds_alternative<std::string>(value);
    case FieldType::Count: return std::holds_alternative<std::int64_t>(value);
    case FieldType::Money: return std::holds_alternative<Money>(value);
    case FieldType::UnitPrice:
    case FieldType::Number: return std::holds_alternative<Decimal>(value);
    case FieldType::Rate: return std::holds_alternative<Rate>(value);
    case FieldType::Day: return std::holds_alternative<Date>(value);
    case FieldType::Reference: return std::holds_alternative<Link>(value);
    case FieldType::Rates: return std::holds_alternative<Series<Rate>>(value);
    case FieldType::Amounts: return std::holds_alternative<Series<Money>>(value);
    case FieldType::UnitPrices: return std::holds_alternative<Series<Decimal>>(value);
    }
    return false;
}

/// The value as the file will hold it (at most 12 decimals, "" is blank), when it can be held.
Expected<Value> storable(const Field& field, const Value& value) {
    if (!typeFits(field, value)) return inField(field, ErrorCode::InvalidInput, "a value of this kind does not fit here.");
    if (const auto* text = std::get_if<std::string>(&value); text && !isText(*text))
        return inField(field, ErrorCode::InvalidInput, "the text has characters that cannot be stored.");
    auto stored = valueFromCanonical(field, canonicalText(field, value));
    if (!stored) return inField(field, ErrorCode::InvalidInput, stored.error().message);
    return stored;
}

Expected<void> checkReference(const Plan& plan, const Field& field, const Value& value) {
    if (field.type != FieldType::Reference || isBlank(value) || contains(plan, {field.target, std::get<Link>(value).id})) return {};
    return inField(field, ErrorCode::NotFound, fmt::format("the {} it names is not in the plan; choose another.", infoOf(field.target).singular));
}

/// The value to store, after checking type, limits and references.
Expected<Value> checkedValue(const Plan& plan, const Field& field, const Value& value) {
    auto stored = storable(field, value);
    if (!stored) return stored;
    if (auto checked = checkValue(field, *stored); !checked) return failFrom(checked);
    if (auto checked = checkReference(plan, field, *stored); !checked) return failFrom(checked);
    return stored;
}

Expected<const Field*> fieldOf(const Plan& plan, ItemRef item, std::string_view key) {
    const auto& info = infoOf(item.kind);
    if (!contains(plan, item))
        return fail(ErrorCode::NotFound, fmt::format("This {} is not in the plan any more.", info.singular), fmt::format("id {}", item.id));
    const auto* field = findField(item.kind, key);
    if (!field) return fail(ErrorCode::InvalidInput, fmt::format("There is no entry “{}” in the {}.", key, info.singular));
    return field;
}

Expected<void> checkText(const Field& field, const Provenance& provenance) {
    if (isText(provenance.source) && isText(provenance.note) && isText(provenance.author)) return {};
    return inField(field, ErrorCode::InvalidInput, "the source has characters that cannot be stored.");
}

bool isBasedOn(const Plan& plan, ScenarioId scenario, ScenarioId ancestor) {
    for (auto steps = plan.scenarios.size() + 1; scenario && steps > 0; --steps) {
        if (scenario == ancestor) return true;
        const auto* found = findById(plan.scenarios, scenario);
        scenario = found ? found->parent : ScenarioId{};
    }
    return false;
}

std::string counted(const KindInfo& info, std::size_t count) { return fmt::format("{} {}", count, count == 1 ? info.singular : info.plural); }

/// “Chromebook 14” is still used by 3 cohorts: A, B, C; choose another model there first.
tl::unexpected<Error> stillUsed(const Plan& plan, ItemRef item, const std::vector<ItemRef>& users) {
    std::string counts, names;
    for (const Kind kind : allKinds)
        if (const auto count = std::ranges::count(users, kind, &ItemRef::kind); count > 0)
            counts += (counts.empty() ? "" : " and ") + counted(infoOf(kind), std::size_t(count));
    const std::size_t shown = std::min<std::size_t>(users.size(), 3);
    for (std::size_t i = 0; i < shown; ++i) names += (i ? ", " : "") + nameOf(plan, users[i]);
    if (users.size() > shown) names += " …";
    return fail(ErrorCode::Conflict,
                fmt::format("“{}” is still used by {}: {}; choose another {} there first.", nameOf(plan, item), counts, names, infoOf(item.kind).singular));
}

bool isValidId(RawId id) { return id > 0 && id <= maxRawId; }

/// Copies the items of a kind into `target`, where their ids must be new, each value as the file will hold it.
Expected<void> copyItems(const Plan& source, Plan& target, Kind kind, std::set<ItemRef>& touched) {
    for (const auto item : itemsOf(source, kind)) {
        const auto& info = infoOf(kind);
        if (!isValidId(item.id)) return fail(ErrorCode::InvalidInput, fmt::format("The {} “{}” has no valid id.", info.singular, nameOf(source, item)));
        if (!info.single) {
            if (contains(target, item)) return fail(ErrorCode::Conflict, fmt::format("Two {} have the same id {}.", info.plural, item.id));
            addItem(target, item);
        }
        touched.insert(item);
        for (const auto& field : fieldsOf(kind)) {
            auto value = storable(field, valueOf(source, item, field.key));
            if (!value) return fail(value.error().code, fmt::format("{} “{}”, {}", info.singular, nameOf(source, item), value.error().message));
            setValue(target, item, field.key, *value);
        }
    }
    return {};
}

Expected<void> checkReferences(const Plan& plan, Kind kind, const std::vector<ItemRef>& items) {
    for (const auto item : items)
        for (const auto& field : fieldsOf(kind))
            if (auto checked = checkReference(plan, field, valueOf(plan, item, field.key)); !checked)
                return fail(checked.error().code, fmt::format("{} “{}”, {}", infoOf(kind).singular, nameOf(plan, item), checked.error().message));
    return {};
}

} // namespace

Expected<void> PlanEditor::set(ItemRef item, std::string_view key, const Value& value) {
    const auto field = fieldOf(m_plan, item, key);
    if (!field) return failFrom(field);
    if (auto locked = lockOn(m_plan, item, key); locked && !m_added.contains(item)) return tl::unexpected(std::move(*locked));
    const auto stored = checkedValue(m_plan, **field, value);
    if (!stored) return failFrom(stored);
    if (item.kind == Kind::Scenario && (*field)->type == FieldType::Reference && !isBlank(*stored) &&
        isBasedOn(m_plan, ScenarioId{std::get<Link>(*stored).id}, ScenarioId{item.id}))
        return inField(**field, ErrorCode::Conflict, fmt::format("“{}” cannot be based on itself; choose another scenario.", nameOf(m_plan, item)));
    const auto before = valueOf(m_plan, item, key);
    setValue(m_plan, item, key, *stored);
    if (auto locked = lockOn(m_plan, item)) { // it came into a closed year
        setValue(m_plan, item, key, before);
        return tl::unexpected(std::move(*locked));
    }
    m_touched.insert(item);
    return {};
}

Expected<ItemRef> PlanEditor::add(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields) {
    if (infoOf(kind).single) return fail(ErrorCode::Conflict, fmt::format("A plan has exactly one {}.", infoOf(kind).singular));
    if (kind == Kind::Adoption) return fail(ErrorCode::Conflict, "A plan is adopted from a scenario; use the command Adopt there.");
    if (kind == Kind::ClosedYear) return fail(ErrorCode::Conflict, "A fiscal year is closed by the command for it, which notes what the year cost.");
    return addChecked(kind, fields);
}

Expected<ItemRef> PlanEditor::addChecked(Kind kind, const std::vector<std::pair<std::string_view, Value>>& fields) {
    ItemRef item{kind, m_ids.next()};
    while (contains(m_plan, item)) item.id = m_ids.next();
    addItem(m_plan, item);
    m_touched.insert(item);
    m_added.insert(item);
    for (const auto& [key, value] : fields)
        if (auto done = set(item, key, value); !done) {
            removeItem(m_plan, item); // a caller that goes on after the error must not keep half an item
            return failFrom(done);
        }
    return item;
}

Expected<void> PlanEditor::remove(ItemRef item) {
    if (infoOf(item.kind).single) return fail(ErrorCode::Conflict, fmt::format("The {} cannot be removed.", infoOf(item.kind).singular));
    if (!contains(m_plan, item)) return fail(ErrorCode::NotFound, fmt::format("This {} is not in the plan any more.", infoOf(item.kind).singular));
    if (auto locked = lockOn(m_plan, item)) return tl::unexpected(std::move(*locked));
    if (const auto users = usersOf(m_plan, item); !users.empty()) {
        if (const auto adoption = std::ranges::find(users, Kind::Adoption, &ItemRef::kind); adoption != users.end()) // which cannot name another scenario
            return fail(ErrorCode::Conflict,
                        fmt::format("“{}” was adopted as “{}”, so it stays in the plan.", nameOf(m_plan, item), nameOf(m_plan, *adoption)));
        return stillUsed(m_plan, item, users);
    }
    removeItem(m_plan, item);
    m_touched.insert(item);
    return {};
}

Expected<void> PlanEditor::setProvenance(const FieldRef& ref, const Provenance& provenance) {
    const auto field = fieldOf(m_plan, ref.item, ref.field);
    if (!field) return failFrom(field);
    if (auto storable = checkText(**field, provenance); !storable) return storable;
    m_plan.provenance[ref] = provenance;
    return {};
}

Expected<void> PlanEditor::clearProvenance(const FieldRef& ref) {
    m_plan.provenance.erase(ref);
    return {};
}

Expected<void> PlanEditor::setOverride(ScenarioId scenario, const FieldRef& ref, const Value& value) {
    if (!findById(m_plan.scenarios, scenario)) return fail(ErrorCode::NotFound, "This scenario is not in the plan any more.");
    const auto field = fieldOf(m_plan, ref.item, ref.field);
    if (!field) return failFrom(field);
    if (!canDifferByScenario(ref.item.kind)) return inField(**field, ErrorCode::Conflict, "this is the same in every scenario; change it in the plan.");
    if (auto locked = lockOn(m_plan, ref.item)) return tl::unexpected(std::move(*locked));
    auto stored = checkedValue(m_plan, **field, value);
    if (!stored) return failFrom(stored);
    m_plan.overrides[{scenario, ref}] = std::move(*stored);
    return {};
}

Expected<void> PlanEditor::clearOverride(ScenarioId scenario, const FieldRef& ref) {
    const auto place = m_plan.overrides.find({scenario, ref});
    if (place == m_plan.overrides.end()) return {};
    if (auto locked = lockOn(m_plan, ref.item)) return tl::unexpected(std::move(*locked));
    m_plan.overrides.erase(place);
    return {};
}

Expected<void> PlanEditor::addInventory(const InventoryImport& inventory) {
    if (!isText(inventory.source)) return fail(ErrorCode::InvalidInput, "The name of the file has characters that cannot be stored; rename it first.");
    Plan added;
    added.sites = inventory.sites;
    added.assetModels = inventory.assetModels;
    added.cohorts = inventory.cohorts;
    Plan merged = m_plan;
    for (const Kind kind : {Kind::Site, Kind::AssetModel, Kind::Cohort})
        if (auto copied = copyItems(added, merged, kind, m_touched); !copied) return copied;
    for (const Kind kind : {Kind::AssetModel, Kind::Cohort})
        if (auto checked = checkReferences(merged, kind, itemsOf(added, kind)); !checked) return checked;
    for (const auto& [ref, provenance] : inventory.provenance) {
        const auto field = fieldOf(merged, ref.item, ref.field);
        if (!field) return failFrom(field);
        if (auto storable = checkText(**field, provenance); !storable) return storable;
        merged.provenance[ref] = provenance;
    }
    std::set<RawId> cohorts;
    for (const auto item : itemsOf(merged, Kind::Cohort)) cohorts.insert(item.id);
    for (const auto& device : inventory.devices) {
        const bool readable = isText(device.serial) && isText(device.assetTag) && isText(device.status) && isText(device.orderNumber);
        if (!readable || !cohorts.contains(device.cohort.value))
            return fail(ErrorCode::InvalidInput, fmt::format("“{}”, line {}: the device {}.", inventory.source, device.sourceLine,
                                                             readable ? "belongs to no group of devices" : "has characters that cannot be stored"));
    }
    m_plan = std::move(merged);
    m_imports.push_back(inventory);
    noteImport(inventory.source);
    return {};
}

Expected<void> PlanEditor::addSurvey(const SurveyImport& survey) {
    for (const auto& result : survey.results) {
        if (auto entered = set(result.field.item, result.field.field, result.mean); !entered) return entered;
        if (auto noted = setProvenance(result.field, result.provenance); !noted) return noted;
    }
    noteImport(survey.source);
    return {};
}

Expected<ItemRef> PlanEditor::adopt(ScenarioId scenario, const std::vector<std::pair<std::string_view, Value>>& noted) {
    if (scenario && !findById(m_plan.scenarios, scenario)) return fail(ErrorCode::NotFound, "This scenario is not in the plan any more.");
    Plan said = asAdopted(m_plan, scenario);
    auto fields = noted;
    if (scenario) fields.emplace_back("scenario", Link{scenario.value});
    const auto added = addChecked(Kind::Adoption, fields);
    if (!added) return added;
    m_adopted.push_back({AdoptionId{added->id}, std::move(said)});
    return added;
}

Expected<ItemRef> PlanEditor::close(const std::vector<std::pair<std::string_view, Value>>& noted) { return addChecked(Kind::ClosedYear, noted); }

Expected<void> PlanEditor::replacePlan(const Plan& plan, std::span<const AdoptedPlan> adopted, std::string_view source) {
    Plan fresh;
    std::set<ItemRef> touched = m_touched;
    for (const Kind kind : allKinds) {
        if (auto copied = copyItems(plan, fresh, kind, touched); !copied) return copied;
        for (const auto item : itemsOf(m_plan, kind)) touched.insert(item);
    }
    for (const Kind kind : allKinds)
        if (auto checked = checkReferences(fresh, kind, itemsOf(fresh, kind)); !checked) return checked;
    for (const auto& [ref, provenance] : plan.provenance) {
        const auto* field = findField(ref.item.kind, ref.field);
        if (!field) return fail(ErrorCode::InvalidInput, fmt::format("There is a source for “{}”, which is no entry of a plan.", ref.field));
        if (auto storable = checkText(*field, provenance); !storable) return storable;
        fresh.provenance[ref] = provenance;
    }
    for (const auto& [where, value] : plan.overrides) {
        const auto& [scenario, ref] = where;
        const auto* field = findField(ref.item.kind, ref.field);
        if (!field || !findById(fresh.scenarios, scenario))
            return fail(ErrorCode::InvalidInput, fmt::format("A scenario changes “{}”, which is not in the plan.", ref.field));
        auto stored = storable(*field, value);
        if (!stored) return failFrom(stored);
        fresh.overrides[where] = std::move(*stored);
    }
    if (auto locked = lockOnReplacing(m_plan, fresh)) return tl::unexpected(std::move(*locked));
    for (const auto& kept : adopted)
        if (!findById(m_plan.adoptions, kept.adoption) && findById(fresh.adoptions, kept.adoption)) m_adopted.push_back(kept);
    m_plan = std::move(fresh);
    m_touched = std::move(touched);
    if (!source.empty()) noteImport(source);
    return {};
}

Expected<void> PlanEditor::takeMerged(const Plan& merged, Brought brought) {
    for (const auto& change : differencesBetween(m_plan, merged)) {
        const auto item = change.entry.item;
        m_touched.insert(item);
        if (change.entry.part != EntryPart::FieldValue || !contains(merged, item)) continue;
        const auto& field = *findField(item.kind, change.entry.field);
        if (auto checked = checkReference(merged, field, valueOf(merged, item, field.key)); !checked)
            return fail(checked.error().code, fmt::format("{} “{}”, {}", infoOf(item.kind).singular, nameOf(merged, item), checked.error().message));
    }
    m_plan = merged;
    m_adopted = std::move(brought.adopted);
    m_brought = std::move(brought);
    return {};
}

} // namespace tco
