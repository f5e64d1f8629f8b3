// SPDX-License-Identifier: Apache-2.0

// A file of 1,000, 20,000 and 1,000,000 single devices, as a person works with it: working copy on the disk, locked.

#include "document_bench.hpp"

#include <cstdio>
#include <map>
#include <memory>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "big_district.hpp"
#include "support/temporary_folder.hpp"
#include "tco/document/merge_copies.hpp"
#include "tco/engine/calculation.hpp"
#include "window_bench.hpp"

namespace tco::bench {
namespace {

constexpr DocumentOptions editing{.locking = true, .recovery = true, .backups = 0};

/// Made once for each size.
const std::filesystem::path& fileOf(std::int64_t devices) {
    static const test::TemporaryFolder folder;
    static std::map<std::int64_t, std::filesystem::path> made;
    auto& path = made[devices];
    if (path.empty()) {
        setenv("TCO_STATE_DIR", folder.path().c_str(), 1);
        path = folder / fmt::format("{}.tco", devices);
        if (const auto done = makeFile(path, int(devices)); !done) throw std::runtime_error(done.error().message);
    }
    return path;
}

Document openToEdit(std::int64_t devices) {
    auto document = Document::open(fileOf(devices), editing);
    if (!document) throw std::runtime_error(document.error().message);
    return std::move(*document);
}

Expected<void> changePrice(Document& document, std::int64_t cents) {
    return document.edit("Change price", [&](Editor& editor) {
        return editor.set({Kind::AssetModel, editor.plan().assetModels.front().id.value}, "unit_price", Money::fromCents(cents));
    });
}

void check(benchmark::State& state, const Expected<void>& done) {
    if (!done) state.SkipWithError(done.error().message.c_str());
}

void open_to_edit(benchmark::State& state) {
    fileOf(state.range(0));
    for (auto _ : state) openToEdit(state.range(0));
}

void first_total(benchmark::State& state) {
    const auto document = openToEdit(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(calculate(document.plan(), {})->ledger.sum());
}

void edit(benchmark::State& state) {
    auto document = openToEdit(state.range(0));
    std::int64_t cents = 40000;
    for (auto _ : state) check(state, changePrice(document, ++cents));
}

void undo(benchmark::State& state) {
    auto document = openToEdit(state.range(0));
    std::int64_t cents = 40000;
    for (auto _ : state) {
        state.PauseTiming();
        check(state, changePrice(document, ++cents));
        state.ResumeTiming();
        check(state, document.undo());
    }
}

void save_edit(benchmark::State& state) {
    auto document = openToEdit(state.range(0));
    std::int64_t cents = 40000;
    for (auto _ : state) {
        check(state, changePrice(document, ++cents));
        check(state, document.save());
    }
}

void merge(benchmark::State& state) {
    const auto base = Document::open(fileOf(state.range(0)));
    auto mine = openToEdit(state.range(0)), theirs = *Document::open(fileOf(state.range(0)), {.readOnly = false});
    check(state, changePrice(mine, 41000));
    check(state, theirs.edit("Rename", [](Editor& editor) { return editor.set({Kind::District, singleId}, "name", std::string("Theirs")); }));
    for (auto _ : state) {
        const auto merged = mergeCopies(base->plan(), mine, theirs);
        if (!merged) return state.SkipWithError(merged.error().message.c_str());
        check(state, mine.merge(theirs, merged->result.mineFirst));
        state.PauseTiming();
        check(state, mine.undo());
        state.ResumeTiming();
    }
}

/// What the benchmark prints when it is started with an argument and a file; 0 when it does not run.
double printedBy(std::string_view argument, const std::filesystem::path& path) {
    const auto command = fmt::format("'{}' {} '{}'", programPath, argument, path.string());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    double number = 0;
    return pipe && std::fscanf(pipe.get(), "%lf", &number) == 1 ? number : 0;
}

/// The figures stand beside the time: the most memory of a process that opens the file and computes, without and with a window, and the file's size.
void memory_and_size(benchmark::State& state) {
    const auto& path = fileOf(state.range(0));
    for (auto _ : state) state.counters["MB"] = printedBy(memoryArgument, path) / 1e6;
    state.counters["MB_window"] = printedBy(windowMemoryArgument, path) / 1e6;
    state.counters["bytes_a_device"] = double(std::filesystem::file_size(path)) / double(state.range(0));
}

#define TCO_SIZES Arg(1000)->Arg(20000)->Arg(1000000)->Unit(benchmark::kMillisecond)->UseRealTime()
BENCHMARK(memory_and_size)->TCO_SIZES->Iterations(1); // before the edits of the others are in the file
BENCHMARK(open_to_edit)->TCO_SIZES;
BENCHMARK(first_total)->TCO_SIZES;
BENCHMARK(edit)->TCO_SIZES;
BENCHMARK(undo)->TCO_SIZES->Iterations(50);
BENCHMARK(save_edit)->TCO_SIZES;
BENCHMARK(merge)->TCO_SIZES->Iterations(3);

} // namespace

int printMemory(int argc, char** argv) {
    if (argc < 3) return 2;
    const auto document = Document::open(argv[2], editing);
    if (!document) return 1;
    benchmark::DoNotOptimize(calculate(document->plan(), {})->ledger.sum());
    printMostMemory();
    return 0;
}

void printMostMemory() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    fmt::print("{}\n", std::int64_t(used.ru_maxrss) * 1024); // Linux counts in kB
}

} // namespace tco::bench
