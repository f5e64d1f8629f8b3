// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "json_output.hpp"
#include "tco/base/date.hpp"
#include "tco/base/file.hpp"
#include "tco/exchange/practice_settings.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

constexpr FiscalYear exampleYear{2027};

struct Options {
    std::string practice; ///< the letters of a state, or a file
    std::string file;
    bool json = false;
};

std::string wordsFor(const Evidence& evidence) {
    return fmt::format("    {}{}{} ({})\n", evidence.unconfirmed ? "NOT CONFIRMED. " : "", evidence.note.empty() ? "" : evidence.note + ". ", evidence.source,
                       evidence.year);
}

std::string wordsFor(const LeaseLimit& lease) {
    auto words = fmt::format("  For {}: ", lease.appliesTo);
    words += lease.longestMonths ? fmt::format("at most {}.", counted(*lease.longestMonths, "month")) : std::string("no longest term is known.");
    for (const auto& condition : lease.conditions)
        words += fmt::format(" {}{}", condition.fromMonths ? fmt::format("From {} on: ", counted(*condition.fromMonths, "month")) : "", condition.text);
    return words + "\n" + wordsFor(lease.evidence);
}

std::string wordsFor(const CapitalizationThreshold& threshold) {
    return fmt::format("  {} from {}{}: {}\n{}", threshold.kind == ThresholdKind::Track ? "Keep in the inventory" : "Capitalize",
                       display(threshold.amount, MoneyStyle::Cents), threshold.kind == ThresholdKind::Aggregate ? " together" : " a unit", threshold.appliesTo,
                       wordsFor(threshold.evidence));
}

/// Codes of one source stand together above it.
void printCodes(std::string_view title, const std::vector<AccountCode>& codes) {
    if (codes.empty()) return;
    print(fmt::format("{}\n", title));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto& code = codes[i];
        print(fmt::format("  {:6}{}{}{}\n", code.code, code.title, code.title.empty() || code.use.empty() ? "" : " – ", code.use));
        if (i + 1 == codes.size() || codes[i + 1].evidence.source != code.evidence.source) print(wordsFor(code.evidence));
    }
}

void printCodes(const CodeLists& codes) {
    printCodes("Functions", codes.functions);
    printCodes("Objects", codes.objects);
    printCodes("Funds", codes.funds);
    printCodes("Balance sheet", codes.balanceSheet);
}

void printAsText(const StatePractice& practice) {
    print(fmt::format("{} ({})\n", practice.name, practice.state));
    if (practice.fiscalYear) {
        std::vector<std::string> years;
        for (const int month : practice.fiscalYear->firstMonths) years.push_back(FiscalCalendar(month).fullLabel(exampleYear));
        print(fmt::format("Fiscal year\n  {}\n{}", fmt::join(years, " or "), wordsFor(practice.fiscalYear->evidence)));
    }
    if (practice.accountStyle)
        print(fmt::format("How an account is written\n  {}\n{}", practice.accountStyle->example, wordsFor(practice.accountStyle->evidence)));
    if (!practice.leases.empty()) print("Leases\n");
    for (const auto& lease : practice.leases) print(wordsFor(lease));
    if (!practice.thresholds.empty()) print("Thresholds\n");
    for (const auto& threshold : practice.thresholds) print(wordsFor(threshold));
    printCodes(practice.codes);
    if (!practice.notes.empty()) print("Notes\n");
    for (const auto& note : practice.notes) print(fmt::format("  {}\n{}", note.text, wordsFor(note.evidence)));
}

int runList(const Options& options) {
    auto practices = Json::array();
    for (const auto& practice : statePractices()) {
        if (options.json)
            practices.push_back({{"state", practice.state}, {"name", practice.name}});
        else
            print(fmt::format("{}  {}\n", practice.state, practice.name));
    }
    if (options.json) printJson({{"practices", std::move(practices)}});
    return Done;
}

/// The text of a state’s file or of the district’s own.
Expected<std::string> textOf(const std::string& practice) {
    if (practice.size() != 2) return readFile(practice);
    const auto text = practiceText(practice);
    if (!text) return failFrom(text);
    return std::string(*text);
}

