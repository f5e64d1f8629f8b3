// SPDX-License-Identifier: Apache-2.0
#include "price_index.hpp"

namespace tco {

std::string_view inflationField(PriceKind kind) {
    switch (kind) {
    case PriceKind::Devices: return "inflation_devices";
    case PriceKind::Network: return "inflation_network";
    case PriceKind::Software: return "inflation_software";
    case PriceKind::Services: return "inflation_services";
    case PriceKind::Wages: return "inflation_wages";
    case PriceKind::Benefits: break;
    }
    return "inflation_benefits";
}

const Rate& inflationOf(const Assumptions& assumptions, PriceKind kind) {
    switch (kind) {
    case PriceKind::Devices: return assumptions.inflationDevices;
    case PriceKind::Network: return assumptions.inflationNetwork;
    case PriceKind::Software: return assumptions.inflationSoftware;
    case PriceKind::Services: return assumptions.inflationServices;
    case PriceKind::Wages: return assumptions.inflationWages;
    case PriceKind::Benefits: break;
    }
    return assumptions.inflationBenefits;
}

} // namespace tco
