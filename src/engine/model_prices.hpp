// SPDX-License-Identifier: Apache-2.0
#pragma once

// The price book in the number type of a calculation, made once: rules ask for a price thousands of times.

#include <cassert>
#include <vector>

#include "price_index.hpp"

namespace tco {

inline PriceKind priceKindOf(const AssetModel& model) {
    switch (categoryOf(model.type)) {
    case AssetCategory::Network: return PriceKind::Network;
    case AssetCategory::Servers: return PriceKind::Servers;
    case AssetCategory::Devices: break;
    }
    return PriceKind::Devices;
}

/// How the price of a model changes: its own rate, else that of its category.
inline Growth growthOf(const Assumptions& assumptions, const AssetModel& model) {
    if (!model.priceChange) return growthOf(assumptions, priceKindOf(model));
    return {*model.priceChange, {{Kind::AssetModel, model.id.value}, "price_change"}, "its price"};
}

/// Prices of one unit in dollars of the first plan year, rates as fractions.
template <Number N> struct UnitPrices {
    N purchase, deployment, licenceOnce, licence, support, supplies, energy, repair, warrantyShare, loss, disposal;
    std::vector<N> repairRates, lossRates, resaleShares; ///< by year of age
    const PriceIndex<N>* index = nullptr;                ///< of the purchase price
};

template <Number N> class ModelPrices {
  public:
    ModelPrices(const Plan& plan, const PriceIndexes<N>& indexes) : m_plan(&plan) {
        m_ownIndexes.reserve(plan.assetModels.size());
        m_prices.reserve(plan.assetModels.size());
        for (const auto& model : plan.assetModels) m_prices.push_back(pricesOf(model, indexes));
    }
    ModelPrices(const ModelPrices&) = delete;
    ModelPrices& operator=(ModelPrices&&) = default;

    /// `model` is one of the plan's.
    const UnitPrices<N>& of(const AssetModel& model) const {
        const auto place = std::size_t(&model - m_plan->assetModels.data());
        assert(place < m_prices.size());
        return m_prices[place];
    }

  private:
    UnitPrices<N> pricesOf(const AssetModel& model, const PriceIndexes<N>& indexes) {
        const auto series = [](const Series<Rate>& rates) {
            std::vector<N> numbers;
            for (const auto& rate : rates.values()) numbers.push_back(numberFrom<N>(rate));
            return numbers;
        };
        UnitPrices<N> prices{.purchase = numberFrom<N>(model.unitPrice),
                             .deployment = numberFrom<N>(model.deployment),
                             .licenceOnce = numberFrom<N>(model.licenceOnce),
                             .licence = numberFrom<N>(model.licenceYearly),
                             .support = numberFrom<N>(model.supportYearly),
                             .supplies = numberFrom<N>(model.suppliesYearly),
                             .energy = numberFrom<N>(model.energyYearly) * numberFrom<N>(m_plan->assumptions.energyPrice),
                             .repair = numberFrom<N>(model.repairPrice),
                             .warrantyShare = numberFrom<N>(model.warrantyShare),
                             .loss = numberFrom<N>(model.lossPrice.value_or(model.unitPrice)),
                             .disposal = numberFrom<N>(model.disposal),
                             .repairRates = series(model.repairRate),
                             .lossRates = series(model.lossRate),
                             .resaleShares = series(model.resale)};
        if (model.priceChange) {
            m_ownIndexes.emplace_back(*model.priceChange, m_plan->district);
            prices.index = &m_ownIndexes.back();
        } else {
            prices.index = &indexes.of(priceKindOf(model));
        }
        return prices;
    }

    const Plan* m_plan;
    std::vector<PriceIndex<N>> m_ownIndexes;
    std::vector<UnitPrices<N>> m_prices;
};

} // namespace tco
