// SPDX-License-Identifier: Apache-2.0
#include "tco/storage/plan_store.hpp"

#include <cassert>

#include <fmt/format.h>

#include "edit_log.hpp"
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
    return fail(ErrorCode::Damaged, fmt::format("“{}” is damaged and cannot be opened; use a backup copy.", fileName), fault.what());
}

constexpr std::string_view visibleDevices = "device JOIN import_batch ON import_batch.id = device.batch JOIN cohort ON cohort.id = device.cohort";

void insertDevices(Connection& connection, RawId batch, const InventoryImport& inventory) {
    Statement(connection, "INSERT INTO import_batch (id, source, format, rows_read, already_known, out_of_service, refused) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(batch, std::string_view(inventory.source), std::string_view(inventory.format), inventory.rowsRead, inventory.alreadyKnown, inventory.outOfService,
             inventory.refused);
    Statement insert(connection, "INSERT INTO device (serial, asset_tag, status, order_number, in_service, in_service_estimated, cohort, source_line, batch) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& device : inventory.devices)
        insert.run(std::string_view(device.serial), std::string_view(device.assetTag), std::string_view(device.status), std::string_view(device.orderNumber),
                   std::string_view(device.inService.iso()), std::int64_t{device.inServiceEstimated}, device.cohort.value, device.sourceLine, batch);
}

} // namespace

struct PlanStore::State {
    explicit State(Connection opened) : connection(std::move(opened)), journal(connection), log(connection) {}

    Connection connection;
    UndoJournal journal;
    sqlite::EditLog log;
    IdSource batchIds; // never used twice: a batch that was taken back must not come back with another import
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
    Connection connection;
    sqlite::migrate(connection);
    sqlite::writeSingleItems(connection);
    return PlanStore(std::make_unique<State>(std::move(connection)));
}

Expected<PlanStore> PlanStore::createIn(const std::filesystem::path& workingCopy) {
    try {
        Connection connection(workingCopy);
        connection.outliveCrashes();
        sqlite::migrate(connection);
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
    try {
        sqlite::writePlanFile(m_state->connection, file);
        return {};
    } catch (const std::exception& fault) {
        const auto reason = sqlite::diskFault(fault);
        return fail(ErrorCode::Unwritable, fmt::format("“{}” cannot be written: {}.", fileName, reason.empty() ? "the plan cannot be read" : reason),
                    fault.what());
    }
}

int PlanStore::currentVersion() { return sqlite::currentVersion; }
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

Expected<void> PlanStore::commit(std::string_view name, const PlanChange& change) {
    return guarded([&] {
        Transaction transaction(m_state->connection);
        sqlite::writeChange(m_state->connection, change);
        if (change.dropsDevices) m_state->connection.execute("DELETE FROM import_batch");
        for (const auto& inventory : change.imports) insertDevices(m_state->connection, m_state->batchIds.next(), inventory);
        auto inverse = m_state->journal.takeNoted();
        if (!inverse.empty()) m_state->log.note(name);
        transaction.commit();
        if (!inverse.empty()) m_state->journal.push(name, std::move(inverse));
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
        Statement query(m_state->connection,
                        fmt::format("SELECT serial, asset_tag, device.status, order_number, device.in_service, in_service_estimated, source_line FROM {} "
                                    "WHERE device.cohort = ? ORDER BY serial",
                                    visibleDevices));
        query.bind(1, cohort.value);
        while (query.step())
            all.push_back({query.text(0), query.text(1), query.text(2), query.text(3), Date::parse(query.text(4)).value_or(Date()), query.number(5) != 0,
                           cohort, query.number(6)});
        return all;
    });
    return devices ? std::move(*devices) : std::vector<Device>();
}

} // namespace tco
