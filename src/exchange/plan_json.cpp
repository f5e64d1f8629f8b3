// SPDX-License-Identifier: Apache-2.0

// plan.json in and out. Everything follows from the field tables (tco/model/field.hpp): there is no code
// per kind of item here, so a new field or kind needs no change.

#include "tco/exchange/plan_json.hpp"

#include <limits>
#include <set>

#include <fmt/format.h>

#include "json_text.hpp"
#include "tco/base/utf8.hpp"

namespace tco {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view formatName = "district-tco-plan";
constexpr int formatVersion = 1;

bool isWholeNumber(FieldType type) { return type == FieldType::Count || type == FieldType::Reference; }

// --- Writing ---------------------------------------------------------------------------------------

ordered_json toJson(const Field& field, const Value& value) {
    if (isBlank(value)) return nullptr;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return *count;
    if (const auto* link = std::get_if<Link>(&value)) return link->id;
    return canonicalText(field, value);
}

ordered_json sourcesOf(const Plan& plan, ItemRef item) {
    auto sources = ordered_json::object();
    for (auto at = plan.provenance.lower_bound(FieldRef{item, {}}); at != plan.provenance.end() && at->first.item == item; ++at) {
        auto& source = sources[at->first.field] = ordered_json::object();
        if (!at->second.source.empty()) source["source"] = at->second.source;
        if (!at->second.note.empty()) source["note"] = at->second.note;
        source["confidence"] = key(at->second.confidence);
        if (!at->second.author.empty()) source["author"] = at->second.author;
        if (at->second.noted) source["noted"] = at->second.noted->iso();
    }
    return sources;
}

ordered_json overridesOf(const Plan& plan, ScenarioId scenario) {
    auto overrides = ordered_json::array();
    for (auto at = plan.overrides.lower_bound({scenario, FieldRef{}}); at != plan.overrides.end() && at->first.first == scenario; ++at) {
        const auto& target = at->first.second;
        if (const auto* field = findField(target.item.kind, target.field))
            overrides.push_back({{"kind", infoOf(target.item.kind).key}, {"id", target.item.id}, {"field", field->key}, {"value", toJson(*field, at->second)}});
    }
    return overrides;
}

/// What the fields of a new item say.
const Plan& newItems() {
    static const Plan plan = [] {
        Plan made;
        for (const Kind kind : allKinds)
            if (!infoOf(kind).single) addItem(made, {kind, singleId});
        return made;
    }();
    return plan;
}

/// A field that says what it says in a new item is left out, unless an item cannot do without it. A number that
/// nobody entered (a first year of 0) cannot be read back, so it is left out in any case.
bool isWritten(ItemRef item, const Field& field, const Value& value) {
    if (isBlank(value)) return false;
    if (value != valueOf(newItems(), {item.kind, singleId}, field.key)) return true;
    return field.required && checkValue(field, value).has_value();
}

ordered_json planObject(const Plan& plan, std::span<const AdoptedPlan> adopted);

ordered_json itemToJson(const Plan& plan, ItemRef item, std::span<const AdoptedPlan> adopted) {
    auto object = ordered_json::object();
    if (!infoOf(item.kind).single) object["id"] = item.id;
    for (const auto& field : fieldsOf(item.kind))
        if (const auto value = valueOf(plan, item, field.key); isWritten(item, field, value)) object[std::string(field.key)] = toJson(field, value);
    if (auto sources = sourcesOf(plan, item); !sources.empty()) object["sources"] = std::move(sources);
    if (item.kind == Kind::Scenario)
        if (auto overrides = overridesOf(plan, ScenarioId{item.id}); !overrides.empty()) object["overrides"] = std::move(overrides);
    if (item.kind == Kind::Adoption)
        if (const auto kept = std::ranges::find(adopted, AdoptionId{item.id}, &AdoptedPlan::adoption); kept != adopted.end())
            object["plan"] = planObject(kept->plan, {});
    return object;
}

ordered_json planObject(const Plan& plan, std::span<const AdoptedPlan> adopted) {
    ordered_json root = {{"format", formatName}, {"version", formatVersion}};
    for (const Kind kind : allKinds) {
        const auto& info = infoOf(kind);
        if (info.single) {
            root[std::string(info.jsonKey)] = itemToJson(plan, {kind, singleId}, adopted);
            continue;
        }
        auto items = itemsOf(plan, kind);
        if (items.empty()) continue;
        std::ranges::sort(items);
        auto& list = root[std::string(info.jsonKey)] = ordered_json::array();
        for (const auto item : items) list.push_back(itemToJson(plan, item, adopted));
    }
    return root;
}

// --- Reading ---------------------------------------------------------------------------------------

/// Turns parsed JSON into a plan. The first fault ends the reading; it is kept in m_error, and every step
/// returns false from then on.
class PlanReader {
  public:
    explicit PlanReader(std::string_view source) : m_source(source) {}

