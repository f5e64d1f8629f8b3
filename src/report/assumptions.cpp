// SPDX-License-Identifier: Apache-2.0

// What a reader has to know to check the figures: every assumption with its source, and what each
// scenario says instead.

#include "tco/base/ascii.hpp"
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

/// The values of one item, or of several alike, that were noted with the same source.
struct SourcedEntries {
    std::string about;
    const Provenance* provenance = nullptr;                        ///< of the first; but for their notes all are the same. Null = no source
    std::vector<std::pair<std::string, std::string>> entries = {}; ///< "Price: $390.00" and its note
};

std::vector<std::string> sentencesOf(std::string_view text) {
    std::vector<std::string> sentences;
    while (!text.empty()) {
        const auto end = text.find(". ");
        sentences.emplace_back(text.substr(0, end == text.npos ? end : end + 1));
        text.remove_prefix(end == text.npos ? text.size() : end + 2);
    }
    return sentences;
}

/// The sentences with which all notes end.
std::string commonEnding(const std::vector<std::pair<std::string, std::string>>& entries) {
    auto common = sentencesOf(entries.front().second);
    for (const auto& [value, note] : entries) {
        const auto sentences = sentencesOf(note);
        const auto differ = std::mismatch(common.rbegin(), common.rend(), sentences.rbegin(), sentences.rend());
        common.erase(common.begin(), differ.first.base());
    }
    return fmt::format("{}", fmt::join(common, " "));
}

void appendSentence(std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += sentence;
}

/// A line for each note, with the values it is about; then the source and what is noted on all of them.
Table::Row rowOf(const SourcedEntries& sourced) {
    const auto ending = commonEnding(sourced.entries);
    std::vector<std::pair<std::string, std::string>> lines; // a note and its values
    for (const auto& [value, note] : sourced.entries) {
        auto own = note.substr(0, note.size() - ending.size());
        own.erase(own.find_last_not_of(' ') + 1);
        const auto line = std::ranges::find(lines, own, &std::pair<std::string, std::string>::first);
        line == lines.end() ? void(lines.emplace_back(std::move(own), value)) : void(line->second += "; " + value);
    }
    std::string text;
    for (const auto& [note, values] : lines) {
        auto line = values;
        appendSentence(line, note);
        text += line + '\n';
    }
    const auto* provenance = sourced.provenance;
    if (!provenance) return {{{sourced.about}, {text + "No source noted"}, {"–"}}};
    auto source = provenance->source.empty() ? std::string("No source noted") : "Source: " + provenance->source;
    appendSentence(source, ending);
    if (const auto author = authorWords(*provenance); !author.empty()) source += fmt::format(" ({})", author);
    return {{{sourced.about}, {text + source}, {std::string(label(provenance->confidence))}}};
}

bool isSameSource(const Provenance* a, const Provenance* b) {
    if (!a || !b) return a == b;
    return a->source == b->source && a->confidence == b->confidence && a->author == b->author && a->noted == b->noted;
}

/// Joins what the same source says about one item.
class RowList {
  public:
    void start(std::string about) {
        close();
        m_about = std::move(about);
    }
    void add(const std::string& label, const std::string& value, const Provenance* provenance) {
        auto place = std::ranges::find_if(m_open, [&](const auto& each) { return isSameSource(each.provenance, provenance); });
        if (place == m_open.end()) place = m_open.insert(place, {m_about, provenance});
        place->entries.emplace_back(fmt::format("{}: {}", label, value), provenance ? std::string(trimmed(provenance->note)) : std::string());
    }
    std::vector<Table::Row> finish() {
        close();
        return std::move(m_rows);
    }

  private:
    void close() {
        for (const auto& each : m_open) m_rows.push_back(rowOf(each));
        m_open.clear();
    }

    std::string m_about;
    std::vector<SourcedEntries> m_open;
    std::vector<Table::Row> m_rows;
};

/// An import notes the same source on many cohorts; they share one row.
struct SharedSource {
    const Field* field;
    std::vector<ItemRef> items;
};

constexpr std::size_t fewestToShareARow = 3;

/// "600 units", or the value where all have the same.
std::string sharedValue(const Plan& plan, const SharedSource& group) {
    std::int64_t sum = 0;
    std::set<std::string> texts;
    for (const auto item : group.items) {
        const auto value = valueOf(plan, item, group.field->key);
        if (const auto* count = std::get_if<std::int64_t>(&value)) sum += *count;
        texts.insert(words::valueText(plan, *group.field, value));
    }
    if (group.field->key == "quantity") return displayCount(sum) + " units";
    return texts.size() == 1 ? *texts.begin() : std::string("each its own");
}

void addCohortRows(const Plan& plan, RowList& rows) {
    std::map<std::tuple<std::string, std::string, std::string, Confidence, std::string>, SharedSource> shared;
    for (const auto& [where, provenance] : plan.provenance) {
        const auto* field = findField(Kind::Cohort, where.field);
        if (where.item.kind != Kind::Cohort || !field || !contains(plan, where.item)) continue;
        auto& group = shared[{where.field, provenance.source, provenance.note, provenance.confidence, authorWords(provenance)}];
        group.field = field;
        group.items.push_back(where.item);
    }
    std::map<ItemRef, std::vector<const Field*>> single;
    for (const auto& [key, group] : shared) {
        if (group.items.size() < fewestToShareARow) {
            for (const auto item : group.items) single[item].push_back(group.field);
            continue;
        }
        rows.start(fmt::format("{} groups of units", group.items.size()));
        rows.add(std::string(group.field->label), sharedValue(plan, group), &plan.provenance.at({group.items.front(), std::string(group.field->key)}));
    }
    for (const auto& [item, fields] : single) {
        rows.start(nameOf(plan, item));
        for (const auto* field : fields)
            rows.add(std::string(field->label), words::valueText(plan, *field, valueOf(plan, item, field->key)),
                     &plan.provenance.at({item, std::string(field->key)}));
    }
}

} // namespace

Table assumptionsTable(const Plan& plan) {
    Table table;
    table.caption = "Every assumption, its value and where it comes from";
    table.columns = {{"For", TextAlign::Left, 1.4}, {"Assumptions, notes and source", TextAlign::Left, 5.2}, {"Confidence", TextAlign::Left, 0.8}};
    RowList rows;
    for (const Kind kind : allKinds) {
        if (kind == Kind::Cohort) {
            addCohortRows(plan, rows);
            continue;
        }
        for (const auto item : itemsOf(plan, kind)) {
            rows.start(infoOf(kind).single ? "The whole plan" : nameOf(plan, item));
            for (const auto& field : fieldsOf(kind)) {
                const auto value = valueOf(plan, item, field.key);
                const auto found = plan.provenance.find({item, std::string(field.key)});
                const auto* provenance = found == plan.provenance.end() ? nullptr : &found->second;
                if (provenance || isAlwaysShown(kind, field, value)) rows.add(std::string(field.label), words::valueText(plan, field, value), provenance);
            }
        }
    }
    table.rows = rows.finish();
    table.note =
        "Confidence, from surest to least sure: quote, record, price book, estimate, guess. A source is named once for all that it says about an item.";
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
