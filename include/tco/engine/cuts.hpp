// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a cut of the budget would force: each single thing that could go, calculated anew, and the fewest of them that bring
// the amount. It is a list of what there is to choose from, not a recommendation.

#include <string>
#include <vector>

#include "tco/engine/calculation.hpp"

namespace tco {

enum class CutKind {
    EndPosition,  ///< from the first day of the year on
    EndAgreement, ///< from the first day of the year on; not where the district is bound longer or units depend on it
    KeepLonger,   ///< units are replaced a year later
};
std::string_view key(CutKind kind); ///< "end_position", "end_agreement", "keep_longer"

struct CutEffect {
    Money inYear;          ///< direct cost saved in the year
    Money overPlan;        ///< direct cost saved over the plan; less than inYear where it only moves to a later year
    Money indirect;        ///< change of indirect cost over the plan: people’s own time and expected losses
    Findings consequences; ///< warnings that come with it, for example units kept past their support
};

struct CutOption : CutEffect {
    CutKind kind{};
    ItemRef item;
    std::string words; ///< "End the position “Technician”"
};

struct Cuts {
    FiscalYear year;
    Money amount;                    ///< to be cut
    std::vector<CutOption> options;  ///< that save something in the year, the largest saving first
    std::vector<std::size_t> chosen; ///< the fewest options that reach the amount; of these, the last one no larger than needed
    CutEffect together;              ///< of the chosen ones, calculated together
    bool reached = false;            ///< false: all options together do not reach it, and all are chosen
};

/// Of one scenario (none = the plan as entered), for a year of the plan (asserted) and a positive amount (asserted).
Cuts cutOptions(const Plan& plan, ScenarioId scenario, Money amount, FiscalYear year);

} // namespace tco
