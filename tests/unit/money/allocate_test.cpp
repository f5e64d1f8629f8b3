// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/money/allocate.hpp"

using namespace tco;

TEST_CASE("Parts sum to the amount exactly and are never a cent away from their share") {
    CHECK(rc::check([] {
        const auto amount = *rc::gen::inRange<std::int64_t>(-100'000'000'000, 100'000'000'000);
        const auto numbers = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000)));
        std::vector<Decimal> weights;
        Decimal total;
        for (const int number : numbers) {
            weights.push_back(Decimal(number) / Decimal(7)); // shares that no decimal holds exactly
            total += weights.back();
        }
        RC_PRE(!total.isZero());
        const auto parts = allocate(Money::fromCents(amount), weights);
        Money sum;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            sum += parts[i];
            const auto off = Decimal(parts[i].cents()) - Decimal(amount) * weights[i] / total;
            RC_ASSERT(off.rounded(9) < Decimal(1) && off.rounded(9) > Decimal(-1));
            if (weights[i].isZero()) RC_ASSERT(parts[i].isZero());
        }
        RC_ASSERT(sum == Money::fromCents(amount));
    }));
}
