// SPDX-License-Identifier: Apache-2.0
#include "entry_rows.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "plan_rows.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

constexpr int authorInSource = 3; // place in the JSON list

std::string sourceAsJson(EntryStatements& statements, const Provenance& source) {
    auto& json = statements.sourceAsJson;
    json.reset();
    json.bind(1, std::string_view(source.source));
    json.bind(2, std::string_view(source.note));
    json.bind(3, key(source.confidence));
    json.bind(4, std::string_view(source.author));
    json.bind(5, std::string_view(source.noted ? source.noted->iso() : std::string()));
    json.step();
    return json.text(0);
}

Provenance sourceFromJson(EntryStatements& statements, std::string_view text) {
    auto& parts = statements.sourceParts;
    parts.reset();
    parts.bind(1, text);
    parts.step();
    const auto confidence = confidenceFromKey(parts.text(2));
    if (!confidence) throw DamagedRow("unknown confidence");
    Provenance source{parts.text(0), parts.text(1), *confidence, parts.text(3), {}};
    if (const auto noted = Date::parse(parts.text(4))) source.noted = *noted;
    return source;
}

std::string contentAsText(EntryStatements& statements, const PlanEntry& entry, const EntryContent& content) {
    if (const auto* source = std::get_if<Provenance>(&content)) return sourceAsJson(statements, *source);
    const auto& value = std::get<Value>(content);
    if (entry.part == EntryPart::Item) return std::get<std::string>(value);
    return canonicalText(*findField(entry.item.kind, entry.field), value);
}

EntryContent contentFromText(EntryStatements& statements, const PlanEntry& entry, const std::string& text) {
    if (!isText(text)) throw DamagedRow("it is not readable text");
    if (entry.part == EntryPart::Source) return sourceFromJson(statements, text);
    if (entry.part == EntryPart::Item) return Value(text);
    const auto* field = findField(entry.item.kind, entry.field);
    if (!field) throw DamagedRow("unknown field");
    auto value = valueFromCanonical(*field, text);
    if (!value) throw DamagedRow(value.error().message);
    return std::move(*value);
}

std::optional<EntryContent> contentFromText(EntryStatements& statements, const PlanEntry& entry, const std::optional<std::string>& text) {
    if (!text) return {};
    return contentFromText(statements, entry, *text);
}

using Texts = std::vector<std::pair<std::string, std::string>>; ///< by field

/// An item as it came or as it was when it went, in a JSON list: its name where its values do not say it, the values of its fields, their sources.
struct ItemTexts {
    std::string name;
    Texts values, sources; ///< canonical text; JSON lists
};

std::string nameAmong(const Texts& values) {
    const auto name = std::ranges::find(values, "name", &Texts::value_type::first);
    return name == values.end() ? std::string() : name->second;
}

std::string itemAsJson(EntryStatements& statements, const ItemTexts& item) {
    const auto object = [](const Texts& texts, std::string_view value) {
        if (texts.empty()) return std::string("'{}'");
        std::string rows;
        for (std::size_t i = 0; i < texts.size(); ++i) rows += i ? ", (?, ?)" : "(?, ?)";
        return fmt::format("(SELECT json_group_object(column1, {}) FROM (VALUES {}))", value, rows);
    };
    Statement json(statements.connection,
                   fmt::format("SELECT json_array(?, json({}), json({}))", object(item.values, "column2"), object(item.sources, "json(column2)")));
    if (nameAmong(item.values) != item.name) json.bind(1, std::string_view(item.name)); // else it is blank
    int index = 1;
    for (const auto* texts : {&item.values, &item.sources}) {
        for (const auto& [field, text] : *texts) {
            json.bind(++index, std::string_view(field));
            json.bind(++index, std::string_view(text));
        }
    }
    json.step();
    return json.text(0);
}

