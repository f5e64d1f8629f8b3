// SPDX-License-Identifier: Apache-2.0
#include "year_blocks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenario_columns.hpp"

namespace tco {

std::vector<Table> yearTables(const std::string& caption, const std::string& header, const std::vector<FiscalYear>& years, const std::string& sumTitle,
                              const std::vector<YearRow>& rows) {
    constexpr std::size_t yearsPerTable = 6;
    std::vector<Table> tables;
    if (rows.empty()) return tables;
    for (std::size_t first = 0; first < years.size(); first += yearsPerTable) {
        const auto last = std::min(first + yearsPerTable, years.size());
        const bool isWhole = last - first == years.size(), withSum = !sumTitle.empty() && last == years.size();
        Table table;
        table.caption = isWhole ? caption : fmt::format("{}, {} to {}", caption, years[first].shortLabel(), years[last - 1].shortLabel());
        table.columns = {{header, TextAlign::Left, 1.8}};
        for (auto i = first; i < last; ++i) table.columns.push_back({years[i].shortLabel()});
        if (withSum) table.columns.push_back({sumTitle});
        for (const auto& row : rows) {
            auto shown = rowOf(row.header, row.total);
            for (auto i = first; i < last; ++i) shown.cells.push_back(row.values[i]);
            if (withSum) shown.cells.push_back({row.sum});
            table.rows.push_back(std::move(shown));
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace tco
