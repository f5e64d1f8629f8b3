// SPDX-License-Identifier: Apache-2.0
#pragma once

// What prices of the first plan year have become in a later year, per kind of price. A function of the
// plan only, never of the order of evaluation. Years before the plan have index 1: prices are entered in
// money of the first plan year.

#include <array>
#include <vector>

#include "tco/finance/time_value.hpp"
#include "tco/model/plan.hpp"

namespace tco {

enum class PriceKind { Devices, Network, Software, Services, Wages, Benefits };
inline constexpr std::size_t priceKindCount = 6;

/// The assumption behind a kind of price.
std::string_view inflationField(PriceKind kind);
const Rate& inflationOf(const Assumptions& assumptions, PriceKind kind);

template <Number N> class PriceIndex {
  public:
    PriceIndex(const Plan& plan) : m_first(plan.firstYear()) {
        for (std::size_t kind = 0; kind < priceKindCount; ++kind)
            for (int year = 0; year < plan.district.horizon; ++year)
                m_index[kind].push_back(finance::growth(numberFrom<N>(inflationOf(plan.assumptions, PriceKind(kind))), year));
    }

    const N& at(PriceKind kind, FiscalYear year) const {
        const auto& years = m_index[std::size_t(kind)];
        const int offset = std::min(std::max(year - m_first, 0), int(years.size()) - 1);
        return years[std::size_t(offset)];
    }

  private:
    FiscalYear m_first;
    std::array<std::vector<N>, priceKindCount> m_index;
};

} // namespace tco