    Expected<PlanText> read(const json& root) {
        if (readRoot(root) && checkReferences()) return PlanText{std::move(m_plan), std::move(m_adopted)};
        return tl::unexpected<Error>(std::move(m_error));
    }

  private:
    bool refuse(std::string_view place, const std::string& sentence) {
        m_error = Error{ErrorCode::InvalidInput, fmt::format("{}{}: {}", m_source, place, sentence), {}};
        return false;
    }

    bool expectObject(const json& value, const std::string& place) {
        return value.is_object() || refuse(place, fmt::format("an object in braces is expected here, not {}.", describe(value)));
    }

    bool readRoot(const json& root) {
        if (!expectObject(root, {})) return false;
        const auto format = root.find("format"), version = root.find("version");
        if (format == root.end() || *format != formatName)
            return refuse({}, fmt::format("this is not a plan of District TCO: it must say \"format\": \"{}\".", formatName));
        if (version == root.end() || !version->is_number_integer()) return refuse({}, fmt::format("the plan must say \"version\": {}.", formatVersion));
        if (*version > formatVersion) {
            refuse({}, fmt::format("this plan has version {}; this program reads version {}, so use a newer District TCO.", version->dump(), formatVersion));
            m_error.code = ErrorCode::NewerVersion;
            return false;
        }
        if (*version != formatVersion)
            return refuse({}, fmt::format("there is no version {}; the plan must say \"version\": {}.", version->dump(), formatVersion));
        if (!root.contains("district")) return refuse({}, "the plan has no “district”.");
        for (const auto& [name, value] : root.items()) {
            if (name == "format" || name == "version") continue;
            const auto kind = kindFromJsonKey(name);
            if (!kind) return refuse({}, fmt::format("“{}” is not a part of a plan.", name));
            if (!readKind(*kind, value)) return false;
        }
        return readAllOverrides(root);
    }

    static std::optional<Kind> kindFromJsonKey(std::string_view name) {
        for (const Kind kind : allKinds)
            if (infoOf(kind).jsonKey == name) return kind;
        return {};
    }

    bool readKind(Kind kind, const json& value) {
        const auto place = fmt::format(", {}", infoOf(kind).jsonKey);
        if (infoOf(kind).single) {
            m_known.insert({kind, singleId});
            return readItem(value, {kind, singleId}, place);
        }
        if (!value.is_array()) return refuse(place, fmt::format("a list in square brackets is expected here, not {}.", describe(value)));
        for (std::size_t i = 0; i < value.size(); ++i) {
            const auto entry = fmt::format("{}, entry {}", place, i + 1);
            if (!expectObject(value[i], entry)) return false;
            const auto id = value[i].find("id");
            if (id == value[i].end()) return refuse(entry, "it has no “id”.");
            const auto number = idFrom(*id, entry + ", id");
            if (!number) return false;
            const ItemRef item{kind, *number};
            if (!m_known.insert(item).second)
                return refuse(entry, fmt::format("the id {} is used twice; every {} needs its own.", *number, infoOf(kind).singular));
            addItem(m_plan, item);
            if (!readItem(value[i], item, fmt::format("{}, id {}", place, *number))) return false;
        }
        return true;
    }

