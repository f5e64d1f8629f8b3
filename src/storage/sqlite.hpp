// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite's C API as objects. Private to storage: faults are thrown as SqliteError here and become an Error at
// the public functions of the layer (see guarded()).

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tco::sqlite {

struct SqliteError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Connection {
  public:
    /// An empty database in memory, with foreign keys on and everything off that a stranger's file could abuse.
    Connection();

    void execute(const std::string& sql);
    std::int64_t number(const std::string& query) const; ///< first column of the first row
    sqlite3* handle() const { return m_handle.get(); }

    /// Reads the bytes of a database file; the connection then refers to `content`, which must stay.
    void attachReadOnly(std::string_view content);
    void copyFrom(const Connection& source);
    std::string bytes() const; ///< as a database file would hold them

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

class Statement {
  public:
    Statement(const Connection& connection, std::string_view sql);

    void bind(int index, std::nullptr_t); ///< index from 1
    void bind(int index, std::int64_t value);
    void bind(int index, std::string_view value);
    /// Binds all, runs to the end and resets for the next use.
    template <class... Values> void run(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        step();
        reset();
    }
    bool step(); ///< true while there is a row
    void reset();

    bool isNull(int column) const; ///< column from 0
    std::int64_t number(int column) const;
    std::string text(int column) const; ///< "" for NULL
    std::optional<std::string> optionalText(int column) const;

  private:
    void check(int result) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// Rolls back unless committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& m_connection;
    bool m_open = true;
};

} // namespace tco::sqlite
