// SPDX-License-Identifier: Apache-2.0

// What a reader has to know to check the figures: every assumption with its source, and what each
// scenario says instead.

#include "tco/report/report.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "scenario_table.hpp"
#include "words.hpp"

namespace tco {
namespace {

/// "3% per year" rather than "3%" and a unit somewhere else.
std::string withUnit(const Plan& plan, const Field& field, const Value& value) {
    static const std::map<std::string_view, std::string_view> suffixes{{"%/yr", " per year"},       {"$/yr", " per year"},           {"$ once", " once"},
                                                                       {"$/device", " per device"}, {"% of price", " of the price"}, {"years", " years"}};
    const auto text = displayText(plan, field, value);
    const auto suffix = suffixes.find(field.unit);
    if (suffix == suffixes.end() || text.empty()) return text;
    return text == "1" && field.unit == "years" ? "1 year" : text + std::string(suffix->second);
}

bool isZero(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return money->isZero();
    if (const auto* rate = std::get_if<Rate>(&value)) return rate->isZero();
    if (const auto* number = std::get_if<Decimal>(&value)) return number->isZero();
    if (const auto* count = std::get_if<std::int64_t>(&value)) return *count == 0;
    return isBlank(value);
}

/// Prices, rates and lives move the result, so they are shown with or without a source. Facts about what is
/// there (cohorts, sites) are shown where somebody noted a source.
bool isAlwaysShown(Kind kind, const Field& field, const Value& value) {
    if (kind == Kind::Assumptions) return true;
    if (isZero(value)) return false;
    const bool priced = kind == Kind::Lease || kind == Kind::AssetModel || kind == Kind::Position || kind == Kind::HeadCount;
    const bool number = field.type == FieldType::Money || field.type == FieldType::UnitPrice || field.type == FieldType::Rate ||
                        field.type == FieldType::Number || field.key == "useful_life" || field.key == "students";
    return priced && number;
}

Table::Row assumptionRow(std::string name, std::string value, const Provenance* provenance) {
    Table::Row row;
    row.cells = {{std::move(name)}, {value.empty() ? "blank" : std::move(value)}};
    if (!provenance) {
        row.cells.push_back({"no source noted"});
        row.cells.push_back({"–"});
        return row;
    }
    auto source = provenance->source.empty() ? std::string("no source noted") : provenance->source;
    if (!provenance->note.empty()) source += (source.ends_with('.') ? " " : ". ") + provenance->note;
    row.cells.push_back({std::move(source)});
    row.cells.push_back({std::string(label(provenance->confidence))});
    return row;
}

/// An import notes the same source on many cohorts; they share one row.
struct SharedSource {
    const Field* field;
    std::vector<ItemRef> items;
};

constexpr std::size_t fewestToShareARow = 3;

void addCohortRows(const Plan& plan, std::vector<Table::Row>& rows) {
    std::map<std::tuple<std::string, std::string, std::string, Confidence>, SharedSource> shared;
    for (const auto& [where, provenance] : plan.provenance) {
        const auto* field = findField(Kind::Cohort, where.field);
        if (where.item.kind != Kind::Cohort || !field || !contains(plan, where.item)) continue;
        auto& group = shared[{where.field, provenance.source, provenance.note, provenance.confidence}];
        group.field = field;
        group.items.push_back(where.item);
    }
    for (const auto& [key, group] : shared) {
        const auto& provenance = plan.provenance.at({group.items.front(), std::string(group.field->key)});
        if (group.items.size() < fewestToShareARow) {
            for (const auto item : group.items)
                rows.push_back(assumptionRow(fmt::format("{}: {}", nameOf(plan, item), group.field->label),
                                             withUnit(plan, *group.field, valueOf(plan, item, group.field->key)), &provenance));
            continue;
        }
        std::int64_t sum = 0;
        std::set<std::string> texts;
        for (const auto item : group.items) {
            const auto value = valueOf(plan, item, group.field->key);
            if (const auto* count = std::get_if<std::int64_t>(&value)) sum += *count;
            texts.insert(withUnit(plan, *group.field, value));
        }
        const auto value = group.field->key == "quantity" ? displayCount(sum) + " units" : texts.size() == 1 ? *texts.begin() : std::string("each its own");
        rows.push_back(assumptionRow(fmt::format("{} of {} groups of units", group.field->label, group.items.size()), value, &provenance));
    }
}

/// The scenario and its ancestors, oldest first.
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

} // namespace

Table assumptionsTable(const Plan& plan) {
    Table table;
    table.caption = "Every assumption, its value and where it comes from";
    table.columns = {
        {"Assumption", TextAlign::Left, 2.1}, {"Value", TextAlign::Left, 1.1}, {"Source and note", TextAlign::Left, 4.0}, {"Confidence", TextAlign::Left, 0.9}};
    for (const Kind kind : allKinds) {
        if (kind == Kind::Cohort) {
            addCohortRows(plan, table.rows);
            continue;
        }
        for (const auto item : itemsOf(plan, kind))
            for (const auto& field : fieldsOf(kind)) {
                const auto value = valueOf(plan, item, field.key);
                const auto found = plan.provenance.find({item, std::string(field.key)});
                const auto* provenance = found == plan.provenance.end() ? nullptr : &found->second;
                if (!provenance && !isAlwaysShown(kind, field, value)) continue;
                const auto name = infoOf(kind).single ? std::string(field.label) : fmt::format("{}: {}", nameOf(plan, item), field.label);
                table.rows.push_back(assumptionRow(name, withUnit(plan, field, value), provenance));
            }
    }
    table.note = "Confidence, from surest to least sure: quote, record, price book, estimate, guess.";
    return table;
}

Table scenarioTable(const Plan& plan, const Comparison& comparison) {
    Table table;
    table.caption = "What each option says instead of the plan as entered";
    table.columns = {{"Option", TextAlign::Left, 1.2},
                     {"For", TextAlign::Left, 1.6},
                     {"Field", TextAlign::Left, 1.2},
                     {"In the plan", TextAlign::Left, 1.2},
                     {"In this option", TextAlign::Left, 1.2}};
    for (const auto& scenario : comparison.scenarios) {
        const auto& name = scenario.calculation->name;
        const auto rowsBefore = table.rows.size();
        std::map<FieldRef, Value> overrides; // a child's word counts more than its parent's
        for (const auto ancestor : lineageOf(plan, scenario.calculation->scenario))
            for (auto at = plan.overrides.lower_bound({ancestor, FieldRef{}}); at != plan.overrides.end() && at->first.first == ancestor; ++at)
                overrides[at->first.second] = at->second;
        for (const auto& [target, value] : overrides) {
            const auto* field = findField(target.item.kind, target.field);
            if (!field || !contains(plan, target.item)) continue;
            const auto entered = withUnit(plan, *field, valueOf(plan, target.item, target.field)), instead = withUnit(plan, *field, value);
            table.rows.push_back({{{name},
                                   {nameOf(plan, target.item)},
                                   {std::string(field->label)},
                                   {entered.empty() ? "blank" : entered},
                                   {instead.empty() ? "blank" : instead}}});
        }
        if (table.rows.size() == rowsBefore) table.rows.push_back({{{name}, {"the plan as entered"}, {"–"}, {"–"}, {"no changes"}}});
    }
    return table;
}

} // namespace tco
