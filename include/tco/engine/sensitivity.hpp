// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which inputs the answer hangs on: each is moved down and up by itself, everything else stays.

#include <vector>

#include "tco/engine/calculation.hpp"

namespace tco {

struct SensitivityInput {
    FieldRef field;
    Value low, high;               ///< the values tried: 10 % less and more of an amount or a number, one point of a yearly rate, one year of a life
    Money atLow, atHigh;           ///< present value of the scenario, or the difference `other` − `base` when two are compared
    Money swing;                   ///< |atHigh − atLow|
    bool changesTheWinner = false; ///< two compared: the difference has another sign at one end than at the value entered
};

/// Inputs with an effect, largest swing first (of equal ones the first in the plan), at most `most`. One scenario (`base` null),
/// or the difference of two of the same plan, in both of which the input is moved. Values stay within the limits of their
/// field. Yearly rates are those that may be negative (price changes, interest, discount); a share of units per year is
/// moved by a tenth. Above 20 cohorts none of them is tried by itself. Which inputs come first is chosen in doubles, their
/// amounts are those of calculate().
std::vector<SensitivityInput> sensitivity(const Calculation& shown, const Calculation* base, std::size_t most = 12);

} // namespace tco
