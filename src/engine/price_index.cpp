// SPDX-License-Identifier: Apache-2.0
#include "price_index.hpp"

namespace tco {

Growth growthOf(const Assumptions& assumptions, PriceKind kind) {
    const auto growth = [](const Rate& rate, std::string_view field, std::string_view words) {
        return Growth{rate, {{Kind::Assumptions, singleId}, field}, words};
    };
    switch (kind) {
    case PriceKind::Devices: return growth(assumptions.inflationDevices, "inflation_devices", "device prices");
    case PriceKind::Network: return growth(assumptions.inflationNetwork, "inflation_network", "network prices");
    case PriceKind::Servers: return growth(assumptions.inflationServers, "inflation_servers", "server prices");
    case PriceKind::Software: return growth(assumptions.inflationSoftware, "inflation_software", "software prices");
    case PriceKind::Services: return growth(assumptions.inflationServices, "inflation_services", "service prices");
    case PriceKind::Energy: return growth(assumptions.inflationEnergy, "inflation_energy", "energy prices");
    case PriceKind::Wages: return growth(assumptions.inflationWages, "inflation_wages", "wages");
    case PriceKind::Benefits: break;
    }
    return growth(assumptions.inflationBenefits, "inflation_benefits", "benefits");
}

} // namespace tco
