// SPDX-License-Identifier: Apache-2.0
#pragma once

// The columns and cells of a Chromebook inventory: which column is which, and what its text means.
// Private to exchange.

#include <array>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/date.hpp"
#include "tco/exchange/csv.hpp"

namespace tco::chromeos {

/// The only columns that are read.
enum class Column {
    Serial,
    AssetTag,
    Model,
    Status,
    OrgUnitPath,
    Location,
    OrderNumber,
    FirstEnrollment,
    Manufactured,
    UpdateThrough,
    UpdateExpiration,
    SupportEnd,
    ExtendedEligible,
    ExtendedEnabled,
};
inline constexpr std::size_t columnCount = 14;

/// Finds columns by their names; case, spaces, hyphens and underscores do not matter.
class Columns {
  public:
    explicit Columns(const std::vector<std::string>& header);

    bool has(Column column) const { return m_index[std::size_t(column)].has_value(); }
    /// The cell without white space around it; blank when the column or the cell is missing, or says “Never”.
    std::string_view cell(const CsvRow& row, Column column) const;
    std::optional<Column> firstFilled(const CsvRow& row, std::initializer_list<Column> columns) const;
    /// As the file spells it; the column must be there (asserted).
    const std::string& nameOf(Column column) const;
    /// Columns about students, users and their networks, which are never read.
    std::vector<std::string> namingPeople() const;

  private:
    std::vector<std::string> m_header;
    std::array<std::optional<std::size_t>, columnCount> m_index;
};

/// What a spreadsheet makes of a long number: "3.01043E+13".
bool isMangledNumber(std::string_view text);

/// Blank, ACTIVE and PROVISIONED are in service; everything else is not.
bool isInService(std::string_view status);
bool isTrue(std::string_view text);

/// What a month without a day ("2028-06") means.
enum class Month { FirstDay, LastDay };
/// Reads a day, a day with a time (which is dropped), a month, or milliseconds since 1970.
[[nodiscard]] Expected<Date> readDay(std::string_view text, Month month);

/// The deepest organizational unit that is a known site; else the deepest that does not just say who or what is
/// in it ("Students", "Grade 9", "Chromebooks"); blank when there is none.
std::string_view siteInPath(std::string_view path, const std::function<bool(std::string_view)>& isKnownSite);

} // namespace tco::chromeos
