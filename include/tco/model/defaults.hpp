// SPDX-License-Identifier: Apache-2.0
#pragma once

// Usual values for items that enter a plan without prices, each with its origin. The only place for such
// figures; every one is copied into the plan with its source, so that a person sees it and can replace it.

#include <span>
#include <string_view>

#include "tco/model/plan.hpp"

namespace tco {

struct DefaultValue {
    std::string_view field; ///< Field::key
    std::string_view value; ///< canonical text
    std::string_view source;
    Confidence confidence;
};

/// An AssetModel that is a student Chromebook.
inline constexpr DefaultValue chromebookDefaults[] = {
    {"unit_price", "400.00", "Usual price; board documents of 2020 to 2025 show $284 to $499 per Chromebook", Confidence::Guess},
    {"useful_life", "5", "Chromebooks are kept 4 to 7 years (Futuresource, industryslice.com)", Confidence::PriceBook},
    {"licence_once", "38.00", "Chrome Education Upgrade, list price since 2020 (support.google.com/chrome/a/answer/9147838)", Confidence::PriceBook},
    {"repair_rate", "0.12", "10 to 15 % a year is normal (Beaufort County, SC, citizenportal.ai)", Confidence::PriceBook},
    {"repair_price", "75.00", "Keyboard repair with labor (Idaho Falls School District 91, d91.k12.id.us)", Confidence::PriceBook},
    {"loss_rate", "0.015", "Usual share of lost and stolen devices", Confidence::Guess},
    {"resale", "0.05", "Usual value at the end; no published figure for a Chromebook after 4 years", Confidence::Guess},
};

/// Sets these fields of an item and notes their sources. The table must fit the item's kind (asserted).
void applyDefaults(Plan& plan, ItemRef item, std::span<const DefaultValue> defaults);

} // namespace tco
