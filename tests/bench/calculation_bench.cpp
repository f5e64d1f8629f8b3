// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "big_district.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/engine/unrounded.hpp"

namespace tco::bench {
namespace {

/// What a moved slider costs: both scenarios and their comparison, from the plan.
void recalculate(benchmark::State& state) {
    const auto plan = bigDistrict(int(state.range(0)));
    const auto scenarios = buyAndLease(plan);
    std::size_t postings = 0;
    for (auto _ : state) {
        const auto comparison = compare(plan, scenarios);
        postings = comparison.scenarios[0].calculation->ledger.size() + comparison.scenarios[1].calculation->ledger.size();
        benchmark::DoNotOptimize(comparison);
    }
    state.counters["postings"] = double(postings);
}
BENCHMARK(recalculate)->Arg(5000)->Arg(20000)->Arg(80000)->Unit(benchmark::kMillisecond);

void recalculate_one_scenario(benchmark::State& state) {
    const auto plan = bigDistrict(int(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(figuresOf(*calculate(plan, plan.scenarios[1].id)));
}
BENCHMARK(recalculate_one_scenario)->Arg(20000)->Unit(benchmark::kMillisecond);

/// A state-wide fleet: a million devices in 3,000 rows.
void recalculate_million(benchmark::State& state) {
    const auto plan = bigDistrict(1'000'000, 1'000'000 / 3'000);
    for (auto _ : state) benchmark::DoNotOptimize(figuresOf(*calculate(plan, plan.scenarios[1].id)));
    state.counters["cohorts"] = double(plan.cohorts.size());
}
BENCHMARK(recalculate_million)->Unit(benchmark::kMillisecond);

/// What one changed quantity costs when the calculation before it is at hand.
void recalculate_after_edit(benchmark::State& state) {
    auto plan = bigDistrict(20'000);
    const auto scenario = plan.scenarios[1].id;
    auto previous = calculate(plan, scenario);
    for (auto _ : state) {
        ++plan.cohorts[plan.cohorts.size() / 2].quantity;
        previous = calculate(plan, scenario, previous.get());
    }
}
BENCHMARK(recalculate_after_edit)->Unit(benchmark::kMillisecond);

/// 10,000 draws as a simulation makes them: prices, repairs, wages and the discount rate move, the plan's present value comes out.
void draws_in_double(benchmark::State& state) {
    const auto plan = bigDistrict(1'000);
    Projection<double> projection(applyScenario(plan, plan.scenarios[0].id));
    constexpr int draws = 10'000;
    for (auto _ : state) {
        double sum = 0;
        for (int draw = 0; draw < draws; ++draw) {
            auto& moved = projection.plan();
            for (auto& model : moved.assetModels) {
                model.unitPrice = Money::fromCents(30'000 + draw);
                model.repairPrice = Money::fromCents(5'000 + draw);
            }
            moved.assumptions.discountRate = Rate(Decimal(draw % 60) * Decimal::of("0.001"));
            moved.assumptions.inflationWages = Rate(Decimal(draw % 40) * Decimal::of("0.001"));
            sum += projection.totals().presentValue;
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(draws_in_double)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tco::bench
