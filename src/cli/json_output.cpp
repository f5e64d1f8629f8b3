// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include "tco/money/text.hpp"

namespace tco::cli {

Json toJson(Money amount) { return canonical(amount); }

Json toJson(const std::optional<Money>& amount) { return amount ? toJson(*amount) : Json(nullptr); }

Json toJson(const std::array<Money, costCategoryCount>& byCategory) {
    auto object = Json::object();
    for (std::size_t i = 0; i < costCategoryCount; ++i) object[std::string(key(CostCategory(i)))] = toJson(byCategory[i]);
    return object;
}

Json toJson(const Findings& findings) {
    auto list = Json::array();
    for (const auto& finding : findings)
        list.push_back({{"severity", label(finding.severity)}, {"code", finding.code}, {"message", finding.message}, {"where", finding.where}});
    return list;
}

void printJson(const Json& answer) { print(answer.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"); }

} // namespace tco::cli
