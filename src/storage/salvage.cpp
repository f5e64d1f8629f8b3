// SPDX-License-Identifier: Apache-2.0
#include "salvage.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "adopted_rows.hpp"
#include "history_rows.hpp"
#include "page_reader.hpp"
#include "plan_rows.hpp"
#include "schema.hpp"
#include "tco/base/utf8.hpp"

namespace tco::sqlite {
namespace {

constexpr std::int64_t mostCents = 100'000'000'000'000'000; // as the reader of plans has it
constexpr std::size_t mostNamed = 20;                       // more of one kind are only counted

/// A table as this version of the program has it.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<bool> isWhole, isNeeded; ///< of a column: it holds whole numbers, else text; it is never blank
    std::optional<Kind> kind;            ///< of plan items; nothing for the other tables
    std::int64_t kept = 0, blanked = 0;
    Loss loss;
    std::vector<std::string> names; ///< of what is blank
};

std::vector<Table> tablesOf(const Connection& fresh) {
    std::vector<Table> tables;
    Statement query(fresh, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rootpage");
    while (query.step()) {
        Table table;
        table.name = query.text(0);
        table.kind = kindFromKey(table.name);
        Statement column(fresh, fmt::format("SELECT name, type = 'INTEGER', \"notnull\" FROM pragma_table_info('{}') ORDER BY cid", table.name));
        while (column.step()) {
            table.columns.push_back(column.text(0));
            table.isWhole.push_back(column.number(1) != 0);
            table.isNeeded.push_back(column.number(2) != 0);
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

std::string textOf(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    return {};
}

/// True when the reader of plans will take the value.
bool isReadable(const Field& field, const Cell& cell, Plan& scratch, ItemRef item) {
    if (std::holds_alternative<std::monostate>(cell)) return true;
    const bool isWhole = field.type == FieldType::Money || field.type == FieldType::Count || field.type == FieldType::Reference;
    const auto* number = std::get_if<std::int64_t>(&cell);
    if (isWhole ? !number : !std::holds_alternative<std::string>(cell)) return false;
    if (field.type == FieldType::Money) return *number <= mostCents && *number >= -mostCents;
    const auto text = textOf(cell);
    const auto value = isText(text) ? valueFromCanonical(field, text) : Expected<Value>(fail(ErrorCode::InvalidInput, {}));
    if (!value) return false;
    if (field.type != FieldType::Count) return true;
    setValue(scratch, item, field.key, *value);
    return valueOf(scratch, item, field.key) == *value; // else the member is narrower
}

/// Each value is of the type of its column.
bool fitTypes(const Table& table, const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto* text = std::get_if<std::string>(&cells[i]);
        const bool isBlank = std::holds_alternative<std::monostate>(cells[i]);
        const bool fits = isBlank ? !table.isNeeded[i] : table.isWhole[i] ? std::holds_alternative<std::int64_t>(cells[i]) : text && isText(*text);
        if (!fits) return false;
    }
    return true;
}

class Salvager {
  public:
    Salvager(std::string_view content, Connection& fresh) : m_reader(content), m_fresh(fresh), m_tables(tablesOf(fresh)) {}

    /// How many rows were saved.
    std::int64_t run() {
        m_fresh.execute("PRAGMA foreign_keys = OFF"); // what refers to a lost item is kept, and the checks of the plan find it
        Transaction all(m_fresh);
        bool isWhole = true;
        const auto roots = readRoots(isWhole);
        for (auto& table : m_tables) {
            const auto root = roots.find(table.name);
            if (root == roots.end()) {
                if (!isWhole) ++table.loss.pages; // else it is of a later version than the file
                continue;
            }
            const auto loss = m_reader.readTable(root->second, [&](RawRow row) { take(table, std::move(row)); });
            table.loss.rows += loss.rows;
            table.loss.pages += loss.pages;
            isWhole = isWhole && loss.pages == 0;
        }
        // Rows of pages that nothing leads to any more. A sound file has none, or only what somebody removed.
        if (!isWhole) {
            const auto unreadable = m_reader.readStrayPages([&](RawRow row) { takeStray(std::move(row)); });
            m_strays += unreadable.rows;
        }
        std::int64_t kept = 0;
        for (const auto& table : m_tables) kept += table.kept;
        completeSingles();
        dropUnreadable("history_change", dropUnreadableHistory(m_fresh));
        dropUnreadable("adopted_entry", dropUnreadableAdoptedRows(m_fresh));
        // A device counts only with its import.
        m_fresh.execute("INSERT INTO import_batch (id, source, format, rows_read, already_known, out_of_service, refused) "
                        "SELECT DISTINCT batch, '', '', 0, 0, 0, 0 FROM device WHERE batch NOT IN (SELECT id FROM import_batch)");
        all.commit();
        m_fresh.execute("PRAGMA foreign_keys = ON");
        return kept;
    }

    Findings lost() const {
        Findings findings;
        for (const auto& table : m_tables) {
            const auto what = nameOf(table);
            const auto add = [&](std::string message) { findings.push_back({Severity::Warning, "lost", std::move(message), table.name}); };
            if (table.loss.pages > 0) add(fmt::format("Some of the {} may be missing; {} were saved.", what, table.kept));
            if (table.loss.rows > 0) add(fmt::format("{} of the {} could not be read.", table.loss.rows, what));
            for (const auto& name : table.names) add(fmt::format("{} could not be read and is blank now.", name));
            if (const auto more = table.blanked - std::int64_t(table.names.size()); more > 0)
                add(fmt::format("{} more entries of the {} could not be read and are blank now.", more, what));
        }
        if (m_strays > 0) findings.push_back({Severity::Warning, "lost", fmt::format("{} rows could not be read or told what they are.", m_strays), {}});
        return findings;
    }

  private:
    static std::string nameOf(const Table& table) {
        if (table.kind) return std::string(infoOf(*table.kind).plural);
        if (table.name == "device") return "single devices";
        if (table.name == "provenance") return "sources of entries";
        if (table.name == "override") return "entries of scenarios";
        if (table.name == "import_batch") return "imports";
        if (table.name == "history_edit") return "edits of the history";
        if (table.name == "history_change") return "changes in the history";
        if (table.name == "adopted_entry") return "entries of adopted plans";
        return fmt::format("entries in “{}”", table.name);
    }

    /// Where each table begins, as the file's own list of tables says; `isWhole` turns false when that list is damaged.
    std::map<std::string, std::uint32_t, std::less<>> readRoots(bool& isWhole) {
        std::map<std::string, std::uint32_t, std::less<>> roots;
        constexpr std::size_t type = 0, name = 1, root = 3;
        const auto loss = m_reader.readTable(1, [&](const RawRow& row) {
            const auto what = row.cells.size() < 5 ? std::string() : textOf(row.cells[type]);
            if (what == "index" || what == "trigger" || what == "view") return;
            const auto* page = what == "table" ? std::get_if<std::int64_t>(&row.cells[root]) : nullptr;
            const auto found = page ? std::ranges::find(m_tables, textOf(row.cells[name]), &Table::name) : m_tables.end();
            if (found != m_tables.end() && *page > 1 && *page < 0xFFFFFFFF)
                roots.emplace(found->name, static_cast<std::uint32_t>(*page));
            else
                isWhole = false; // it may be one of ours whose name is spoiled
        });
        isWhole = isWhole && loss.isNone();
        return roots;
    }

    void take(Table& table, RawRow row) {
        row.cells.resize(table.columns.size()); // columns of a later version are blank
        const bool fine = row.id > 0 && row.id <= maxRawId && (table.kind ? mend(table, row) : isSound(table, row)) && insert(table, row);
        ++(fine ? table.kept : table.loss.rows);
    }

    /// A row whose table is not known goes to the only one that it fits.
    void takeStray(RawRow row) {
        Table* fitting = nullptr;
        for (auto& table : m_tables) {
            if (row.cells.size() != table.columns.size() || row.id < 1 || row.id > maxRawId) continue;
            if (!fitTypes(table, row.cells) || !(table.kind ? blankOf(table, row).empty() : isSound(table, row))) continue;
            if (fitting) {
                ++m_strays; // it may be either
                return;
            }
            fitting = &table;
        }
        if (fitting && insert(*fitting, row)) ++fitting->kept;
    }

    /// The columns of an item that cannot be read.
    std::vector<std::size_t> blankOf(const Table& table, const RawRow& row) const {
        const auto& info = infoOf(*table.kind);
        Plan scratch;
        const ItemRef item{*table.kind, info.single ? singleId : row.id};
        if (!info.single) addItem(scratch, item);
        std::vector<std::size_t> unreadable;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (const auto* field = findField(*table.kind, table.columns[i]); field && !isReadable(*field, row.cells[i], scratch, item))
                unreadable.push_back(i);
        return unreadable;
    }

    bool mend(Table& table, RawRow& row) const {
        const auto& info = infoOf(*table.kind);
        if (info.single && row.id != singleId) return false;
        for (const auto column : blankOf(table, row)) {
            row.cells[column] = {};
            ++table.blanked;
            if (table.names.size() >= mostNamed) continue;
            const auto name = std::ranges::find(table.columns, "name");
            const auto label = std::string(findField(*table.kind, table.columns[column])->label);
            const auto called = name == table.columns.end() ? std::string() : textOf(row.cells[std::size_t(name - table.columns.begin())]);
            table.names.push_back(isText(called) && !called.empty() ? fmt::format("{} “{}”: {}", info.singular, called, label)
                                                                    : fmt::format("{}: {}", info.singular, label));
        }
        return true;
    }

    /// For the tables that hold no items: what the reader of plans would refuse.
    static bool isSound(const Table& table, const RawRow& row) {
        if (!fitTypes(table, row.cells)) return false;
        const auto text = [&](std::string_view column) {
            const auto found = std::ranges::find(table.columns, column);
            return found == table.columns.end() ? std::string() : textOf(row.cells[std::size_t(found - table.columns.begin())]);
        };
        if (table.name == "device") {
            const auto day = Date::parse(text("in_service"));
            return day && day->iso() == text("in_service");
        }
        if (table.name != "provenance" && table.name != "override") return true;
        const auto kind = kindFromKey(text("item_kind"));
        const auto* field = kind ? findField(*kind, text("field")) : nullptr;
        if (!field) return false;
        if (table.name == "override") return valueFromCanonical(*field, text("value")).has_value();
        const auto noted = text("noted");
        return confidenceFromKey(text("confidence")) && (noted.empty() || Date::parse(noted));
    }

    void dropUnreadable(std::string_view name, std::int64_t rows) {
        auto& table = *std::ranges::find(m_tables, name, &Table::name);
        table.loss.rows += rows;
        table.kept -= rows;
    }

    /// False when the table does not take it: a doubled id, a blank where none may be.
    bool insert(const Table& table, const RawRow& row) {
        std::string marks;
        for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i ? ", ?" : "?";
        auto& statement = m_inserts.try_emplace(table.name, m_fresh, fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, marks)).first->second;
        for (std::size_t i = 0; i < row.cells.size(); ++i) bind(statement, int(i) + 1, table.columns[i] == "id" ? Cell(row.id) : row.cells[i]);
        try {
            statement.step();
            statement.reset();
            return true;
        } catch (const SqliteError&) {
            return false;
        }
    }

    static void bind(Statement& statement, int index, const Cell& cell) {
        if (const auto* number = std::get_if<std::int64_t>(&cell)) return statement.bind(index, *number);
        if (const auto* text = std::get_if<std::string>(&cell)) return statement.bind(index, std::string_view(*text));
        statement.bind(index, nullptr);
    }

    /// A plan has exactly one district and one set of assumptions.
    void completeSingles() {
        for (auto& table : m_tables) {
            if (!table.kind || !infoOf(*table.kind).single || m_fresh.number(fmt::format("SELECT count(*) FROM \"{}\"", table.name)) == 1) continue;
            writeSingleItem(m_fresh, *table.kind);
            if (table.loss.isNone()) ++table.loss.rows;
        }
    }

    PageReader m_reader;
    Connection& m_fresh;
    std::vector<Table> m_tables;
    std::map<std::string, Statement, std::less<>> m_inserts;
    std::int64_t m_strays = 0; ///< rows that nothing leads to and that are lost
};

} // namespace

Expected<Connection> salvage(std::string_view content, std::string_view fileName, Findings& lost) {
    auto fresh = emptyInMemory();
    Salvager salvager(content, fresh);
    if (salvager.run() == 0) return fail(ErrorCode::Damaged, fmt::format("Nothing of a plan could be read from “{}”; use a backup copy.", fileName));
    lost = salvager.lost();
    return fresh;
}

} // namespace tco::sqlite