ItemTexts itemFromJson(EntryStatements& statements, const std::string& text) {
    if (!isText(text)) throw DamagedRow("it is not readable text");
    auto& name = statements.itemName;
    name.reset();
    name.bind(1, std::string_view(text));
    name.step();
    auto& entry = statements.itemEntries;
    const auto textsAt = [&](std::string_view path, std::string_view type) {
        Texts texts;
        entry.reset();
        entry.bind(1, std::string_view(text));
        entry.bind(2, path);
        while (entry.step()) {
            if (entry.text(2) != type) throw DamagedRow("a content is of another type");
            texts.emplace_back(entry.text(0), entry.text(1));
        }
        return texts;
    };
    auto values = textsAt("$[1]", "text");
    return {name.optionalText(0).value_or(nameAmong(values)), std::move(values), textsAt("$[2]", "array")};
}

/// Packs the values and sources of the items that come or go into the rows of these.
class RowWriter {
  public:
    explicit RowWriter(EntryStatements& statements) : m_statements(statements) {}

    std::vector<EntryRow> write(const std::vector<EntryChange>& changes) {
        for (const auto& change : changes)
            if (change.entry.part == EntryPart::Item && change.before.has_value() != change.after.has_value())
                m_items.try_emplace(change.entry.item, WholeItem{&change, {}});
        for (const auto& change : changes)
            if (auto* item = itemWith(change))
                (change.entry.part == EntryPart::Source ? item->texts.sources : item->texts.values)
                    .emplace_back(change.entry.field, contentAsText(m_statements, change.entry, change.after ? *change.after : *change.before));
        std::vector<EntryRow> rows;
        for (const auto& change : changes)
            if (!itemWith(change)) rows.push_back(rowOf(change));
        return rows;
    }

  private:
    struct WholeItem {
        const EntryChange* change; ///< that it comes or goes
        ItemTexts texts;
    };

    /// The item in whose row a value or a source stands: that comes, or goes, with it.
    WholeItem* itemWith(const EntryChange& change) {
        const bool canBePacked = change.entry.part == EntryPart::FieldValue || change.entry.part == EntryPart::Source;
        const auto item = canBePacked ? m_items.find(change.entry.item) : m_items.end();
        const auto isAlike = [&](const EntryChange& other) {
            return change.before.has_value() == other.before.has_value() && change.after.has_value() == other.after.has_value();
        };
        return item != m_items.end() && isAlike(*item->second.change) ? &item->second : nullptr;
    }

    EntryRow rowOf(const EntryChange& change) {
        EntryRow row{std::string(key(change.entry.part)), change.entry.item, change.entry.field, change.entry.scenario, {}, {}};
        if (change.before) row.before = contentAsText(m_statements, change.entry, *change.before);
        if (change.after) row.after = contentAsText(m_statements, change.entry, *change.after);
        if (const auto item = m_items.find(row.item); item != m_items.end() && item->second.change == &change) {
            row.part = wholeItem;
            auto texts = item->second.texts;
            auto& content = row.after ? row.after : row.before;
            texts.name = *content;
            content = itemAsJson(m_statements, texts);
        }
        return row;
    }

    EntryStatements& m_statements;
    std::map<ItemRef, WholeItem> m_items;
};

} // namespace

EntryStatements::EntryStatements(const Connection& of)
    : connection(of), sourceAsJson(of, "SELECT json_array(?, ?, ?, ?, ?)"),
      sourceParts(of, "SELECT json_extract(?1, '$[0]'), json_extract(?1, '$[1]'), json_extract(?1, '$[2]'), json_extract(?1, '$[3]'), "
                      "json_extract(?1, '$[4]')"),
      itemName(of, "SELECT json_extract(?, '$[0]')"), itemEntries(of, "SELECT key, value, type FROM json_each(?, ?)") {}

std::vector<EntryRow> rowsFor(EntryStatements& statements, const std::vector<EntryChange>& changes) { return RowWriter(statements).write(changes); }

