// SPDX-License-Identifier: Apache-2.0

// Runs the benchmarks and sums up: what a person waits for, the aim, and how the time grows with the district.
// Figures depend on the machine, so nothing here fails.

#include <map>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "document_bench.hpp"
#include "window_bench.hpp"

namespace {

struct Aim {
    std::string_view benchmark, what;
    double milliseconds;
};

constexpr Aim aims[] = {
    {"recalculate/20000", "Recalculate 20,000 devices, 10 years, 2 scenarios", 20},
    {"recalculate_one_scenario/20000", "Recalculate one scenario of it", 10},
    {"recalculate_after_edit", "Recalculate it after one edit", 10},
    {"recalculate_million", "One scenario of 1,000,000 devices in 3,000 rows", 250},
    {"draws_in_double", "10,000 draws on a plan of 1,000 devices, in double", 750},
    {"import/20000", "Import 20,000 rows of an inventory into a plan", 1000},
    {"open/20000", "Open a file with 20,000 devices", 300},
    {"save/20000", "Save it", 1000},
    {"open_to_edit/1000", "Open 1,000 devices for editing", 200},
    {"open_to_edit/20000", "Open 20,000 devices for editing", 300},
    {"open_to_edit/1000000", "Open 1,000,000 devices for editing", 2000},
    {"first_total/1000000", "First total of 1,000,000 devices", 2000},
    {"edit/20000", "One edit in 20,000 devices", 5},
    {"edit/1000000", "One edit in 1,000,000 devices", 5},
    {"undo/1000000", "Take it back", 50},
    {"save_edit/1000000", "Save 1,000,000 devices", 5000},
    {"merge/1000000", "Merge two copies of 1,000,000 devices", 5000},
    {"pdf", "Write the report of an urban district as PDF", 1000},
    {"first_window", "Start to first window, with that file", 300},
};

struct Growth {
    std::string_view small, large;
};

constexpr Growth growths[] = {
    {"recalculate/5000", "recalculate/20000"}, {"recalculate/20000", "recalculate/80000"}, {"import/5000", "import/20000"}, {"open/5000", "open/20000"}};

class AimReporter : public benchmark::ConsoleReporter {
  public:
    AimReporter() : ConsoleReporter(OO_Tabular) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const auto& run : runs)
            if (!run.error_occurred && run.run_type == Run::RT_Iteration)
                m_milliseconds[nameOf(run)] = waits(run) ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
    }

    void Finalize() override {
        ConsoleReporter::Finalize();
        fmt::print("\n{:<52}{:>12}{:>12}\n", "", "measured", "aim");
        for (const auto& aim : aims)
            if (const auto found = m_milliseconds.find(aim.benchmark); found != m_milliseconds.end())
                fmt::print("{:<52}{:>9.1f} ms{:>9.0f} ms{}\n", aim.what, found->second, aim.milliseconds, found->second <= aim.milliseconds ? "" : "  missed");
        for (const auto& [small, large] : growths) {
            const auto from = m_milliseconds.find(small), to = m_milliseconds.find(large);
            if (from != m_milliseconds.end() && to != m_milliseconds.end())
                fmt::print("{} takes {:.1f} times as long as {} (4 would be in proportion)\n", large, to->second / from->second, small);
        }
    }

  private:
    /// What only computes is told in processor time, which other programs on the machine do not stretch.
    static bool waits(const Run& run) { return !run.run_name.time_type.empty(); }

    /// "import/20000/real_time" → "import/20000"
    static std::string nameOf(const Run& run) {
        auto name = run.run_name.function_name;
        if (!run.run_name.args.empty()) name += "/" + run.run_name.args;
        return name;
    }

    std::map<std::string, double, std::less<>> m_milliseconds;
};

} // namespace

int main(int argc, char** argv) {
    spdlog::set_level(spdlog::level::off); // no log between the figures
    if (argc > 1 && std::string_view(argv[1]) == tco::bench::firstWindowArgument) return tco::bench::showFirstWindow(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == tco::bench::windowMemoryArgument) return tco::bench::printWindowMemory(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == tco::bench::memoryArgument) return tco::bench::printMemory(argc, argv);
    tco::bench::programPath = argv[0];
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    AimReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
}
