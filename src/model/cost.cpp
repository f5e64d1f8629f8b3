// SPDX-License-Identifier: Apache-2.0
#include "tco/model/cost.hpp"

#include "cost_choices.hpp"

namespace tco {

std::string_view label(CostCategory category) { return categoryChoices[std::size_t(category)].label; }
std::string_view key(CostCategory category) { return categoryChoices[std::size_t(category)].key; }
std::string_view label(Element element) { return elementChoices[std::size_t(element)].label; }
std::string_view key(Element element) { return elementChoices[std::size_t(element)].key; }

bool isCapital(Element element) {
    switch (element) {
    case Element::Acquire:
    case Element::Principal:
    case Element::Deploy:
    case Element::EquipmentDiscount:
    case Element::ContractAsset:
    case Element::Proceeds: return true;
    default: return false;
    }
}

} // namespace tco
