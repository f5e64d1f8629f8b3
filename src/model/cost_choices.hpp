// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of kinds of costs, for labels and for the choices of scopes. Private to the model.

#include <array>

#include "tco/model/cost.hpp"
#include "tco/model/field.hpp"

namespace tco {

inline constexpr Choice categoryChoices[costCategoryCount] = {{"network", "Network"},   {"devices", "Devices"},     {"servers_and_cloud", "Servers and cloud"},
                                                              {"software", "Software"}, {"services", "Services"},   {"staff", "Staff"},
                                                              {"security", "Security"}, {"user_time", "User time"}, {"financing", "Financing"}};

inline constexpr Choice elementChoices[elementCount] = {{"acquire", "Purchase"},
                                                        {"principal", "Principal"},
                                                        {"lease", "Lease payments"},
                                                        {"deploy", "Deployment and set-up"},
                                                        {"licence", "Licenses"},
                                                        {"subscription", "Subscriptions"},
                                                        {"connect", "Circuits and Internet"},
                                                        {"support", "Support and maintenance"},
                                                        {"outsource", "Outsourced support"},
                                                        {"consult", "Consulting and projects"},
                                                        {"repair", "Repairs"},
                                                        {"loss", "Loss and theft"},
                                                        {"supplies", "Supplies"},
                                                        {"energy", "Energy"},
                                                        {"insurance", "Insurance"},
                                                        {"training", "Training"},
                                                        {"labour", "Labor"},
                                                        {"control", "Security controls"},
                                                        {"interest", "Interest"},
                                                        {"return", "Return of leased units"},
                                                        {"dispose", "Disposal and exit"},
                                                        {"recover", "Resale"},
                                                        {"incident_loss", "Expected incident loss"},
                                                        {"user_training", "Users’ learning time"},
                                                        {"user_support", "Users’ own support time"},
                                                        {"downtime", "Downtime"},
                                                        {"equipment_discount", "E-Rate on equipment"},
                                                        {"service_discount", "E-Rate on services"},
                                                        {"small_equipment", "Equipment below the threshold"},
                                                        {"contract_asset", "Right to use"},
                                                        {"proceeds", "Financing proceeds"},
                                                        {"depreciation", "Depreciation and amortization"},
                                                        {"disposal_result", "Loss or gain on disposal"}};

/// “Any”, then the choices in their order.
template <std::size_t N> constexpr std::array<Choice, N + 1> withAny(const Choice (&choices)[N]) {
    std::array<Choice, N + 1> all{};
    all[0] = {"any", "Any"};
    for (std::size_t i = 0; i < N; ++i) all[i + 1] = choices[i];
    return all;
}
inline constexpr auto categoryScopeChoices = withAny(categoryChoices);
inline constexpr auto elementScopeChoices = withAny(elementChoices);
inline constexpr Choice useScopeChoices[] = {{"any", "Any"}, {"capital", "Capital"}, {"operating", "Operating"}};

} // namespace tco