    std::optional<RawId> idFrom(const json& value, const std::string& place) {
        const auto number = wholeNumber(value);
        if (number && *number >= 1 && *number <= maxRawId) return number;
        refuse(place, fmt::format("an id is a whole number from 1 to {}, not {}.", maxRawId, describe(value)));
        return {};
    }

    bool readItem(const json& object, ItemRef item, const std::string& place) {
        if (!expectObject(object, place)) return false;
        const auto& info = infoOf(item.kind);
        for (const auto& [name, value] : object.items()) {
            if (name == "id" && !info.single) continue;
            if (name == "overrides" && item.kind == Kind::Scenario) continue; // when all items are known
            if (name == "plan" && item.kind == Kind::Adoption) {
                if (!readAdopted(value, AdoptionId{item.id}, place + ", plan")) return false;
                continue;
            }
            if (name == "sources") {
                if (!readSources(value, item, place + ", sources")) return false;
                continue;
            }
            const auto* field = findField(item.kind, name);
            if (!field) return refuse(place, fmt::format("“{}” is not a field of a {}.", name, info.singular));
            if (value.is_null()) return refuse(place, fmt::format("leave “{}” out where it is blank.", name));
            const auto read = valueFrom(*field, value, place);
            if (!read) return false;
            // The whole calculation hangs on these few; everything else that is out of range is a finding.
            if (info.single && !isBlank(*read))
                if (auto checked = checkValue(*field, *read); !checked) return refuse(fmt::format("{}, {}", place, name), checked.error().message);
            setValue(m_plan, item, name, *read);
        }
        return true;
    }

    bool readAdopted(const json& object, AdoptionId adoption, const std::string& place) {
        if (m_isAdopted) return refuse(place, "what was adopted has no adopted plans of its own.");
        PlanReader reader(m_source + place);
        reader.m_isAdopted = true;
        auto read = reader.read(object);
        if (!read) {
            m_error = std::move(read.error());
            return false;
        }
        m_adopted.push_back({adoption, std::move(read->plan)});
        return true;
    }

    std::optional<Value> valueFrom(const Field& field, const json& value, const std::string& itemPlace) {
        const auto refuseHere = [&](const std::string& sentence) {
            refuse(fmt::format("{}, {}", itemPlace, field.key), sentence);
            return std::nullopt;
        };
        if (isWholeNumber(field.type)) {
            const auto number = wholeNumber(value);
            if (!number) return refuseHere(fmt::format("a whole number without quotes is expected, not {}.", describe(value)));
            if (field.type == FieldType::Reference) {
                const auto id = idFrom(value, fmt::format("{}, {}", itemPlace, field.key));
                return id ? std::optional<Value>(Link{*id}) : std::nullopt;
            }
            constexpr std::int64_t most = std::numeric_limits<int>::max();
            if (*number > most || *number < -most) return refuseHere(fmt::format("{} is too large.", *number));
            return Value(*number);
        }
        if (!value.is_string()) return refuseHere(fmt::format("{} is expected, not {}.", expectedText(field.type), describe(value)));
        const auto& text = value.get_ref<const std::string&>();
        if (!isText(text)) return refuseHere("the text contains a zero character.");
        auto read = valueFromCanonical(field, text);
        if (!read) return refuseHere(read.error().message);
        if (const auto* date = std::get_if<Date>(&*read); date && date->iso() != text)
            return refuseHere(fmt::format("“{}” is not written like 2026-07-01.", text));
        return *read;
    }

    static std::string_view expectedText(FieldType type) {
        switch (type) {
        case FieldType::Money: return "an amount in quotes, like \"399.00\",";
        case FieldType::UnitPrice:
        case FieldType::Number: return "a number in quotes, like \"51.09318\",";
        case FieldType::Rate: return "a rate as a fraction in quotes, like \"0.035\",";
        case FieldType::Rates: return "rates as fractions in quotes, like \"0.08; 0.12\",";
        case FieldType::Amounts: return "amounts in quotes, like \"300.00; 225.00\",";
        case FieldType::UnitPrices: return "prices in quotes, like \"51.09318; 60\",";
        case FieldType::Day: return "a date in quotes, like \"2026-07-01\",";
        default: return "text in quotes";
        }
    }

