// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "big_district.hpp"
#include "support/temporary_folder.hpp"

namespace tco::bench {
namespace {

/// Reading the CSV and adding its devices to the plan in one edit.
void import(benchmark::State& state) {
    const auto csv = inventoryCsv(int(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        auto document = Document::create();
        state.ResumeTiming();
        IdSource ids;
        const auto inventory = readChromeosInventory(csv, "devices.csv", document.plan(), document.deviceSerials(), ids);
        const auto added = document.edit("Import", [&](Editor& editor) { return editor.addInventory(inventory.value()); });
        if (!added || int(document.deviceSerials().size()) != state.range(0)) state.SkipWithError("the import failed");
    }
}
BENCHMARK(import)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond);

void open(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const auto path = folder / "big.tco";
    if (!makeFile(path, int(state.range(0)))) state.SkipWithError("the file could not be made");
    for (auto _ : state) {
        const auto document = Document::open(path);
        if (!document) state.SkipWithError(document.error().message.c_str());
    }
}
BENCHMARK(open)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond);

void save(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const auto path = folder / "big.tco";
    if (!makeFile(path, int(state.range(0)))) state.SkipWithError("the file could not be made");
    auto document = Document::open(path);
    for (auto _ : state) {
        if (const auto saved = document->saveAs(path); !saved) state.SkipWithError(saved.error().message.c_str());
    }
}
BENCHMARK(save)->Arg(20000)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace tco::bench
