// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {

Json toJson(Money amount) { return canonical(amount); }

Json toJson(const std::optional<Money>& amount) { return amount ? toJson(*amount) : Json(nullptr); }

Json toJson(const Findings& findings) {
    auto list = Json::array();
    for (const auto& finding : findings)
        list.push_back({{"severity", label(finding.severity)}, {"code", finding.code}, {"message", finding.message}, {"where", finding.where}});
    return list;
}

Json toJson(const StaffingEstimate& estimate) {
    constexpr int fteDecimals = 2;
    const auto text = [](const std::optional<Decimal>& fte) { return fte ? Json(fte->rounded(fteDecimals).text()) : Json(nullptr); };
    auto missing = Json::array();
    for (const auto count : estimate.missing) missing.push_back(key(count));
    const auto& scheme = estimate.scheme;
    return {{"name", scheme.name},       {"year", scheme.year},     {"low", text(estimate.low)},    {"high", text(estimate.high)},
            {"formula", scheme.formula}, {"source", scheme.source}, {"missing", std::move(missing)}};
}

Json toJson(const Plan& plan, const FieldRef& ref) {
    return {{"kind", infoOf(ref.item.kind).key}, {"id", ref.item.id}, {"field", ref.field}, {"label", fieldName(plan, ref)}};
}

void printJson(const Json& answer) { print(answer.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"); }

} // namespace tco::cli
