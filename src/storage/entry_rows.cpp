// SPDX-License-Identifier: Apache-2.0
#include "entry_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan_rows.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

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

} // namespace

void bindEntry(Statement& statement, int index, const PlanEntry& entry) {
    statement.bind(index, key(entry.part));
    statement.bind(index + 1, infoOf(entry.item.kind).key);
    statement.bind(index + 2, entry.item.id);
    statement.bind(index + 3, std::string_view(entry.field));
    statement.bind(index + 4, entry.scenario.value);
}

void bindContent(const Connection& connection, Statement& statement, int index, const PlanEntry& entry, const std::optional<EntryContent>& content) {
    if (!content) return statement.bind(index, nullptr);
    if (const auto* source = std::get_if<Provenance>(&*content)) return statement.bind(index, std::string_view(sourceAsJson(connection, *source)));
    const auto& value = std::get<Value>(*content);
    if (entry.part == EntryPart::Item) return statement.bind(index, std::string_view(std::get<std::string>(value)));
    statement.bind(index, std::string_view(canonicalText(*findField(entry.item.kind, entry.field), value)));
}

PlanEntry entryAt(const Statement& row, int column) {
    const auto part = std::ranges::find(allEntryParts, row.text(column), [](EntryPart each) { return std::string(key(each)); });
    const auto kind = kindFromKey(row.text(column + 1));
    if (part == std::end(allEntryParts) || !kind) throw DamagedRow("unknown kind of entry");
    PlanEntry entry{*part, {*kind, row.number(column + 2)}, row.text(column + 3), ScenarioId{row.number(column + 4)}};
    if (infoOf(*kind).single && entry.item.id != singleId) throw DamagedRow("impossible id");
    if (entry.item.id < 1 || entry.item.id > maxRawId || entry.scenario.value < 0 || entry.scenario.value > maxRawId) throw DamagedRow("impossible id");
    if (entry.part != EntryPart::Item && !findField(*kind, entry.field)) throw DamagedRow("unknown field");
    return entry;
}

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
    connection.execute(
        fmt::format("UPDATE {0} SET {1} = json_set({1}, '$[{2}]', '') WHERE part = '{3}'", table, column, authorInSource, key(EntryPart::Source)));
    connection.execute(fmt::format("UPDATE {0} SET {1} = '' WHERE {1} IS NOT NULL AND field IN ('closed_by', 'adopted_by') AND part IN ('{2}', '{3}')", table,
                                   column, key(EntryPart::FieldValue), key(EntryPart::Override)));
}

} // namespace tco::sqlite
