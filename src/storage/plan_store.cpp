// SPDX-License-Identifier: Apache-2.0
#include "tco/storage/plan_store.hpp"

#include <cassert>
#include <map>

#include <fmt/format.h>

#include "adopted_rows.hpp"
#include "edit_log.hpp"
#include "history_rows.hpp"
#include "plan_file.hpp"
#include "plan_rows.hpp"
#include "salvage.hpp"
#include "schema.hpp"
#include "tco/base/log.hpp"
#include "undo_journal.hpp"

namespace tco {
namespace {

using sqlite::Connection, sqlite::DamagedRow, sqlite::Statement, sqlite::Transaction, sqlite::UndoJournal;

/// Runs `work`; what SQLite reports becomes an Error. No exception leaves the layer.
template <class Work> auto guarded(Work work) -> Expected<decltype(work())> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const std::exception& fault) {
        spdlog::error("storage: {}", fault.what());
        if (const auto reason = sqlite::diskFault(fault); !reason.empty())
            return fail(ErrorCode::Unwritable, fmt::format("The change could not be recorded: {}.", reason), fault.what());
        return fail(ErrorCode::Damaged, "The change could not be recorded; save the plan under another name and open it again.", fault.what());
    }
}

/// The error for a file that was begun to be opened.
tl::unexpected<Error> cannotOpen(std::string_view fileName, const std::exception& fault) {
    if (sqlite::isInUse(fault)) return fail(ErrorCode::InUse, fmt::format("“{}” is in use.", fileName), fault.what());
    if (const auto reason = sqlite::diskFault(fault); !reason.empty())
        return fail(ErrorCode::Unwritable, fmt::format("“{}” cannot be opened: {}.", fileName, reason), fault.what());
    return fail(ErrorCode::Damaged, fmt::format("“{}” is damaged and cannot be opened; use a backup copy, or read what is left with “tco recover”.", fileName),
                fault.what());
}

constexpr std::string_view visibleDevices = "device JOIN import_batch ON import_batch.id = device.batch JOIN cohort ON cohort.id = device.cohort";

void insertBatch(Connection& connection, RawId batch, const InventoryImport& inventory) {
    Statement(connection, "INSERT OR IGNORE INTO import_batch (id, source, format, rows_read, already_known, out_of_service, refused) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(batch, std::string_view(inventory.source), std::string_view(inventory.format), inventory.rowsRead, inventory.alreadyKnown, inventory.outOfService,
             inventory.refused);
}

void insertDevices(Connection& connection, RawId batch, const std::vector<Device>& devices) {
    Statement insert(connection, "INSERT INTO device (serial, asset_tag, status, order_number, in_service, in_service_estimated, cohort, source_line, batch) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& device : devices)
        insert.run(std::string_view(device.serial), std::string_view(device.assetTag), std::string_view(device.status), std::string_view(device.orderNumber),
                   std::string_view(device.inService.iso()), std::int64_t{device.inServiceEstimated}, device.cohort.value, device.sourceLine, batch);
}

void insertImport(Connection& connection, RawId batch, const InventoryImport& inventory) {
    insertBatch(connection, batch, inventory);
    insertDevices(connection, batch, inventory.devices);
}

/// What came with an earlier merge stays with that one.
void writeMergedEdit(Connection& connection, HistoryEdit edit, EditId merge, std::int64_t position) {
    if (!edit.mergedBy) edit.mergedBy = merge;
    Statement(connection, "DELETE FROM history_change WHERE edit = ?").run(edit.id.value); // left by a merge that was taken back
    sqlite::writeHistoryEdit(connection, edit, position);
}

/// The batch may be there with other cohorts; devices of these may be left by a merge, or with a cohort, that was taken back.
void insertMergedImport(Connection& connection, const StoredImport& merged) {
    std::set<CohortId> cohorts;
    for (const auto& device : merged.inventory.devices) cohorts.insert(device.cohort);
    Statement erase(connection, "DELETE FROM device WHERE batch = ? AND cohort = ?");
    for (const auto cohort : cohorts) erase.run(merged.batch, cohort.value);
    insertBatch(connection, merged.batch, merged.inventory);
    insertDevices(connection, merged.batch, merged.inventory.devices);
}

constexpr std::string_view deviceColumns =
    "serial, asset_tag, device.status, order_number, device.in_service, in_service_estimated, device.cohort, source_line";
Device deviceAt(const Statement& row) {
    return {row.text(0),  row.text(1), row.text(2), row.text(3), Date::parse(row.text(4)).value_or(Date()), row.number(5) != 0, CohortId{row.number(6)},
            row.number(7)};
}

InventoryImport batchOf(const Connection& connection, RawId batch) {
    Statement row(connection, "SELECT source, format, rows_read, already_known, out_of_service, refused FROM import_batch WHERE id = ?");
    row.bind(1, batch);
    row.step();
    InventoryImport inventory;
    inventory.source = row.text(0);
    inventory.format = row.text(1);
    inventory.rowsRead = row.number(2);
    inventory.alreadyKnown = row.number(3);
    inventory.outOfService = row.number(4);
    inventory.refused = row.number(5);
    return inventory;
}

/// Runs what writes a file that people call `fileName`.
template <class Write> Expected<void> written(std::string_view fileName, Write write) {
    try {
        write();
        return {};
    } catch (const std::exception& fault) {
        const auto reason = sqlite::diskFault(fault);
        return fail(ErrorCode::Unwritable, fmt::format("“{}” cannot be written: {}.", fileName, reason.empty() ? "the plan cannot be read" : reason),
                    fault.what());
    }
}

} // namespace

