// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite's C API as objects. Private to storage: faults are thrown as SqliteError here and become an Error at
// the public functions of the layer (see guarded()).

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tco::sqlite {

struct SqliteError : std::runtime_error {
    SqliteError(int resultCode, int errnoValue, const std::string& what) : std::runtime_error(what), code(resultCode), systemError(errnoValue) {}

    int code;        ///< SQLite's primary result code
    int systemError; ///< errno where the system caused it, else 0
};

/// Why the disk failed, as reasonFor() says it: "the disk is full". Empty when another thing is to blame.
std::string diskFault(const std::exception& fault);
/// True when another process has the database.
bool isInUse(const std::exception& fault);

/// A database, with foreign keys on and everything off that a stranger's file could abuse.
class Connection {
  public:
    /// An empty one in memory.
    Connection();
    /// A file, made where there is none, that no other connection may use meanwhile.
    explicit Connection(const std::filesystem::path& file);
    /// In memory, with the content of a database file.
    static Connection inMemory(std::string_view content);

    /// From now on what is committed survives the end of the program, however it comes. For a file.
    void outliveCrashes();
    /// From now on nothing is flushed to the disk. For a file that is worth nothing until it is whole.
    void writeOnce();

    std::string content() const; ///< the bytes of a database file
    /// Makes the database equal to another one.
    void copyFrom(const Connection& other);

    void execute(const std::string& sql);
    std::int64_t number(const std::string& query) const; ///< first column of the first row
    sqlite3* handle() const { return m_handle.get(); }

  private:
    Connection(const std::string& name, int flags);

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
    void bindOptional(int index, const std::optional<std::string>& value); ///< NULL for nothing
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

/// Another database file, in which the same connection sees tables as "saved.name". Not inside a transaction.
class AttachedFile {
  public:
    AttachedFile(Connection& connection, const std::filesystem::path& file);
    ~AttachedFile();
    AttachedFile(const AttachedFile&) = delete;
    AttachedFile& operator=(const AttachedFile&) = delete;

  private:
    Connection& m_connection;
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
