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

enum class PriceKind { Devices, Network, Servers, Software, Services, Energy, Wages, Benefits };
inline constexpr std::size_t priceKindCount = 8;

/// A field named without a string of its own: rules name fields for every cost, and words are rarely asked for.
struct FieldKey {
    ItemRef item;
    std::string_view field; ///< of static life
    operator FieldRef() const { return {item, std::string(field)}; }
};

/// How a price changes per year, and the field that says so.
struct Growth {
    Rate rate;
    FieldKey field;
    std::string_view words; ///< "device prices"
};

/// The assumption behind a kind of price.
Growth growthOf(const Assumptions& assumptions, PriceKind kind);

/// (1 + rate)^years from the first plan year on, as far as anything that begins in a plan can reach.
template <Number N> class PriceIndex {
  public:
    PriceIndex(const Rate& rate, const District& district) : m_first{district.firstYear} {
        constexpr int longestLife = 41; // useful life and extra years, as the fields allow
        const N factor = N(1) + numberFrom<N>(rate);
        N index = 1;
        for (int year = 0; year < district.horizon + longestLife; ++year, index = index * factor) m_index.push_back(index);
    }

    const N& at(FiscalYear year) const { return m_index[std::size_t(std::clamp(year - m_first, 0, int(m_index.size()) - 1))]; }

  private:
    FiscalYear m_first;
    std::vector<N> m_index;
};

/// One index for each kind of price.
template <Number N> class PriceIndexes {
  public:
    explicit PriceIndexes(const Plan& plan) {
        for (std::size_t kind = 0; kind < priceKindCount; ++kind) m_byKind.emplace_back(growthOf(plan.assumptions, PriceKind(kind)).rate, plan.district);
    }
    const PriceIndex<N>& of(PriceKind kind) const { return m_byKind[std::size_t(kind)]; }

  private:
    std::vector<PriceIndex<N>> m_byKind;
};

} // namespace tco
