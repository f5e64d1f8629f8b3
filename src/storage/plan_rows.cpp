// SPDX-License-Identifier: Apache-2.0
#include "plan_rows.hpp"

#include <fmt/format.h>

#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

[[noreturn]] void damaged(std::string_view table, RawId row, std::string_view reason) {
    throw DamagedRow(fmt::format("row {} of table “{}”: {}", row, table, reason));
}

// --- Reading ---------------------------------------------------------------------------------------

Value cellValue(const Statement& row, int column, const Field& field) {
    if (row.isNull(column)) return {};
    if (field.type == FieldType::Money) return Money::fromCents(row.number(column));
    const auto text = row.text(column);
    if (!isText(text)) throw DamagedRow(fmt::format("{} is not readable text", field.key));
    auto value = valueFromCanonical(field, text);
    if (!value) throw DamagedRow(fmt::format("{}: {}", field.key, value.error().message));
    return *value;
}

void readItem(const Statement& row, Plan& plan, ItemRef item) {
    constexpr std::int64_t mostCents = 100'000'000'000'000'000; // as Money::rounded(): beyond it sums could overflow
    int column = 0;
    for (const auto& field : fieldsOf(item.kind)) {
        const auto value = cellValue(row, ++column, field);
        if (const auto* money = std::get_if<Money>(&value); money && (money->cents() > mostCents || money->cents() < -mostCents))
            throw DamagedRow(fmt::format("{} is too large", field.key));
        setValue(plan, item, field.key, value);
        if (field.type == FieldType::Count && !isBlank(value) && valueOf(plan, item, field.key) != value)
            throw DamagedRow(fmt::format("{} is too large", field.key)); // the member is narrower than the column
    }
}

void readItems(const Connection& connection, Plan& plan, Kind kind) {
    const auto& info = infoOf(kind);
    std::string columns = "id";
    for (const auto& field : fieldsOf(kind)) columns += fmt::format(", \"{}\"", field.key);
    Statement row(connection, fmt::format("SELECT {} FROM \"{}\" ORDER BY id", columns, info.key));
    int count = 0;
    for (; row.step(); ++count) {
        const ItemRef item{kind, row.number(0)};
        if (item.id < 1 || item.id > maxRawId) damaged(info.key, item.id, "the id is out of range");
        if (!info.single) addItem(plan, item);
        try {
            readItem(row, plan, item);
        } catch (const DamagedRow& fault) {
            damaged(info.key, item.id, fault.what());
        }
    }
    if (info.single && count != 1) throw DamagedRow(fmt::format("table “{}” is empty", info.key));
}

/// Reads item_kind, item_id, field from column `first` on.
FieldRef fieldRefAt(const Statement& row, int first, std::string_view table) {
    const auto kind = kindFromKey(row.text(first));
    if (!kind) damaged(table, row.number(0), "unknown kind of item");
    FieldRef ref{{*kind, row.number(first + 1)}, row.text(first + 2)};
    if (!findField(*kind, ref.field)) damaged(table, row.number(0), "unknown field");
    return ref;
}

void readProvenance(const Connection& connection, Plan& plan) {
    Statement row(connection, "SELECT id, item_kind, item_id, field, source, note, confidence, author, noted FROM provenance");
    while (row.step()) {
        auto ref = fieldRefAt(row, 1, "provenance");
        const auto confidence = confidenceFromKey(row.text(6));
        if (!confidence) damaged("provenance", row.number(0), "unknown confidence");
        Provenance provenance{row.text(4), row.text(5), *confidence, row.text(7), {}};
        if (!row.isNull(8)) {
            const auto noted = Date::parse(row.text(8));
            if (!noted) damaged("provenance", row.number(0), noted.error().message);
            provenance.noted = *noted;
        }
        if (!isText(provenance.source) || !isText(provenance.note) || !isText(provenance.author))
            damaged("provenance", row.number(0), "it is not readable text");
        plan.provenance[std::move(ref)] = std::move(provenance);
    }
}

void readOverrides(const Connection& connection, Plan& plan) {
    Statement row(connection, "SELECT id, scenario, item_kind, item_id, field, value FROM override");
    while (row.step()) {
        auto ref = fieldRefAt(row, 2, "override");
        const auto& field = *findField(ref.item.kind, ref.field);
        const auto text = row.text(5);
        auto value = valueFromCanonical(field, text);
        if (!isText(text) || !value) damaged("override", row.number(0), value ? "it is not readable text" : value.error().message);
        plan.overrides[{ScenarioId{row.number(1)}, std::move(ref)}] = std::move(*value);
    }
}

// --- Writing ---------------------------------------------------------------------------------------

void bindValue(Statement& statement, int index, const Field& field, const Value& value) {
    if (isBlank(value)) return statement.bind(index, nullptr);
    switch (field.type) {
    case FieldType::Count: return statement.bind(index, std::get<std::int64_t>(value));
    case FieldType::Money: return statement.bind(index, std::get<Money>(value).cents());
    case FieldType::Reference: return statement.bind(index, std::get<Link>(value).id);
    default: return statement.bind(index, canonicalText(field, value));
    }
}

