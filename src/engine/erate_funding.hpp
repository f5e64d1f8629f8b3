// SPDX-License-Identifier: Apache-2.0
#pragma once

// What E-Rate is asked to share, over all items, and how far the budgets reach: category two has one budget for five years, so
// what one item gets depends on those before it. Requests are served by date.

#include <optional>
#include <unordered_map>
#include <vector>

#include "posting_sink.hpp"

namespace tco {

template <Number N> class RuleContext;

template <Number N> struct ErateRequest {
    Draft<N> cost;       ///< its amount is the eligible part
    int fundingYear = 0; ///< by the calendar year in which it begins, July to June
    ErateCategory category = ErateCategory::None;
    N funded{}; ///< as far as the budget reaches, before the discount
    Rate discount;
};

template <Number N> struct ErateFunding {
    std::vector<ErateRequest<N>> requests; ///< in the order of the items, then of their costs
    /// [first, last) of the requests of a life of units or of an agreement, by its address.
    std::unordered_map<const void*, std::pair<std::size_t, std::size_t>> ranges;

    std::span<const ErateRequest<N>> of(const void* owner) const {
        const auto found = ranges.find(owner);
        if (found == ranges.end()) return {};
        return std::span(requests).subspan(found->second.first, found->second.second - found->second.first);
    }
};

/// Empty, and quick, when nothing asks.
template <Number N> ErateFunding<N> erateFundingOf(const RuleContext<N>& context);

/// What a person should know of it.
void addErateFindings(const RuleContext<Decimal>& context, Findings& findings);

} // namespace tco
