// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables with a column for each year, in parts where the years do not fit on one page.

#include <functional>
#include <vector>

#include "tco/report/report.hpp"

namespace tco {

/// A row by year. `values` has a cell for each year.
struct YearRow {
    std::string header;
    std::vector<Table::Cell> values;
    std::string sum; ///< over all years, in the last part; may be empty
    bool total = false;
};

/// `sumTitle` empty: no column of sums.
std::vector<Table> yearTables(const std::string& caption, const std::string& header, const std::vector<FiscalYear>& years, const std::string& sumTitle,
                              const std::vector<YearRow>& rows);

} // namespace tco
