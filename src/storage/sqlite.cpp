// SPDX-License-Identifier: Apache-2.0
#include "sqlite.hpp"

#include <sqlite3.h>

#include <fmt/format.h>

namespace tco::sqlite {
namespace {

[[noreturn]] void raise(sqlite3* handle, int result) {
    throw SqliteError(fmt::format("SQLite {}: {}", result, handle ? sqlite3_errmsg(handle) : sqlite3_errstr(result)));
}

} // namespace

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection() {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_handle.reset(handle);
    if (result != SQLITE_OK) raise(handle, result);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM needs one
    execute("PRAGMA cell_size_check = ON");
}

void Connection::execute(const std::string& sql) {
    if (const int result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr); result != SQLITE_OK) raise(handle(), result);
}

std::int64_t Connection::number(const std::string& query) const {
    Statement statement(*this, query);
    return statement.step() ? statement.number(0) : 0;
}

void Connection::attachReadOnly(std::string_view content) {
    auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(content.data())); // READONLY: never written to
    const auto size = static_cast<sqlite3_int64>(content.size());
    if (const int result = sqlite3_deserialize(handle(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY); result != SQLITE_OK) raise(handle(), result);
}

void Connection::copyFrom(const Connection& source) {
    auto* backup = sqlite3_backup_init(handle(), "main", source.handle(), "main");
    if (!backup) raise(handle(), sqlite3_errcode(handle()));
    sqlite3_backup_step(backup, -1);
    if (const int result = sqlite3_backup_finish(backup); result != SQLITE_OK) raise(handle(), result);
}

std::string Connection::bytes() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> data(sqlite3_serialize(handle(), "main", &size, 0), &sqlite3_free);
    if (!data) raise(handle(), SQLITE_NOMEM);
    return std::string(reinterpret_cast<const char*>(data.get()), static_cast<std::size_t>(size));
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

bool Statement::step() {
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) {
        // The message is lost by the reset that the next use needs.
        const SqliteError error(fmt::format("SQLite {}: {}", result, sqlite3_errmsg(sqlite3_db_handle(m_statement.get()))));
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

Transaction::Transaction(Connection& connection) : m_connection(connection) { m_connection.execute("BEGIN"); }
Transaction::~Transaction() {
    if (m_open) sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
    m_connection.execute("COMMIT"); // on a broken foreign key the destructor rolls back
    m_open = false;
}

} // namespace tco::sqlite
