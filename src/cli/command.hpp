// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the subcommands of `tco` share: registration, exit codes, and how errors and findings reach a
// person. Results go to standard output, everything about problems to standard error.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "tco/document/document.hpp"
#include "tco/engine/comparison.hpp"

namespace tco::cli {

/// docs/cli.md, "Exit codes".
enum ExitCode { Done = 0, DataHasErrors = 1, WrongUsage = 2, FileProblem = 3 };

/// What the chosen subcommand does; returns an exit code. Set while the arguments are read, run after.
using Action = std::function<int()>;

void addAccounts(CLI::App& app, Action& chosen);
void addAdopt(CLI::App& app, Action& chosen);
void addBudget(CLI::App& app, Action& chosen);
void addBooks(CLI::App& app, Action& chosen);
void addCashflow(CLI::App& app, Action& chosen);
void addCheck(CLI::App& app, Action& chosen);
void addCloseYear(CLI::App& app, Action& chosen);
void addCompare(CLI::App& app, Action& chosen);
void addDiff(CLI::App& app, Action& chosen);
void addErate(CLI::App& app, Action& chosen);
void addExplain(CLI::App& app, Action& chosen);
void addExport(CLI::App& app, Action& chosen);
void addFunds(CLI::App& app, Action& chosen);
void addHistory(CLI::App& app, Action& chosen);
void addImport(CLI::App& app, Action& chosen);
void addLease(CLI::App& app, Action& chosen);
void addMerge(CLI::App& app, Action& chosen);
void addNew(CLI::App& app, Action& chosen);
void addPractice(CLI::App& app, Action& chosen);
void addRecover(CLI::App& app, Action& chosen);
void addRefresh(CLI::App& app, Action& chosen);
void addReport(CLI::App& app, Action& chosen);
void addShow(CLI::App& app, Action& chosen);
void addStaffing(CLI::App& app, Action& chosen);

/// The positional FILE of every subcommand.
void addFileArgument(CLI::App& command, std::string& file);
/// --scenario NAME, which may be given several times.
void addScenarioOption(CLI::App& command, std::vector<std::string>& names);

/// What every subcommand about one scenario asks for.
struct ScenarioOptions {
    std::string file, scenario;
    bool json = false;
};
/// FILE, --scenario NAME (default: the first) and --json.
void addScenarioArguments(CLI::App& command, ScenarioOptions& options);
/// Opens the file, calculates the scenario and lets `act` answer; returns its exit code, or that of what went wrong before.
int withScenario(const ScenarioOptions& options, const std::function<int(const Document& document, const Calculation& calculation)>& act);

/// Opens a plan that the command is going to change. Error InUse while somebody else works on it; reading commands ask nobody.
[[nodiscard]] Expected<Document> openToChange(const std::string& file);
/// Saves it; what could not be done beside that is named on standard error.
[[nodiscard]] Expected<void> saveChanged(Document& document);

/// Writes to standard output.
void print(std::string_view text);
/// "tco: sentence" on standard error, the detail into the log; returns the exit code of the error.
int complain(const Error& error);
/// The same for arguments that make no sense.
int complainUsage(std::string_view sentence);
/// Errors and warnings on standard error, each once; DataHasErrors when there is an error, else Done.
int reportFindings(const Findings& findings);

/// "error", "warning" or "note".
std::string_view label(Severity severity);

/// The checks of the plan and what its rules notice in these scenarios, each finding once, most severe first.
Findings findingsOf(const Comparison& comparison);

/// The scenarios with these names; those of defaultScenarios() when there are no names.
[[nodiscard]] Expected<std::vector<ScenarioId>> scenariosNamed(const Plan& plan, const std::vector<std::string>& names);

/// The scenario with this name; blank: the first that a comparison shows.
[[nodiscard]] Expected<ScenarioId> scenarioNamed(const Plan& plan, const std::string& name);
/// What is wrong with a year that is not in the plan, in a sentence; 0 is no year and no fault.
std::optional<std::string> yearFault(const Plan& plan, int year);
/// The day of the first edit that was made in the file itself.
std::optional<Date> beginningOf(const History& history);
/// Both, one after the other.
Findings joined(Findings first, const Findings& second);

/// True when both paths lead to the same file: an output that would overwrite the plan.
bool isSameFile(const std::string& a, const std::string& b);

} // namespace tco::cli
