// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "big_district.hpp"
#include "tco/engine/comparison.hpp"

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

} // namespace
} // namespace tco::bench