    bool readSources(const json& sources, ItemRef item, const std::string& place) {
        if (!expectObject(sources, place)) return false;
        for (const auto& [name, entry] : sources.items()) {
            if (!findField(item.kind, name)) return refuse(place, fmt::format("“{}” is not a field of a {}.", name, infoOf(item.kind).singular));
            const auto here = fmt::format("{}, {}", place, name);
            if (!expectObject(entry, here)) return false;
            Provenance provenance;
            for (const auto& [part, text] : entry.items()) {
                if (!text.is_string()) return refuse(fmt::format("{}, {}", here, part), fmt::format("text in quotes is expected, not {}.", describe(text)));
                const auto& words = text.get_ref<const std::string&>();
                if (!isText(words)) return refuse(here, "the text contains a zero character.");
                if (part == "source") {
                    provenance.source = words;
                } else if (part == "note") {
                    provenance.note = words;
                } else if (part == "confidence") {
                    const auto confidence = confidenceFromKey(words);
                    if (!confidence) return refuse(here, fmt::format("“{}” is not one of: quote, record, price_book, estimate, guess.", words));
                    provenance.confidence = *confidence;
                } else if (part == "author") {
                    provenance.author = words;
                } else if (part == "noted") {
                    const auto day = Date::parse(words);
                    if (!day || day->iso() != words) return refuse(here, fmt::format("“{}” is not a date written like 2026-07-01.", words));
                    provenance.noted = *day;
                } else {
                    return refuse(here, fmt::format("“{}” is not a part of a source.", part));
                }
            }
            m_plan.provenance[{item, name}] = std::move(provenance);
        }
        return true;
    }

    bool readAllOverrides(const json& root) {
        const auto& info = infoOf(Kind::Scenario);
        const auto scenarios = root.find(info.jsonKey);
        if (scenarios == root.end()) return true;
        for (const auto& scenario : *scenarios) {
            const auto overrides = scenario.find("overrides");
            if (overrides == scenario.end()) continue;
            const ScenarioId id{scenario["id"].get<RawId>()};
            const auto place = fmt::format(", {}, id {}, overrides", info.jsonKey, id.value);
            if (!overrides->is_array()) return refuse(place, fmt::format("a list in square brackets is expected here, not {}.", describe(*overrides)));
            for (std::size_t i = 0; i < overrides->size(); ++i)
                if (!readOverride((*overrides)[i], id, fmt::format("{}, entry {}", place, i + 1))) return false;
        }
        return true;
    }

    bool readOverride(const json& object, ScenarioId scenario, const std::string& place) {
        if (!expectObject(object, place)) return false;
        for (const auto& [name, value] : object.items())
            if (name != "kind" && name != "id" && name != "field" && name != "value")
                return refuse(place, fmt::format("“{}” is not a part of an override.", name));
        for (const char* name : {"kind", "id", "field", "value"})
            if (!object.contains(name)) return refuse(place, fmt::format("it has no “{}”.", name));
        const auto& kindName = object["kind"];
        const auto kind = kindName.is_string() ? kindFromKey(kindName.get_ref<const std::string&>()) : std::nullopt;
        if (!kind) return refuse(place + ", kind", fmt::format("{} is not a kind of item.", describe(kindName)));
        const auto id = idFrom(object["id"], place + ", id");
        if (!id) return false;
        const ItemRef item{*kind, *id};
        if (!contains(m_plan, item)) return refuse(place, fmt::format("there is no {} with the id {}.", infoOf(*kind).singular, *id));
        const auto& fieldName = object["field"];
        const auto* field = fieldName.is_string() ? findField(*kind, fieldName.get_ref<const std::string&>()) : nullptr;
        if (!field) return refuse(place + ", field", fmt::format("{} is not a field of a {}.", describe(fieldName), infoOf(*kind).singular));
        std::optional<Value> value = Value();
        if (!object["value"].is_null()) value = valueFrom(*field, object["value"], place);
        if (!value) return false;
        if (!m_plan.overrides.emplace(std::pair(scenario, FieldRef{item, std::string(field->key)}), *value).second)
            return refuse(place, fmt::format("“{}” of this item is overridden twice.", field->key));
        return true;
    }

