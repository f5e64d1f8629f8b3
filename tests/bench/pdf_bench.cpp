// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "support/samples.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/render/pdf.hpp"

namespace tco::bench {
namespace {

/// From the plan to the bytes of the tagged PDF.
void pdf(benchmark::State& state) {
    const OffscreenApplication application;
    const auto plan = test::samplePlan("urban");
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto comparison = compare(plan, defaultScenarios(plan));
        const auto written = pdfBytes(comparisonReport(plan, comparison, {"urban.tco", Date::of(2026, 7, 1)}));
        if (!written) state.SkipWithError(written.error().message.c_str());
        bytes = written ? written->size() : 0;
    }
    state.counters["kB"] = double(bytes) / 1000;
}
BENCHMARK(pdf)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace tco::bench
