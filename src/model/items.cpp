// SPDX-License-Identifier: Apache-2.0
#include "tco/model/items.hpp"

namespace tco {

AssetCategory categoryOf(AssetType type) {
    switch (type) {
    case AssetType::AccessPoint:
    case AssetType::Switch:
    case AssetType::Firewall:
    case AssetType::Cabling:
    case AssetType::Ups:
    case AssetType::OtherNetwork: return AssetCategory::Network;
    case AssetType::Server:
    case AssetType::Storage: return AssetCategory::Servers;
    default: return AssetCategory::Devices;
    }
}

/// https://www.usac.org/e-rate/applicant-process/before-you-begin/eligible-services-overview/ (docs/formulas.md)
bool mayAskErate(AgreementKind kind, ErateCategory category) {
    switch (category) {
    case ErateCategory::None: return false;
    case ErateCategory::One: return kind == AgreementKind::Circuit;
    case ErateCategory::Two:
        return kind == AgreementKind::Maintenance || kind == AgreementKind::Outsourcing || kind == AgreementKind::Security || kind == AgreementKind::Cloud ||
               kind == AgreementKind::Software || kind == AgreementKind::Other;
    case ErateCategory::Pilot: break;
    }
    return kind == AgreementKind::Security;
}

Rate Position::share(LabourFunction function) const {
    switch (function) {
    case LabourFunction::HelpDesk: return helpDesk;
    case LabourFunction::Devices: return devices;
    case LabourFunction::Network: return network;
    case LabourFunction::Servers: return servers;
    case LabourFunction::Data: return data;
    case LabourFunction::Security: return security;
    case LabourFunction::Training: return training;
    case LabourFunction::Management: return management;
    case LabourFunction::Unassigned: break;
    }
    Decimal rest = 1;
    for (const auto& part : {helpDesk, devices, network, servers, data, security, training, management}) rest -= part.fraction();
    return Rate(rest);
}

} // namespace tco