    bool refersToNothing(const Field& field, const Value& value) const {
        return field.type == FieldType::Reference && !isBlank(value) && !m_known.contains({field.target, std::get<Link>(value).id});
    }

    bool checkReferences() {
        const auto refuseLink = [&](const std::string& place, const Field& field, const Value& value) {
            return refuse(place, fmt::format("there is no {} with the id {}.", infoOf(field.target).singular, std::get<Link>(value).id));
        };
        for (const Kind kind : allKinds)
            for (const auto& field : fieldsOf(kind)) {
                if (field.type != FieldType::Reference) continue;
                for (const auto item : itemsOf(m_plan, kind))
                    if (const auto value = valueOf(m_plan, item, field.key); refersToNothing(field, value))
                        return refuseLink(fmt::format(", {}, id {}, {}", infoOf(kind).jsonKey, item.id, field.key), field, value);
            }
        for (const auto& [where, value] : m_plan.overrides)
            if (const auto* field = findField(where.second.item.kind, where.second.field); refersToNothing(*field, value))
                return refuseLink(fmt::format(", {}, id {}, overrides, {}", infoOf(Kind::Scenario).jsonKey, where.first.value, field->key), *field, value);
        return true;
    }

    std::string m_source;
    Plan m_plan;
    std::vector<AdoptedPlan> m_adopted;
    bool m_isAdopted = false;  ///< the plan is what an adoption of another one keeps
    std::set<ItemRef> m_known; ///< items read so far
    Error m_error;
};

// --- Schema ----------------------------------------------------------------------------------------

ordered_json typeSchema(const Field& field) {
    switch (field.type) {
    case FieldType::Text: return {{"type", "string"}};
    case FieldType::Choice: {
        auto keys = ordered_json::array();
        for (const auto& choice : field.choices) keys.push_back(choice.key);
        return {{"enum", std::move(keys)}};
    }
    case FieldType::Count: {
        ordered_json schema = {{"type", "integer"}};
        if (field.limits) {
            schema["minimum"] = field.limits->low.toInteger();
            schema["maximum"] = field.limits->high.toInteger();
        }
        return schema;
    }
    case FieldType::Money: return {{"$ref", "#/$defs/money"}};
    case FieldType::UnitPrice:
    case FieldType::Number: return {{"$ref", "#/$defs/decimal"}};
    case FieldType::Rate: return {{"$ref", "#/$defs/rate"}};
    case FieldType::Day: return {{"$ref", "#/$defs/day"}};
    case FieldType::Reference: return {{"$ref", "#/$defs/id"}};
    case FieldType::Rates:
    case FieldType::Amounts:
    case FieldType::UnitPrices: return {{"$ref", "#/$defs/series"}};
    }
    return {};
}

ordered_json objectSchema(ordered_json properties, ordered_json required) {
    ordered_json schema = {{"type", "object"}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["properties"] = std::move(properties);
    return schema;
}

ordered_json itemSchema(Kind kind) {
    auto properties = ordered_json::object();
    auto sources = ordered_json::object();
    auto required = ordered_json::array();
    if (!infoOf(kind).single) {
        properties["id"] = {{"$ref", "#/$defs/id"}};
        required.push_back("id");
    }
    for (const auto& field : fieldsOf(kind)) {
        auto schema = ordered_json::object();
        schema["title"] = field.label;
        schema["description"] = field.unit.empty() ? std::string(field.help) : fmt::format("{} Unit: {}.", field.help, field.unit);
        schema.update(typeSchema(field));
        if (field.type == FieldType::Reference) schema["description"] = fmt::format("{} The id of a {}.", field.help, infoOf(field.target).singular);
        properties[std::string(field.key)] = std::move(schema);
        sources[std::string(field.key)] = {{"$ref", "#/$defs/source"}};
    }
    properties["sources"] = objectSchema(std::move(sources), ordered_json::array());
    properties["sources"]["description"] = "Where the values beside it come from, by field.";
    if (kind == Kind::Scenario) properties["overrides"] = {{"type", "array"}, {"items", {{"$ref", "#/$defs/override"}}}};
    if (kind == Kind::Adoption) properties["plan"] = {{"$ref", "#"}, {"description", "The plan as it was adopted; it has no scenarios and no adopted plans."}};
    return objectSchema(std::move(properties), std::move(required));
}

ordered_json sharedSchemas() {
    auto confidences = ordered_json::array();
    for (const auto confidence : {Confidence::Quote, Confidence::Record, Confidence::PriceBook, Confidence::Estimate, Confidence::Guess})
        confidences.push_back(key(confidence));
    auto kinds = ordered_json::array();
    for (const Kind kind : allKinds) kinds.push_back(infoOf(kind).key);
    const ordered_json text = {{"type", "string"}};
    const ordered_json id = {{"$ref", "#/$defs/id"}};
    return {
        {"id", {{"type", "integer"}, {"minimum", 1}, {"maximum", maxRawId}}},
        {"money", {{"type", "string"}, {"pattern", "^-?[0-9]+(\\.[0-9]{1,2})?$"}, {"examples", {"399.00"}}}},
        {"decimal", {{"type", "string"}, {"pattern", "^-?[0-9]+(\\.[0-9]+)?$"}, {"examples", {"51.09318"}}}},
        {"rate", {{"type", "string"}, {"description", "A fraction: 3.5 % is \"0.035\"."}, {"pattern", "^-?[0-9]+(\\.[0-9]+)?$"}, {"examples", {"0.035"}}}},
        {"series", {{"type", "string"}, {"description", "Values with semicolons; the last one holds on."}, {"examples", {"0.08; 0.12"}}}},
        {"day", {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, {"examples", {"2026-07-01"}}}},
        {"source", objectSchema({{"source", text},
                                 {"note", text},
                                 {"confidence", {{"enum", std::move(confidences)}, {"default", "estimate"}}},
                                 {"author", text},
                                 {"noted", {{"$ref", "#/$defs/day"}}}},
                                ordered_json::array())},
        {"override", objectSchema({{"kind", {{"enum", std::move(kinds)}}}, {"id", id}, {"field", text}, {"value", {{"type", {"string", "integer", "null"}}}}},
                                  {"kind", "id", "field", "value"})},
    };
}

} // namespace

std::string planToJson(const Plan& plan, std::span<const AdoptedPlan> adopted) { return jsonText(planObject(plan, adopted)); }

Expected<PlanText> planTextFromJson(std::string_view text, std::string_view source) {
    const auto root = parseStrictJson(text, source);
    if (!root) return failFrom(root);
    return PlanReader(source).read(*root);
}

Expected<Plan> planFromJson(std::string_view text, std::string_view source) {
    auto read = planTextFromJson(text, source);
    if (!read) return failFrom(read);
    return std::move(read->plan);
}

std::string planJsonSchema() {
    ordered_json properties = {{"format", {{"const", formatName}}}, {"version", {{"const", formatVersion}}}};
    for (const Kind kind : allKinds) {
        const auto& info = infoOf(kind);
        auto schema = itemSchema(kind);
        if (!info.single) schema = {{"type", "array"}, {"items", std::move(schema)}};
        properties[std::string(info.jsonKey)] = std::move(schema);
    }
    ordered_json root = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"$id", "urn:district-tco:plan:1"},
                         {"title", "District TCO plan"},
                         {"description", "A school district's technology plan as text; see docs/plan-json.md. Money, rates and decimals are strings."}};
    root.update(objectSchema(std::move(properties), {"format", "version", "district"}));
    root["$defs"] = sharedSchemas();
    return jsonText(root);
}

} // namespace tco
