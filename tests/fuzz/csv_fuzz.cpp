// SPDX-License-Identifier: Apache-2.0

// A table of any content is refused or read, as plain cells, as an inventory and as a survey; a cell that is written is read the same.

#include "fuzz_input.hpp"
#include "tco/exchange/chromeos_inventory.hpp"
#include "tco/exchange/csv.hpp"
#include "tco/exchange/user_survey.hpp"

using namespace tco;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::asText(data, size);
    if (const auto table = parseCsv(text, "table.csv")) {
        std::string written = "cell,line\r\n";
        for (const auto& row : table->rows) written += csvCell(row.cells.front()) + ",x\r\n";
        const auto again = parseCsv(written, "table.csv");
        fuzz::mustHold(again && again->rows.size() == table->rows.size());
        for (std::size_t i = 0; i < table->rows.size(); ++i) fuzz::mustHold(again->rows[i].cells.front() == table->rows[i].cells.front());
    }
    Plan plan;
    plan.userGroups.push_back({.id = {1}, .name = "Teachers"});
    (void)readUserSurvey(text, "survey.csv", plan, 36);
    IdSource ids(100);
    (void)readChromeosInventory(text, "devices.csv", plan, {}, ids);
    return 0;
}
