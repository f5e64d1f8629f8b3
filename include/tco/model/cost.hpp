// SPDX-License-Identifier: Apache-2.0
#pragma once

// What kinds of costs there are, and scopes that pick some of them: a fund pays for, an account is charged with. In the
// fixed order and with the fixed colours of every chart and table.

#include <cstdint>
#include <string_view>

namespace tco {

enum class CostCategory : std::uint8_t { Network, Devices, ServersAndCloud, Software, Services, Staff, Security, UserTime, Financing };
inline constexpr std::size_t costCategoryCount = 9;
std::string_view label(CostCategory category); ///< "Network", "Servers and cloud" …
std::string_view key(CostCategory category);   ///< "network", "servers_and_cloud" … for --json

/// What the money does.
enum class Element : std::uint8_t {
    Acquire,
    Principal,
    Lease,
    Deploy,
    Licence,
    Subscription,
    Connect,
    Support,
    Outsource,
    Consult,
    Repair,
    Loss,
    Supplies,
    Energy,
    Insurance,
    Training,
    Labour,
    Control,
    Interest,
    Return,
    Dispose,
    Recover,
    IncidentLoss,
    UserTraining,
    UserSupport,
    Downtime,
    EquipmentDiscount, ///< E-Rate on what lasts
    ServiceDiscount,   ///< E-Rate on the rest
    // Only in the books.
    SmallEquipment, ///< units below the capitalization threshold
    ContractAsset,  ///< what a lease or a subscription gives the right to use
    Proceeds,       ///< other financing source
    Depreciation,   ///< and amortization
    DisposalResult, ///< loss, or gain as a credit
};
inline constexpr std::size_t elementCount = 33;
std::string_view label(Element element); ///< "Purchase", "Lease payments", "Deployment" …
std::string_view key(Element element);   ///< "acquire", "lease" …
/// Whether the money buys something that lasts (purchases, the principal of a loan for them, putting them into service), by
/// its nature; what is capitalized in the books is a question of thresholds and contracts.
bool isCapital(Element element);

enum class UseScope { Any, Capital, Operating };
/// Any, then the categories in their order.
enum class CategoryScope { Any, Network, Devices, ServersAndCloud, Software, Services, Staff, Security, UserTime, Financing };
/// Any, then the elements in their order.
enum class ElementScope {};
inline constexpr ElementScope anyElement = ElementScope(0);

/// Some costs: by category and by whether they are capital or operating.
struct CostScope {
    CategoryScope category = CategoryScope::Any;
    UseScope use = UseScope::Any;

    bool covers(CostCategory ofCategory, Element ofElement) const {
        return (category == CategoryScope::Any || CostCategory(std::size_t(category) - 1) == ofCategory) &&
               (use == UseScope::Any || (use == UseScope::Capital) == isCapital(ofElement));
    }
    friend bool operator==(const CostScope&, const CostScope&) = default;
};
inline bool covers(ElementScope scope, Element element) { return scope == anyElement || Element(std::size_t(scope) - 1) == element; }

} // namespace tco