std::vector<EntryChange> changesIn(EntryStatements& statements, const EntryRow& row) {
    const auto part = std::ranges::find(allEntryParts, row.part, [](EntryPart each) { return std::string(key(each)); });
    const bool isWhole = row.part == wholeItem;
    if (part == std::end(allEntryParts) && !isWhole) throw DamagedRow("unknown kind of entry");
    if (infoOf(row.item.kind).single && row.item.id != singleId) throw DamagedRow("impossible id");
    if (row.item.id < 1 || row.item.id > maxRawId || row.scenario.value < 0 || row.scenario.value > maxRawId) throw DamagedRow("impossible id");
    const PlanEntry entry{isWhole ? EntryPart::Item : *part, row.item, row.field, row.scenario};
    if (!isWhole) {
        if (entry.part != EntryPart::Item && !findField(row.item.kind, row.field)) throw DamagedRow("unknown field");
        return {{entry, contentFromText(statements, entry, row.before), contentFromText(statements, entry, row.after)}};
    }
    if (row.before.has_value() == row.after.has_value()) throw DamagedRow("an item neither comes nor goes");
    const bool comes = row.after.has_value();
    const auto [name, values, sources] = itemFromJson(statements, comes ? *row.after : *row.before);
    const auto change = [&](const PlanEntry& what, const std::string& text) {
        EntryChange made{what, {}, {}};
        (comes ? made.after : made.before) = contentFromText(statements, what, text);
        return made;
    };
    // As differencesBetween() has them: an item comes before what it holds, and goes after it.
    std::vector<EntryChange> changes{change(entry, name)};
    for (const auto& [field, text] : values) changes.push_back(change({EntryPart::FieldValue, row.item, field, {}}, text));
    for (const auto& [field, text] : sources) {
        if (!findField(row.item.kind, field)) throw DamagedRow("unknown field");
        changes.push_back(change({EntryPart::Source, row.item, field, {}}, text));
    }
    if (!comes) std::ranges::rotate(changes, changes.begin() + 1);
    return changes;
}

void bindEntry(Statement& statement, int index, const EntryRow& row) {
    statement.bind(index, std::string_view(row.part));
    statement.bind(index + 1, infoOf(row.item.kind).key);
    statement.bind(index + 2, row.item.id);
    statement.bind(index + 3, std::string_view(row.field));
    statement.bind(index + 4, row.scenario.value);
}

EntryRow entryAt(const Statement& row, int column) {
    const auto kind = kindFromKey(row.text(column + 1));
    if (!kind) throw DamagedRow("unknown kind of entry");
    return {row.text(column), {*kind, row.number(column + 2)}, row.text(column + 3), ScenarioId{row.number(column + 4)}, {}, {}};
}

std::int64_t dropUnreadableRows(Connection& connection, std::string_view table, std::string_view query, const std::function<void(const Statement&)>& read) {
    std::vector<std::int64_t> unreadable;
    {
        Statement row(connection, query);
        while (row.step()) try {
                read(row);
            } catch (const std::exception&) {
                unreadable.push_back(row.number(0));
            }
    }
    Statement remove(connection, fmt::format("DELETE FROM {} WHERE id = ?", table));
    for (const auto id : unreadable) {
        remove.run(id);
        remove.reset();
    }
    return std::int64_t(unreadable.size());
}

void dropAuthors(Connection& connection, std::string_view table, std::string_view column) {
    const auto update = [&](std::string_view content, std::string_view where) {
        connection.execute(fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NOT NULL AND {3}", table, column, content, where));
    };
    update(fmt::format("json_set({}, '$[{}]', '')", column, authorInSource), fmt::format("part = '{}'", key(EntryPart::Source)));
    update(fmt::format("json_replace({0}, '$[2]', json((SELECT json_group_object(key, json_set(value, '$[{1}]', '')) FROM json_each({0}, '$[2]'))))", column,
                       authorInSource),
           fmt::format("part = '{}'", wholeItem));
    for (const auto& [kind, field] : fieldsNamingPersons()) {
        const auto isOfKind = fmt::format("item_kind = '{}' AND part", infoOf(kind).key);
        update("''", fmt::format("field = '{}' AND {} IN ('{}', '{}')", field->key, isOfKind, key(EntryPart::FieldValue), key(EntryPart::Override)));
        update(fmt::format("json_replace({}, '$[1].{}', '')", column, field->key), fmt::format("{} = '{}'", isOfKind, wholeItem));
    }
}

} // namespace tco::sqlite
