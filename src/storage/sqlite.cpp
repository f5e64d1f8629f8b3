// SPDX-License-Identifier: Apache-2.0
#include "sqlite.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sqlite3.h>

#include "tco/base/file.hpp"

namespace tco::sqlite {
namespace {

SqliteError errorOf(sqlite3* handle, int result) {
    return {result & 0xFF, handle ? sqlite3_system_errno(handle) : 0,
            fmt::format("SQLite {}: {}", result, handle ? sqlite3_errmsg(handle) : sqlite3_errstr(result))};
}

[[noreturn]] void raise(sqlite3* handle, int result) { throw errorOf(handle, result); }

/// SQLite takes names of files as UTF-8.
std::string nameOf(const std::filesystem::path& file) {
    const auto name = file.u8string();
    return {name.begin(), name.end()};
}

} // namespace

std::string diskFault(const std::exception& fault) {
    const auto* error = dynamic_cast<const SqliteError*>(&fault);
    switch (error ? error->code : SQLITE_OK) {
    case SQLITE_FULL: return reasonFor(ENOSPC);
    case SQLITE_READONLY: return reasonFor(EROFS);
    case SQLITE_IOERR: return reasonFor(error->systemError ? error->systemError : EIO);
    case SQLITE_CANTOPEN: return reasonFor(error->systemError);
    default: return {};
    }
}

bool isInUse(const std::exception& fault) {
    const auto* error = dynamic_cast<const SqliteError*>(&fault);
    return error && error->code == SQLITE_BUSY;
}

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    m_handle.reset(handle);
    if (result != SQLITE_OK) raise(handle, result);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // for AttachedFile
    // Many tables have few rows, and each takes a page at least; for the large ones see writePlanFile().
    execute("PRAGMA page_size = 1024; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE");
}

Connection::Connection() : Connection(":memory:", SQLITE_OPEN_CREATE) {}
Connection::Connection(const std::filesystem::path& file) : Connection(nameOf(file), SQLITE_OPEN_CREATE) {}

Connection Connection::inMemory(std::string_view content) {
    Connection made;
    auto* data = static_cast<unsigned char*>(sqlite3_malloc64(std::max<std::size_t>(content.size(), 1)));
    if (!data) raise(nullptr, SQLITE_NOMEM);
    std::memcpy(data, content.data(), content.size());
    const auto size = static_cast<sqlite3_int64>(content.size());
    constexpr unsigned owned = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE; // freed on failure too
    if (const int result = sqlite3_deserialize(made.handle(), "main", data, size, size, owned); result != SQLITE_OK) raise(made.handle(), result);
    return made;
}

std::string Connection::content() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> data(sqlite3_serialize(handle(), "main", &size, 0), sqlite3_free);
    if (!data) raise(nullptr, SQLITE_NOMEM);
    return {reinterpret_cast<const char*>(data.get()), static_cast<std::size_t>(size)};
}

void Connection::copyFrom(const Connection& other) {
    sqlite3_backup* backup = sqlite3_backup_init(handle(), "main", other.handle(), "main");
    if (!backup) raise(handle(), sqlite3_extended_errcode(handle()));
    sqlite3_backup_step(backup, -1);
    if (const int result = sqlite3_backup_finish(backup); result != SQLITE_OK) raise(handle(), result);
}

void Connection::outliveCrashes() { execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"); }
void Connection::writeOnce() { execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"); }

void Connection::execute(const std::string& sql) {
    if (const int result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr); result != SQLITE_OK) raise(handle(), result);
}

std::int64_t Connection::number(const std::string& query) const {
    Statement statement(*this, query);
    return statement.step() ? statement.number(0) : 0;
}

Statement::Statement(const Connection& connection, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    if (result != SQLITE_OK) raise(connection.handle(), result);
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) raise(sqlite3_db_handle(m_statement.get()), result);
}

void Statement::bind(int index, std::nullptr_t) { check(sqlite3_bind_null(m_statement.get(), index)); }
void Statement::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(m_statement.get(), index, value)); }
void Statement::bind(int index, std::string_view value) {
    const char* text = value.data() ? value.data() : ""; // a null pointer would bind NULL
    check(sqlite3_bind_text64(m_statement.get(), index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindOptional(int index, const std::optional<std::string>& value) {
    if (value)
        bind(index, std::string_view(*value));
    else
        bind(index, nullptr);
}

bool Statement::step() {
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) {
        // The message is lost by the reset that the next use needs.
        const auto error = errorOf(sqlite3_db_handle(m_statement.get()), result);
        sqlite3_reset(m_statement.get());
        throw error;
    }
    return false;
}

void Statement::reset() { check(sqlite3_reset(m_statement.get())); }

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
std::int64_t Statement::number(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))) : std::string();
}

std::optional<std::string> Statement::optionalText(int column) const {
    if (isNull(column)) return {};
    return text(column);
}

AttachedFile::AttachedFile(Connection& connection, const std::filesystem::path& file) : m_connection(connection) {
    Statement(connection, "ATTACH ? AS saved").run(std::string_view(nameOf(file)));
    connection.execute("PRAGMA saved.journal_mode = MEMORY; PRAGMA saved.synchronous = OFF");
}
AttachedFile::~AttachedFile() { sqlite3_exec(m_connection.handle(), "DETACH saved", nullptr, nullptr, nullptr); }

Transaction::Transaction(Connection& connection) : m_connection(connection) { m_connection.execute("BEGIN"); }
Transaction::~Transaction() {
    if (m_open) sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
    m_connection.execute("COMMIT"); // on a broken foreign key the destructor rolls back
    m_open = false;
}

} // namespace tco::sqlite