void insertItem(Connection& connection, const Plan& plan, ItemRef item) {
    std::string columns = "id", marks = "?";
    for (const auto& field : fieldsOf(item.kind)) {
        columns += fmt::format(", \"{}\"", field.key);
        marks += ", ?";
    }
    Statement insert(connection, fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", infoOf(item.kind).key, columns, marks));
    insert.bind(1, item.id);
    int index = 1;
    for (const auto& field : fieldsOf(item.kind)) bindValue(insert, ++index, field, valueOf(plan, item, field.key));
    insert.step();
}

void updateItem(Connection& connection, const Plan& before, const Plan& after, ItemRef item) {
    std::string assignments;
    std::vector<std::pair<const Field*, Value>> changed;
    for (const auto& field : fieldsOf(item.kind)) {
        auto value = valueOf(after, item, field.key);
        if (value == valueOf(before, item, field.key)) continue;
        assignments += fmt::format("{}\"{}\" = ?", changed.empty() ? "" : ", ", field.key);
        changed.emplace_back(&field, std::move(value));
    }
    if (changed.empty()) return;
    Statement update(connection, fmt::format("UPDATE \"{}\" SET {} WHERE id = {}", infoOf(item.kind).key, assignments, item.id));
    int index = 0;
    for (const auto& [field, value] : changed) bindValue(update, ++index, *field, value);
    update.step();
}

/// Calls `remove(key)` and `put(key, value)` for what differs between two maps.
template <class Map, class Remove, class Put> void forDifferences(const Map& before, const Map& after, Remove remove, Put put) {
    for (const auto& [key, value] : before)
        if (!after.contains(key)) remove(key);
    for (const auto& [key, value] : after)
        if (const auto old = before.find(key); old == before.end() || old->second != value) put(key, value);
}

void writeProvenance(Connection& connection, const PlanChange& change) {
    Statement erase(connection, "DELETE FROM provenance WHERE item_kind = ? AND item_id = ? AND field = ?");
    Statement upsert(connection,
                     "INSERT INTO provenance (item_kind, item_id, field, source, note, confidence, author, noted) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, '')) "
                     "ON CONFLICT (item_kind, item_id, field) DO UPDATE SET source = ?4, note = ?5, confidence = ?6, author = ?7, noted = nullif(?8, '')");
    forDifferences(
        change.before.provenance, change.after.provenance,
        [&](const FieldRef& ref) { erase.run(infoOf(ref.item.kind).key, ref.item.id, std::string_view(ref.field)); },
        [&](const FieldRef& ref, const Provenance& provenance) {
            const auto noted = provenance.noted ? provenance.noted->iso() : std::string();
            upsert.run(infoOf(ref.item.kind).key, ref.item.id, std::string_view(ref.field), std::string_view(provenance.source),
                       std::string_view(provenance.note), key(provenance.confidence), std::string_view(provenance.author), std::string_view(noted));
        });
}

void writeOverrides(Connection& connection, const PlanChange& change) {
    Statement erase(connection, "DELETE FROM override WHERE scenario = ? AND item_kind = ? AND item_id = ? AND field = ?");
    Statement upsert(connection, "INSERT INTO override (scenario, item_kind, item_id, field, value) VALUES (?1, ?2, ?3, ?4, nullif(?5, '')) "
                                 "ON CONFLICT (scenario, item_kind, item_id, field) DO UPDATE SET value = nullif(?5, '')");
    forDifferences(
        change.before.overrides, change.after.overrides,
        [&](const auto& where) {
            erase.run(where.first.value, infoOf(where.second.item.kind).key, where.second.item.id, std::string_view(where.second.field));
        },
        [&](const auto& where, const Value& value) {
            const auto& ref = where.second;
            const auto text = canonicalText(*findField(ref.item.kind, ref.field), value);
            upsert.run(where.first.value, infoOf(ref.item.kind).key, ref.item.id, std::string_view(ref.field), std::string_view(text));
        });
}

} // namespace

Plan readPlan(const Connection& connection) {
    Plan plan;
    for (const Kind kind : allKinds) readItems(connection, plan, kind);
    readProvenance(connection, plan);
    readOverrides(connection, plan);
    return plan;
}

void writeChange(Connection& connection, const PlanChange& change) {
    for (const auto item : change.touched) {
        const bool was = contains(change.before, item), is = contains(change.after, item);
        if (was && is)
            updateItem(connection, change.before, change.after, item);
        else if (is)
            insertItem(connection, change.after, item);
        else if (was)
            Statement(connection, fmt::format("DELETE FROM \"{}\" WHERE id = {}", infoOf(item.kind).key, item.id)).step();
    }
    writeProvenance(connection, change);
    writeOverrides(connection, change);
}

void writeSingleItem(Connection& connection, Kind kind) { insertItem(connection, Plan(), {kind, singleId}); }

void writeSingleItems(Connection& connection) {
    for (const Kind kind : allKinds)
        if (infoOf(kind).single) writeSingleItem(connection, kind);
}

} // namespace tco::sqlite
