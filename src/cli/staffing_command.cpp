// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "argument_reader.hpp"
#include "tco/model/staffing_schemes.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

constexpr int fteDecimals = 2;

struct Options {
    std::array<std::string, staffingCountKinds> counts; ///< by StaffingCount; blank = not known
    bool json = false;
};

std::string optionFor(StaffingCount count) {
    auto name = fmt::format("--{}", key(count));
    std::ranges::replace(name, '_', '-');
    return name;
}

void printAsText(const std::vector<StaffingEstimate>& estimates) {
    for (const auto& estimate : estimates) {
        if (!estimate.low) continue;
        const auto& scheme = estimate.scheme;
        const auto low = display(estimate.low->rounded(fteDecimals)), high = display(estimate.high->rounded(fteDecimals));
        print(fmt::format("{}{}: {}{} full-time positions\n  {}\n  {}\n", scheme.name, scheme.year.empty() ? "" : fmt::format(" ({})", scheme.year), low,
                          low == high ? "" : " to " + high, scheme.formula, scheme.source));
        std::string missing;
        for (const auto count : estimate.missing) missing += fmt::format("{}{}", missing.empty() ? "" : ", ", label(count));
        if (!missing.empty()) print(fmt::format("  Not counted, because not given: {}\n", missing));
    }
    print("The schemes differ widely; which services the district offers and how it runs its network decide more than any formula.\n");
}

int run(const Options& options) {
    ArgumentReader reader;
    StaffingCounts counts;
    for (std::size_t i = 0; i < staffingCountKinds; ++i)
        if (!options.counts[i].empty()) counts[StaffingCount(i)] = reader.quantity(optionFor(StaffingCount(i)), options.counts[i]);
    if (counts.empty()) reader.refuse("Give at least one count, for example --workstations 3000.");
    if (reader.fault()) return complainUsage(*reader.fault());
    const auto estimates = staffingEstimates(counts);
    if (options.json) {
        auto schemes = Json::array();
        for (const auto& estimate : estimates) schemes.push_back(toJson(estimate));
        printJson({{"schemes", std::move(schemes)}});
    } else {
        printAsText(estimates);
    }
    return Done;
}

} // namespace

void addStaffing(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("staffing", "What published schemes say about the size of a support team; needs no plan");
    const auto options = std::make_shared<Options>();
    for (std::size_t i = 0; i < staffingCountKinds; ++i)
        command->add_option(optionFor(StaffingCount(i)), options->counts[i], fmt::format("Number of {}", label(StaffingCount(i))))->type_name("N");
    command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    command->footer("Example:\n"
                    "  tco staffing --workstations 3000 --users 2600 --students 2200 --teachers 180");
    command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
}

} // namespace tco::cli