int runShow(const Options& options) {
    const auto text = textOf(options.practice);
    if (!text) return complain(text.error());
    const auto practice = readPractice(*text, std::filesystem::path(options.practice).filename().string());
    if (!practice) return complain(practice.error());
    if (options.json)
        print(*text);
    else
        printAsText(*practice);
    return Done;
}

Expected<void> enter(Editor& editor, const PracticeSettings& settings) {
    for (const auto& setting : settings.fields) {
        if (auto done = editor.set(setting.field.item, setting.field.field, setting.value); !done) return done;
        if (auto done = editor.setProvenance(setting.field, setting.provenance); !done) return done;
    }
    for (const auto& account : settings.accounts) {
        const auto added =
            editor.add(Kind::Account,
                       {{"name", account.name}, {"element", std::string(key(account.element))}, {"function", account.function}, {"object", account.object}});
        if (!added) return failFrom(added);
    }
    return {};
}

int runApply(const Options& options) {
    auto document = openToChange(options.file);
    if (!document) return complain(document.error());
    const auto text = textOf(options.practice);
    if (!text) return complain(text.error());
    const auto practice = readPractice(*text, std::filesystem::path(options.practice).filename().string());
    if (!practice) return complain(practice.error());
    const auto settings = settingsOf(*practice, *practiceOf("US"), document->plan());
    if (auto done = document->edit("Use state practice", [&](Editor& editor) { return enter(editor, settings); }); !done) return complain(done.error());
    if (auto saved = saveChanged(*document); !saved) return complain(saved.error());
    const auto& plan = document->plan();
    for (const auto& setting : settings.fields) {
        const auto* field = findField(setting.field.item.kind, setting.field.field);
        print(fmt::format("{}: {}\n    {}\n", field->label, displayText(plan, *field, setting.value), setting.provenance.source));
    }
    for (const auto& account : settings.accounts) print(fmt::format("Account {}: {}{}\n", account.name, account.function, account.object));
    for (const auto& sentence : settings.open) print(sentence + "\n");
    if (settings.fields.empty() && settings.accounts.empty()) print("The plan says all of that already.\n");
    return Done;
}

int runAccounts() {
    const auto& nces = accountCodes();
    print(fmt::format("{}, {}\n", nces.name, nces.edition));
    printCodes(nces.codes);
    return Done;
}

} // namespace

void addPractice(CLI::App& app, Action& chosen) {
    auto* group = app.add_subcommand("practice", "What states do differently: fiscal years, account codes, limits on leases, thresholds");
    group->require_subcommand(1);
    group->footer("A district may write a file of its own (docs/state-practice.md).\n\n"
                  "Examples:\n"
                  "  tco practice show IL\n"
                  "  tco practice show IL --json > ours.json");
    const auto options = std::make_shared<Options>();

    auto* list = group->add_subcommand("list", "The states that are there");
    list->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
    list->footer("Example:\n"
                 "  tco practice list");
    list->callback([=, &chosen] { chosen = [=] { return runList(*options); }; });

    auto* show = group->add_subcommand("show", "What is known about a state, or what a file says, with sources");
    show->add_option("STATE", options->practice, "The two letters of a state, US for what holds everywhere, or a file")->required();
    show->add_flag("--json", options->json, "The file itself, to begin one’s own with");
    show->footer("Examples:\n"
                 "  tco practice show IL\n"
                 "  tco practice show ours.json");
    show->callback([=, &chosen] { chosen = [=] { return runShow(*options); }; });

    auto* apply = group->add_subcommand("apply", "Enter what a state says in a plan, each entry with its source");
    addFileArgument(*apply, options->file);
    apply->add_option("STATE", options->practice, "The two letters of a state, US for what holds everywhere, or a file")->required();
    apply->footer("Example:\n"
                  "  tco practice apply fairmont.tco IL");
    apply->callback([=, &chosen] { chosen = [=] { return runApply(*options); }; });

    auto* accounts = group->add_subcommand("accounts", "The account codes of NCES, which hold where a state has none of its own");
    accounts->footer("Example:\n"
                     "  tco practice accounts");
    accounts->callback([&chosen] { chosen = runAccounts; });
}

} // namespace tco::cli
