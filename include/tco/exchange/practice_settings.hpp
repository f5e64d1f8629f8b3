// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a state's practice means for a plan: ordinary entries with their sources, which a person sees and can change. Nothing of it
// happens by itself.

#include <string>
#include <vector>

#include "tco/exchange/practice.hpp"
#include "tco/model/plan.hpp"

namespace tco {

/// An entry of the district or the assumptions.
struct PracticeSetting {
    FieldRef field;
    Value value;
    Provenance provenance;
};

/// Costs that the state charges to an account of its own.
struct PracticeAccount {
    std::string name; ///< "Arkansas: Interest"
    Element element{};
    std::string function, object; ///< one of them blank
};

struct PracticeSettings {
    std::vector<PracticeSetting> fields;   ///< only those that differ from the plan
    std::vector<PracticeAccount> accounts; ///< only those whose name the plan does not have
    std::vector<std::string> open;         ///< what the district must decide itself, in sentences
};

/// What the state says; thresholds that it does not name are those of `general` (the practice “US”).
PracticeSettings settingsOf(const StatePractice& practice, const StatePractice& general, const Plan& plan);

} // namespace tco
