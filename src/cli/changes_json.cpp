// SPDX-License-Identifier: Apache-2.0

// What was changed in a plan, as JSON.

#include "json_output.hpp"

namespace tco::cli {
namespace {

Json itemsJson(const Plan& plan, const std::vector<ItemRef>& items) {
    auto list = Json::array();
    for (const auto item : items) list.push_back({{"kind", infoOf(item.kind).key}, {"id", item.id}, {"name", nameOf(plan, item)}});
    return list;
}

} // namespace

Json toJson(const ChangeWords& words, const PlanEntry& entry) {
    return {{"part", key(entry.part)},
            {"kind", infoOf(entry.item.kind).key},
            {"id", entry.item.id},
            {"item", words.item(entry.item)},
            {"field", entry.field.empty() ? Json(nullptr) : Json(entry.field)},
            {"label", words.entry(entry)},
            {"scenario", entry.scenario ? Json(words.item({Kind::Scenario, entry.scenario.value})) : Json(nullptr)}};
}

Json toJson(const PlanEntry& entry, const std::optional<EntryContent>& content) {
    if (!content) return nullptr;
    if (const auto* source = std::get_if<Provenance>(&*content))
        return {{"source", source->source},
                {"note", source->note},
                {"confidence", key(source->confidence)},
                {"author", source->author},
                {"noted", source->noted ? Json(source->noted->iso()) : Json(nullptr)}};
    const auto& value = std::get<Value>(*content);
    return entry.part == EntryPart::Item ? Json(std::get<std::string>(value)) : Json(canonicalText(*findField(entry.item.kind, entry.field), value));
}

Json toJson(const ChangeWords& words, const EntryChange& change) {
    auto json = toJson(words, change.entry);
    json["before"] = toJson(change.entry, change.before);
    json["after"] = toJson(change.entry, change.after);
    return json;
}

Json toJson(const ChangeWords& words, const std::vector<EntryChange>& changes) {
    auto list = Json::array();
    for (const auto& change : changes) list.push_back(toJson(words, change));
    return list;
}

Json toJson(const Waterfall& waterfall, const WaterfallEnd& from, const WaterfallEnd& to) {
    auto steps = Json::array();
    for (const auto& step : waterfall.steps) {
        auto inputs = Json::array();
        for (const auto& field : step.fields) inputs.push_back(toJson(to.plan, field));
        steps.push_back({{"cause", key(step.cause)},
                         {"nominal", toJson(step.nominal)},
                         {"present_value", toJson(step.presentValue)},
                         {"inputs", std::move(inputs)},
                         {"added", itemsJson(to.plan, step.added)},
                         {"removed", itemsJson(from.plan, step.removed)}});
    }
    return {{"from", {{"name", from.name}, {"nominal", toJson(waterfall.fromNominal)}, {"present_value", toJson(waterfall.fromPresentValue)}}},
            {"to", {{"name", to.name}, {"nominal", toJson(waterfall.toNominal)}, {"present_value", toJson(waterfall.toPresentValue)}}},
            {"steps", std::move(steps)}};
}

} // namespace tco::cli