struct PlanStore::State {
    explicit State(Connection opened) : connection(std::move(opened)), journal(connection), log(connection), lastPosition(sqlite::lastPosition(connection)) {}

    Connection connection;
    UndoJournal journal;
    sqlite::EditLog log;
    std::int64_t lastPosition; ///< in the history; never used twice
    IdSource newIds;           // of batches and edits; never used twice: what was taken back must not come back with another one
};

PlanStore::PlanStore(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PlanStore::PlanStore(PlanStore&&) noexcept = default;
PlanStore& PlanStore::operator=(PlanStore&&) noexcept = default;
PlanStore::~PlanStore() = default;

template <class Open> Expected<PlanStore> PlanStore::opened(std::string_view fileName, Open open) {
    try {
        Expected<Connection> connection = open();
        if (!connection) return failFrom(connection);
        return PlanStore(std::make_unique<State>(std::move(*connection)));
    } catch (const std::exception& fault) {
        return cannotOpen(fileName, fault);
    }
}

PlanStore PlanStore::create() {
    auto connection = sqlite::emptyInMemory();
    sqlite::writeSingleItems(connection);
    return PlanStore(std::make_unique<State>(std::move(connection)));
}

Expected<PlanStore> PlanStore::createIn(const std::filesystem::path& workingCopy) {
    try {
        Connection connection(workingCopy);
        sqlite::makeTables(connection);
        connection.outliveCrashes();
        sqlite::writeSingleItems(connection);
        return PlanStore(std::make_unique<State>(std::move(connection)));
    } catch (const std::exception& fault) {
        return cannotOpen(workingCopy.string(), fault);
    }
}

Expected<PlanStore> PlanStore::fromBytes(std::string_view content, std::string_view fileName) {
    return opened(fileName, [&] { return sqlite::openContent(content, fileName); });
}

Expected<PlanStore> PlanStore::fromCopy(const std::filesystem::path& workingCopy, std::string_view fileName) {
    return opened(fileName, [&] { return sqlite::openCopy(workingCopy, fileName); });
}

Expected<PlanStore> PlanStore::salvage(std::string_view content, std::string_view fileName, Findings& lost) {
    return opened(fileName, [&] { return sqlite::salvage(content, fileName, lost); });
}

Expected<PlanStore> PlanStore::recover(const std::filesystem::path& workingCopy) {
    return opened(workingCopy.string(), [&] { return sqlite::openLeftBehind(workingCopy); });
}

Expected<void> PlanStore::writeTo(const std::filesystem::path& file, std::string_view fileName) const {
    return written(fileName, [&] { sqlite::writePlanFile(m_state->connection, file); });
}

Expected<void> PlanStore::writeWithoutNamesTo(const std::filesystem::path& file, std::string_view fileName) const {
    return written(fileName, [&] {
        sqlite::writePlanFile(m_state->connection, file);
        sqlite::eraseNames(file);
    });
}

int PlanStore::currentVersion() { return sqlite::currentVersion; }
std::string PlanStore::whatIsNewSince(int version) { return sqlite::whatIsNewSince(version); }
int PlanStore::versionOf(const std::filesystem::path& file) { return sqlite::versionInHeader(file); }
std::int64_t PlanStore::lastEdit() const {
    return guarded([&] { return m_state->log.last(); }).value_or(0);
}
std::vector<LoggedEdit> PlanStore::editsSince(std::int64_t number) const {
    return guarded([&] { return m_state->log.since(number); }).value_or(std::vector<LoggedEdit>());
}

Expected<Plan> PlanStore::load() const {
    try {
        return sqlite::readPlan(m_state->connection);
    } catch (const DamagedRow& fault) {
        const std::string_view what = fault.what();
        return fail(ErrorCode::Damaged, fmt::format("{}{}", what, what.ends_with('.') ? "" : "."));
    } catch (const std::exception& fault) {
        return fail(ErrorCode::Damaged, "The plan cannot be read.", fault.what());
    }
}

Expected<void> PlanStore::commit(HistoryEdit edit, const PlanChange& change) {
    return guarded([&] {
        m_state->journal.start();
        Transaction transaction(m_state->connection);
        sqlite::writeChange(m_state->connection, change);
        for (const auto& inventory : change.imports) insertImport(m_state->connection, m_state->newIds.next(), inventory);
        for (const auto& merged : change.mergedImports) insertMergedImport(m_state->connection, merged);
        for (const auto& adopted : change.adopted) sqlite::writeAdoptedPlan(m_state->connection, adopted.adoption, adopted.plan);
        if (m_state->journal.hasNoted() || !change.mergedEdits.empty()) {
            edit.id = EditId{m_state->newIds.next()};
            edit.changes = differencesBetween(change.before, change.after, change.touched);
            for (const auto& merged : change.mergedEdits) writeMergedEdit(m_state->connection, merged, edit.id, ++m_state->lastPosition);
            sqlite::writeHistoryEdit(m_state->connection, edit, ++m_state->lastPosition);
        }
        auto inverse = m_state->journal.takeNoted();
        if (!inverse.empty()) m_state->log.note(edit.name);
        transaction.commit();
        if (!inverse.empty()) m_state->journal.push(edit.name, std::move(inverse));
    });
}

bool PlanStore::canUndo() const { return m_state->journal.canUndo(); }
bool PlanStore::canRedo() const { return m_state->journal.canRedo(); }
std::string PlanStore::undoName() const { return m_state->journal.undoName(); }
std::string PlanStore::redoName() const { return m_state->journal.redoName(); }
std::int64_t PlanStore::revision() const { return m_state->journal.revision(); }

Expected<void> PlanStore::undo() {
    assert(canUndo());
    return guarded([&] { m_state->journal.undo([this] { m_state->log.note(fmt::format("Undo: {}", undoName())); }); });
}

Expected<void> PlanStore::redo() {
    assert(canRedo());
    return guarded([&] { m_state->journal.redo([this] { m_state->log.note(fmt::format("Redo: {}", redoName())); }); });
}

Expected<History> PlanStore::history() const {
    try {
        return sqlite::readHistory(m_state->connection);
    } catch (const std::exception& fault) {
        return fail(ErrorCode::Damaged, "The history of this plan cannot be read; the plan itself is not affected.", fault.what());
    }
}

Expected<Plan> PlanStore::adoptedPlan(AdoptionId adoption) const {
    try {
        if (auto plan = sqlite::readAdoptedPlan(m_state->connection, adoption)) return std::move(*plan);
        return fail(ErrorCode::NotFound, "This file does not hold what was adopted; look for an earlier copy of it.");
    } catch (const std::exception& fault) {
        return fail(ErrorCode::Damaged, "What was adopted cannot be read; the plan itself is not affected.", fault.what());
    }
}

std::vector<std::string> PlanStore::deviceSerials() const {
    auto serials = guarded([&] {
        std::vector<std::string> all;
        Statement query(m_state->connection, fmt::format("SELECT serial FROM {} ORDER BY serial", visibleDevices));
        while (query.step()) all.push_back(query.text(0));
        return all;
    });
    return serials ? std::move(*serials) : std::vector<std::string>();
}

std::vector<Device> PlanStore::devicesOf(CohortId cohort) const {
    auto devices = guarded([&] {
        std::vector<Device> all;
        Statement query(m_state->connection, fmt::format("SELECT {} FROM {} WHERE device.cohort = ? ORDER BY serial", deviceColumns, visibleDevices));
        query.bind(1, cohort.value);
        while (query.step()) all.push_back(deviceAt(query));
        return all;
    });
    return devices ? std::move(*devices) : std::vector<Device>();
}

Expected<std::vector<StoredImport>> PlanStore::importsOf(const std::set<CohortId>& cohorts) const {
    return guarded([&] {
        std::map<RawId, StoredImport> imports;
        Statement query(m_state->connection, fmt::format("SELECT {}, batch FROM {} WHERE device.cohort = ? ORDER BY device.id", deviceColumns, visibleDevices));
        for (const auto cohort : cohorts) {
            query.bind(1, cohort.value);
            while (query.step()) {
                const auto batch = query.number(8);
                const auto [import, isNew] = imports.try_emplace(batch, StoredImport{batch, {}});
                if (isNew) import->second.inventory = batchOf(m_state->connection, batch);
                import->second.inventory.devices.push_back(deviceAt(query));
            }
            query.reset();
        }
        std::vector<StoredImport> list;
        for (auto& [_, import] : imports) list.push_back(std::move(import));
        return list;
    });
}

} // namespace tco
