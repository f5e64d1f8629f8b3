// SPDX-License-Identifier: Apache-2.0
#include "history_rows.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "plan_rows.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

constexpr std::string_view partKeys[] = {"item", "value", "override", "source"};
constexpr int authorInSource = 3; // place in the JSON list

std::string sourceAsJson(const Connection& connection, const Provenance& source) {
    Statement json(connection, "SELECT json_array(?, ?, ?, ?, ?)");
    json.bind(1, std::string_view(source.source));
    json.bind(2, std::string_view(source.note));
    json.bind(3, key(source.confidence));
    json.bind(4, std::string_view(source.author));
    json.bind(5, std::string_view(source.noted ? source.noted->iso() : std::string()));
    json.step();
    return json.text(0);
}

Provenance sourceFromJson(const Connection& connection, std::string_view text) {
    Statement parts(connection, "SELECT json_extract(?1, '$[0]'), json_extract(?1, '$[1]'), json_extract(?1, '$[2]'), json_extract(?1, '$[3]'), "
                                "json_extract(?1, '$[4]')");
    parts.bind(1, text);
    parts.step();
    const auto confidence = confidenceFromKey(parts.text(2));
    if (!confidence) throw DamagedRow("unknown confidence");
    Provenance source{parts.text(0), parts.text(1), *confidence, parts.text(3), {}};
    if (const auto noted = Date::parse(parts.text(4))) source.noted = *noted;
    return source;
}

class ChangeWriter {
  public:
    explicit ChangeWriter(const Connection& connection)
        : m_connection(connection), m_insert(connection, "INSERT INTO history_change (edit, part, item_kind, item_id, field, scenario, before, after) "
                                                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)") {}

    void write(EditId edit, const EntryChange& change) {
        const auto& entry = change.entry;
        m_insert.bind(1, edit.value);
        m_insert.bind(2, partKeys[std::size_t(entry.part)]);
        m_insert.bind(3, infoOf(entry.item.kind).key);
        m_insert.bind(4, entry.item.id);
        m_insert.bind(5, std::string_view(entry.field));
        m_insert.bind(6, entry.scenario.value);
        bindContent(7, entry, change.before);
        bindContent(8, entry, change.after);
        m_insert.step();
        m_insert.reset();
    }

  private:
    void bindContent(int index, const PlanEntry& entry, const std::optional<EntryContent>& content) {
        if (!content) return m_insert.bind(index, nullptr);
        if (const auto* source = std::get_if<Provenance>(&*content)) return m_insert.bind(index, std::string_view(sourceAsJson(m_connection, *source)));
        const auto& value = std::get<Value>(*content);
        if (entry.part == EntryPart::Item) return m_insert.bind(index, std::string_view(std::get<std::string>(value)));
        m_insert.bind(index, std::string_view(canonicalText(*findField(entry.item.kind, entry.field), value)));
    }

    const Connection& m_connection;
    Statement m_insert;
};

std::optional<EntryContent> contentAt(const Connection& connection, const Statement& row, int column, const PlanEntry& entry) {
    if (row.isNull(column)) return {};
    const auto text = row.text(column);
    if (!isText(text)) throw DamagedRow("it is not readable text");
    if (entry.part == EntryPart::Source) return sourceFromJson(connection, text);
    if (entry.part == EntryPart::Item) return Value(text);
    auto value = valueFromCanonical(*findField(entry.item.kind, entry.field), text);
    if (!value) throw DamagedRow(value.error().message);
    return std::move(*value);
}

EntryChange changeAt(const Connection& connection, const Statement& row) {
    const auto part = std::ranges::find(partKeys, row.text(2));
    const auto kind = kindFromKey(row.text(3));
    if (part == std::end(partKeys) || !kind) throw DamagedRow("unknown kind of entry");
    PlanEntry entry{EntryPart(part - partKeys), {*kind, row.number(4)}, row.text(5), ScenarioId{row.number(6)}};
    if (entry.part != EntryPart::Item && !findField(*kind, entry.field)) throw DamagedRow("unknown field");
    auto before = contentAt(connection, row, 7, entry), after = contentAt(connection, row, 8, entry);
    return {std::move(entry), std::move(before), std::move(after)};
}

History readEdits(const Connection& connection) {
    History history;
    Statement row(connection, "SELECT id, day, time, author, name, import, merged_by FROM history_edit ORDER BY position, id");
    while (row.step()) {
        const auto day = Date::parse(row.text(1));
        HistoryEdit edit{EditId{row.number(0)}, day.value_or(Date()), row.text(2), row.text(3), row.text(4), row.text(5), EditId{row.number(6)}, {}};
        if (!day || !isText(edit.time) || !isText(edit.author) || !isText(edit.name) || !isText(edit.import))
            throw DamagedRow(fmt::format("row {} of table “history_edit” is not readable", edit.id.value));
        history.push_back(std::move(edit));
    }
    return history;
}

} // namespace

void writeHistoryEdit(Connection& connection, const HistoryEdit& edit) {
    Statement insert(connection, "INSERT INTO history_edit (id, position, day, time, author, name, import, merged_by) "
                                 "VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM history_edit), ?, ?, ?, ?, ?, nullif(?, 0))");
    insert.run(edit.id.value, std::string_view(edit.day.iso()), std::string_view(edit.time), std::string_view(edit.author), std::string_view(edit.name),
               std::string_view(edit.import), edit.mergedBy.value);
    ChangeWriter writer(connection);
    for (const auto& change : edit.changes) writer.write(edit.id, change);
}

History readHistory(const Connection& connection) {
    auto history = readEdits(connection);
    std::map<EditId, HistoryEdit*> byId;
    for (auto& edit : history) byId[edit.id] = &edit;
    Statement row(connection, "SELECT id, edit, part, item_kind, item_id, field, scenario, before, after FROM history_change ORDER BY id");
    while (row.step()) {
        const auto edit = byId.find(EditId{row.number(1)});
        if (edit == byId.end()) continue;
        try {
            edit->second->changes.push_back(changeAt(connection, row));
        } catch (const std::exception& fault) {
            throw DamagedRow(fmt::format("row {} of table “history_change”: {}", row.number(0), fault.what()));
        }
    }
    return history;
}

void purgeHistory(Connection& connection) { connection.execute("DELETE FROM history_change WHERE edit NOT IN (SELECT id FROM history_edit)"); }

void dropNames(Connection& connection) {
    connection.execute("UPDATE history_edit SET author = ''");
    connection.execute("UPDATE provenance SET author = ''");
    connection.execute(
        fmt::format("UPDATE history_change SET before = json_set(before, '$[{0}]', ''), after = json_set(after, '$[{0}]', '') WHERE part = '{1}'",
                    authorInSource, partKeys[std::size_t(EntryPart::Source)]));
}

} // namespace tco::sqlite
