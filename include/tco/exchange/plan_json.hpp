// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole plan as text: plan.json, described by resources/schema/plan.schema.json and docs/plan-json.md.
// Export is canonical (sorted, stable), and import of an export gives the same plan. Money, rates and
// decimals are strings. Unknown keys are refused by name, so that a typing error is not silently lost.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/expected.hpp"
#include "tco/model/plan.hpp"

namespace tco {

/// A plan and what its adoptions keep, as far as the text has it.
struct PlanText {
    Plan plan;
    std::vector<AdoptedPlan> adopted;
};

/// With what adoptions of the plan keep, where it is given.
std::string planToJson(const Plan& plan, std::span<const AdoptedPlan> adopted = {});
/// Errors name the place: "plan.json, asset_models, id 3, unit_price: …". `source` is the file's name.
[[nodiscard]] Expected<PlanText> planTextFromJson(std::string_view text, std::string_view source);
/// The same for those who need no more than the plan.
[[nodiscard]] Expected<Plan> planFromJson(std::string_view text, std::string_view source);
/// The JSON Schema of plan.json, made from the field tables; resources/schema/plan.schema.json is a copy.
std::string planJsonSchema();

} // namespace tco
