// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/root.hpp"

using namespace tco;
using namespace tco::finance;

TEST_CASE("A straight line takes two steps") {
    int calls = 0;
    const auto root = findRoot(
        [&](const Decimal& x) {
            ++calls;
            return Decimal(3) * x - Decimal(7);
        },
        Decimal(-1000), Decimal(1000));
    CHECK(root->rounded(12) == (Decimal(7) / Decimal(3)).rounded(12));
    CHECK(calls <= 2 + 2 + 1); // both ends, two steps, and one to close the bracket behind them
}

TEST_CASE("A coarser precision takes fewer calls and stays within it, even at a step") {
    const auto callsFor = [](const Decimal& precision) {
        int calls = 0;
        const auto step = [&](const Decimal& x) {
            ++calls;
            return Decimal(x < Decimal(3) ? -1 : 1);
        };
        const auto root = findRoot(step, Decimal(0), Decimal(100), precision);
        CHECK(magnitude(Decimal(*root - Decimal(3))) <= Decimal(8) * precision);
        return calls;
    };
    CHECK(callsFor(Decimal::of("0.001")) < 20);
    CHECK(callsFor(rootPrecision<Decimal>()) < 90);
}

TEST_CASE("No change of sign, no root") {
    CHECK_FALSE(findRoot([](const Decimal& x) { return x * x + Decimal(1); }, Decimal(-3), Decimal(3)));
}

TEST_CASE("An end that is the root is the root") {
    const auto f = [](const Decimal& x) { return x - Decimal(4); };
    CHECK(findRoot(f, Decimal(4), Decimal(9)) == Decimal(4));
    CHECK(findRoot(f, Decimal(9), Decimal(4)) == Decimal(4));
    CHECK(findRoot(f, Decimal(0), Decimal(4)) == Decimal(4));
}

TEST_CASE("Roots of cubes with known zeros are found to 18 digits, and Decimal and double agree") {
    CHECK(rc::check([] {
        const int zero = *rc::gen::inRange(-5000, 5000);
        const int steepness = *rc::gen::inRange(0, 1000); // 0: flat at the zero, the hardest kind
        const Decimal at = Decimal(zero) / Decimal(1000);
        const auto f = [&](const Decimal& x) { return (x - at) * ((x - at) * (x - at) + Decimal(steepness)); };
        const auto root = findRoot(f, Decimal(-7), Decimal(11));
        RC_ASSERT(root.has_value());
        RC_ASSERT(magnitude(Decimal(*root - at)) * Decimal(1'000'000'000'000) * Decimal(1'000'000) <= Decimal(6));
        const double atFast = zero / 1000.0;
        const auto fast = findRoot([&](double x) { return (x - atFast) * ((x - atFast) * (x - atFast) + steepness); }, -7.0, 11.0);
        RC_ASSERT(fast.has_value());
        RC_ASSERT(std::abs(*fast - atFast) <= 1e-12);
    }));
}
