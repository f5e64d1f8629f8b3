// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of the edits made in a working copy, in a table of it that no .tco file has. Written in the transaction of the edit, so
// that after a crash a person is told what was not saved.

#include <string_view>

#include "sqlite.hpp"
#include "tco/storage/plan_store.hpp"

namespace tco::sqlite {

inline constexpr std::string_view editLogTable = "working_edit";

class EditLog {
  public:
    /// Goes on with the log of the working copy, or begins one. The connection must outlive it.
    explicit EditLog(Connection& connection);

    void note(std::string_view name); ///< inside the transaction of the edit
    std::int64_t last() const;        ///< number of the last edit; 0 when there was none
    std::vector<LoggedEdit> since(std::int64_t number) const;

  private:
    Connection& m_connection;
};

} // namespace tco::sqlite
