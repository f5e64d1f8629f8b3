// SPDX-License-Identifier: Apache-2.0
#pragma once

// RFC 4180 comma-separated values: quoted cells, doubled quotes, line breaks in quotes, CR LF or LF, UTF-8
// with or without a byte order mark; comma, semicolon or tab, found from the header line.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/expected.hpp"

namespace tco {

struct CsvRow {
    std::int64_t line = 0; ///< line of the file where the row begins, from 1
    std::vector<std::string> cells;
};

struct CsvTable {
    std::vector<std::string> header;
    std::vector<CsvRow> rows; ///< lines whose cells are all blank are left out
};

/// Error InvalidInput names `source` and the line: a quote that is never closed, text after a closing
/// quote, no header, text that is not UTF-8.
[[nodiscard]] Expected<CsvTable> parseCsv(std::string_view text, std::string_view source);

/// A table as a file for spreadsheets, its rows ending in CR LF; the first row names the columns. Text that a spreadsheet would take for a
/// formula (it begins with =, +, −, @) gets an apostrophe in front, so that nothing in a plan is run there; numbers stay as they are.
std::string csvText(const std::vector<std::vector<std::string>>& rows);

/// A cell as it is written: in quotation marks where it has to be.
std::string csvCell(std::string_view text);

} // namespace tco
