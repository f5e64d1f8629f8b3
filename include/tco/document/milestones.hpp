// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a district decides for good: a scenario is adopted, a fiscal year is closed. Each is one change inside an edit.

#include "tco/document/document.hpp"

namespace tco {

/// Who decided, and when.
struct Decision {
    std::string by; ///< blank = not told
    Date on;
};

/// "Adopt Lease 4 years as “Budget FY2027”": keeps what the scenario says now, with what it costs; its status is “Adopted” from now on.
/// Errors: NotFound; InvalidInput, also when the name is taken.
[[nodiscard]] Expected<ItemRef> adoptScenario(Editor& editor, ScenarioId scenario, std::string_view name, const Decision& decision);
/// Error: InvalidInput when the year is not in the plan or closed already.
[[nodiscard]] Expected<ItemRef> closeYear(Editor& editor, FiscalYear year, const Decision& decision);
/// Error: InvalidInput when it is not closed.
[[nodiscard]] Expected<void> reopenYear(Editor& editor, FiscalYear year);

} // namespace tco
