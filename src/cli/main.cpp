// SPDX-License-Identifier: Apache-2.0

// tco: the command line. Reads the arguments, then runs the chosen subcommand.

#include <cerrno>
#include <cstdio>

#include <fmt/format.h>

#include "command.hpp"
#include "tco/base/file.hpp"
#include "tco/base/log.hpp"

namespace {

using namespace tco;
using namespace tco::cli;

std::string usageError(const CLI::App* app, const CLI::Error& error) {
    const auto subcommands = app->get_subcommands();
    const auto unread = app->remaining();
    std::string sentence = subcommands.empty() && !unread.empty() ? fmt::format("There is no command “{}”", unread.front()) : error.what();
    if (!sentence.ends_with('.')) sentence += '.';
    std::string command;
    for (auto chosen = subcommands; !chosen.empty(); chosen = chosen.front()->get_subcommands()) command += " " + chosen.front()->get_name();
    return fmt::format("tco: {}\nSee “tco{} --help”.\n", sentence, command);
}

/// A full disk behind a redirection must not look like success.
int finishOutput(int exitCode) {
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return exitCode;
    return complain({ErrorCode::Unwritable, fmt::format("The output cannot be written: {}.", reasonFor(errno)), {}});
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("District TCO: what a school district’s technology costs over the years.", "tco");
    app.set_version_flag("--version", "tco " TCO_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Explain the command or a subcommand, with examples");
    LogOptions log;
    app.add_flag("--verbose", log.verbose, "Say on standard error what the program does");
    app.require_subcommand(1);
    app.fallthrough(); // so that --verbose may stand after the subcommand
    app.failure_message(usageError);
    app.footer("Examples:\n"
               "  tco new fairmont.tco --from resources/samples/suburban.json\n"
               "  tco compare fairmont.tco\n"
               "  tco report fairmont.tco -o report.pdf\n"
               "\nExit codes: 0 done, 1 the data has errors, 2 wrong usage, 3 a file cannot be read or written.");

    Action chosen;
    addNew(app, chosen);
    addShow(app, chosen);
    addCheck(app, chosen);
    addImport(app, chosen);
    addCompare(app, chosen);
    addFunds(app, chosen);
    addAccounts(app, chosen);
    addBudget(app, chosen);
    addExplain(app, chosen);
    addBooks(app, chosen);
    addAdopt(app, chosen);
    addCloseYear(app, chosen);
    addReport(app, chosen);
    addRecover(app, chosen);
    addExport(app, chosen);
    addHistory(app, chosen);
    addDiff(app, chosen);
    addMerge(app, chosen);
    addLease(app, chosen);
    addCashflow(app, chosen);
    addRefresh(app, chosen);
    addStaffing(app, chosen);
    addErate(app, chosen);
    addPractice(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Done : WrongUsage;
    }
    startLogging("tco", log);
    return finishOutput(chosen());
}
