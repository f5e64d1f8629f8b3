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

template <class T> bool isZeroNumber(const T& number) {
    if constexpr (requires { number.isZero(); })
        return number.isZero();
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return number == 0;
    else if constexpr (requires { number.values(); })
        return std::ranges::all_of(number.values(), [](const auto& each) { return each.isZero(); });
    else
        return std::is_same_v<T, std::monostate>;
}

bool isZero(const Value& value) {
    return std::visit([](const auto& number) { return isZeroNumber(number); }, value);
}

bool isNumeric(FieldType type) {
    switch (type) {
    case FieldType::Money:
    case FieldType::UnitPrice:
    case FieldType::Rate:
    case FieldType::Number:
    case FieldType::Rates:
    case FieldType::Amounts:
    case FieldType::UnitPrices: return true;
    case FieldType::Text:
    case FieldType::Choice:
    case FieldType::Count:
    case FieldType::Day:
    case FieldType::Reference: break;
    }
    return false;
}

/// Prices, rates and lives move the result, so they are shown with or without a source. Facts about what is
/// there (cohorts, sites) are shown where somebody noted a source.
bool isAlwaysShown(Kind kind, const Field& field, const Value& value) {
    if (kind == Kind::Assumptions) return true;
    if (isZero(value)) return false;
    const bool fact = kind == Kind::District || kind == Kind::Site || kind == Kind::Cohort || kind == Kind::Scenario;
    const bool number = isNumeric(field.type) || field.key == "useful_life" || field.key == "students";
    return !fact && number;
}

Table::Row assumptionRow(std::string name, std::string value, const Provenance* provenance) {
    Table::Row row;
    row.cells = {{std::move(name)}, {std::move(value)}};
    if (!provenance) {
        row.cells.push_back({"no source noted"});
        row.cells.push_back({"–"});
        return row;
    }
    auto source = provenance->source.empty() ? std::string("no source noted") : provenance->source;
    if (!provenance->note.empty()) source += (source.ends_with('.') ? " " : ". ") + provenance->note;
    if (const auto author = authorWords(*provenance); !author.empty()) source += fmt::format(" ({})", author);
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
                                             words::valueText(plan, *group.field, valueOf(plan, item, group.field->key)), &provenance));
            continue;
        }
        std::int64_t sum = 0;
        std::set<std::string> texts;
        for (const auto item : group.items) {
            const auto value = valueOf(plan, item, group.field->key);
            if (const auto* count = std::get_if<std::int64_t>(&value)) sum += *count;
            texts.insert(words::valueText(plan, *group.field, value));
        }
        const auto value = group.field->key == "quantity" ? displayCount(sum) + " units" : texts.size() == 1 ? *texts.begin() : std::string("each its own");
        rows.push_back(assumptionRow(fmt::format("{} of {} groups of units", group.field->label, group.items.size()), value, &provenance));
    }
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
                table.rows.push_back(assumptionRow(fieldName(plan, {item, std::string(field.key)}), words::valueText(plan, field, value), provenance));
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
        for (const auto& [target, value] : overridesIn(plan, scenario.calculation->scenario)) {
            const auto* field = findField(target.item.kind, target.field);
            if (!field || !contains(plan, target.item)) continue;
            const auto entered = words::valueText(plan, *field, valueOf(plan, target.item, target.field)), instead = words::valueText(plan, *field, value);
            table.rows.push_back({{{name}, {nameOf(plan, target.item)}, {std::string(field->label)}, {entered}, {instead}}});
        }
        if (table.rows.size() == rowsBefore) table.rows.push_back({{{name}, {"the plan as entered"}, {"–"}, {"–"}, {"no changes"}}});
    }
    return table;
}

} // namespace tco
