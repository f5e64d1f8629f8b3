// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <set>

#include <fmt/format.h>

#include "tco/base/log.hpp"
#include "tco/engine/funding.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

constexpr std::size_t mostScenarios = 6;

void printError(std::string_view line) {
    const auto text = fmt::format("{}\n", line);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void tell(const Finding& finding) { printError(fmt::format("tco: {}: {}", label(finding.severity), finding.message)); }

int exitCodeFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::Conflict: return DataHasErrors;
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
    case ErrorCode::Unwritable:
    case ErrorCode::Damaged:
    case ErrorCode::InUse:
    case ErrorCode::NewerVersion:
    case ErrorCode::Unsupported: return FileProblem;
    }
    return FileProblem;
}

} // namespace

void addFileArgument(CLI::App& command, std::string& file) { command.add_option("FILE", file, "The plan, a .tco file")->required(); }

void addScenarioOption(CLI::App& command, std::vector<std::string>& names) {
    command.add_option("--scenario", names, "A scenario by its name; give the option once for each (default: all, at most six)")
        ->type_name("NAME")
        ->allow_extra_args(false);
}

void addScenarioArguments(CLI::App& command, ScenarioOptions& options) {
    addFileArgument(command, options.file);
    command.add_option("--scenario", options.scenario, "A scenario by its name (default: the first)")->type_name("NAME");
    command.add_flag("--json", options.json, "Answer as JSON (docs/cli.md)");
}

int withScenario(const ScenarioOptions& options, const std::function<int(const Document&, const Calculation&)>& act) {
    const auto document = Document::open(options.file);
    if (!document) return complain(document.error());
    const auto scenario = scenarioNamed(document->plan(), options.scenario);
    if (!scenario) return complainUsage(scenario.error().message);
    return act(*document, *calculate(document->plan(), *scenario));
}

Expected<Document> openToChange(const std::string& file) { return Document::open(file, {.locking = true}); }

Expected<void> saveChanged(Document& document) {
    auto saved = document.save();
    if (saved)
        for (const auto& notice : document.notices()) tell(notice);
    return saved;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int complain(const Error& error) {
    if (!error.context.empty()) spdlog::info("{} ({})", error.message, error.context);
    printError("tco: " + error.message);
    return exitCodeFor(error.code);
}

int complainUsage(std::string_view sentence) {
    printError(fmt::format("tco: {}", sentence));
    return WrongUsage;
}

int reportFindings(const Findings& findings) {
    for (const auto& finding : findings)
        if (finding.severity != Severity::Note) tell(finding);
    return hasErrors(findings) ? DataHasErrors : Done;
}

std::string_view label(Severity severity) {
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Note: break;
    }
    return "note";
}

Findings findingsOf(const Comparison& comparison) {
    Findings all;
    std::set<std::string> seen;
    const auto add = [&](const Findings& findings) {
        for (const auto& finding : findings)
            if (seen.insert(finding.message + '\n' + finding.where).second) all.push_back(finding);
    };
    for (const auto& scenario : comparison.scenarios) {
        add(scenario.calculation->findings);
        if (!scenario.calculation->plan->funds.empty()) add(fundingOf(*scenario.calculation).findings);
    }
    std::ranges::stable_sort(all, std::greater{}, &Finding::severity);
    return all;
}

Expected<std::vector<ScenarioId>> scenariosNamed(const Plan& plan, const std::vector<std::string>& names) {
    if (names.empty()) return defaultScenarios(plan);
    if (names.size() > mostScenarios) return fail(ErrorCode::InvalidInput, fmt::format("At most {} scenarios fit side by side.", mostScenarios));
    std::vector<ScenarioId> ids;
    for (const auto& name : names) {
        const auto found = itemByName(plan, Kind::Scenario, name);
        if (!found) {
            std::string known;
            for (const auto& scenario : plan.scenarios) known += fmt::format("{}“{}”", known.empty() ? "" : ", ", scenario.name);
            return fail(ErrorCode::InvalidInput, fmt::format("There is no scenario named “{}”; this plan has {}.", name, known.empty() ? "none" : known));
        }
        ids.push_back({found->id});
    }
    return ids;
}

Expected<ScenarioId> scenarioNamed(const Plan& plan, const std::string& name) {
    const auto scenarios = scenariosNamed(plan, name.empty() ? std::vector<std::string>{} : std::vector{name});
    if (!scenarios) return failFrom(scenarios);
    return scenarios->front();
}

std::optional<std::string> yearFault(const Plan& plan, int year) {
    if (!year || (FiscalYear{year} >= plan.firstYear() && FiscalYear{year} <= plan.lastYear())) return {};
    return fmt::format("FY{} is not in the plan, which covers FY{} to FY{}.", year, plan.firstYear().value, plan.lastYear().value);
}

std::optional<Date> beginningOf(const History& history) {
    const auto first = std::ranges::find(history, EditId{}, &HistoryEdit::mergedBy); // what a merge brought was not in this file before
    return first == history.end() ? std::nullopt : std::optional(first->day);
}

Findings joined(Findings first, const Findings& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

bool isSameFile(const std::string& a, const std::string& b) {
    std::error_code missing; // then they are not the same
    return std::filesystem::equivalent(a, b, missing);
}

} // namespace tco::cli
