// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/money_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "gui/app/session.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/widgets/item_table.hpp"
#include "tco/report/books.hpp"

namespace tco {
namespace {

QString words(const char* english) { return TabbedPage::tr(english); }

Comparison shownAlone(const Session& session) { return {{session.shownResult()}}; }

const Calculation& shownOf(const Comparison& comparison) { return *comparison.scenarios.back().calculation; }

/// For sections without a choice.
template <class Make> auto withoutChoice(Make make) {
    return [=](const Comparison& comparison, const std::string&) { return CalculatedContent{make(comparison)}; };
}

/// "Chromebooks, Lincoln High, from Jul 1, 2026"; what would still read the same is numbered.
std::vector<std::string> choicesOf(const Books& books) {
    std::vector<std::string> choices;
    for (const auto& contract : books.contracts) {
        const auto text = fmt::format("{}, from {}", contract.name, contract.terms.commencement.display());
        auto choice = text;
        for (int i = 2; std::ranges::find(choices, choice) != choices.end(); ++i) choice = fmt::format("{} ({})", text, i);
        choices.push_back(std::move(choice));
    }
    return choices;
}

/// Sections about one contract in the books.
CalculatedSections::Source ofOneContract(std::vector<Section> (*make)(const Calculation&, const BookedContract&)) {
    return {.scenarios = shownAlone,
            .make =
                [make](const Comparison& comparison, const std::string& choice) {
                    const auto& calculation = shownOf(comparison);
                    const auto books = booksOf(calculation);
                    CalculatedContent content{{}, choicesOf(books)};
                    if (content.choices.empty()) return content;
                    const auto found = std::ranges::find(content.choices, choice);
                    if (found != content.choices.end()) content.chosen = std::size_t(found - content.choices.begin());
                    content.sections = make(calculation, books.contracts[content.chosen]);
                    return content;
                },
            .emptySentence =
                words("The scenario shown has no lease, subscription or financed purchase with a liability in the books. A contract that the rules "
                      "treat as an expense, such as one of twelve months at most, has none."),
            .emptyButton = words("Go to the contracts"),
            .emptyTarget = QStringLiteral("#0"),
            .choiceLabel = words("Wh&ich contract")};
}

/// The scenario that the board adopted first, where it is another one than the shown one.
Comparison shownBesideAdopted(const Session& session) {
    const auto adopted = adoptedScenario(session.plan());
    if (!adopted || adopted == session.shown()) return shownAlone(session);
    return compare({session.calculation(adopted), session.calculation()});
}

std::vector<Section> levelsOf(const Comparison& comparison) {
    const auto& shown = shownOf(comparison);
    const auto* adopted = comparison.scenarios.size() > 1 ? comparison.scenarios.front().calculation.get() : nullptr;
    return budgetSections(shown, budgetLevels(shown, booksOf(shown), adopted));
}

} // namespace

Page* makeLeasesPage(Session& session) {
    auto* page = new TabbedPage(session, words("Leases"));
    page->addItems(
        words("C&ontracts"), {Kind::Lease, {}},
        words("Leases, financed purchases and device services: payments, dates and what happens at the end. Categories, models or devices refer to them."));
    page->addItems(words("Chan&ges"), {Kind::ContractChange, {}},
                   words("What changes in a lease or an agreement while it runs: payments, the term, or that a part goes back. Payments and books follow."));
    page->addSections(
        words("&Quotes"),
        {.scenarios = [](const Session& open) { return open.comparison(); },
         .make = withoutChoice([](const Comparison& comparison) { return leaseSections(comparison, analyseLeases(comparison)); }),
         .emptySentence =
             words("No scenario on the page Compare leases anything. Enter the quotes as contracts and let a category, a model or devices refer to one."),
         .emptyButton = words("Go to the contracts"),
         .emptyTarget = QStringLiteral("#0")});
    page->addSections(words("&Three views"),
                      {.scenarios = shownAlone,
                       .make = withoutChoice([](const Comparison& comparison) { return bookSections(shownOf(comparison), booksOf(shownOf(comparison))); }),
                       .emptySentence = words("The plan cannot be calculated yet. The findings on the page Overview say what is missing."),
                       .emptyButton = words("Go to the overview"),
                       .emptyTarget = QStringLiteral("overview")});
    page->addSections(words("Sche&dules"), ofOneContract(contractSections));
    page->addSections(words("E&ntries"), ofOneContract(entrySections));
    return page;
}

Page* makeFundsPage(Session& session) {
    auto* page = new TabbedPage(session, words("Funds"));
    page->addItems(words("F&unds"), {Kind::Fund, {}},
                   words("The funds that pay for technology: what each has by year, when it ends, and what it may pay for."));
    page->addItems(words("Who pa&ys what"), {Kind::FundingRule, {}},
                   words("Rules that give costs to funds, in their order. What no rule gives to a fund with money is the gap."));
    page->addSections(words("&By year"),
                      {.scenarios = [](const Session& open) { return open.view(); },
                       .make = withoutChoice(fundingSections),
                       .emptySentence = words("No funds are entered, so nobody knows yet who pays. Enter the funds, then the rules that give costs to them."),
                       .emptyButton = words("Go to the funds"),
                       .emptyTarget = QStringLiteral("#0")});
    return page;
}

Page* makeBudgetPage(Session& session) {
    auto* page = new TabbedPage(session, words("Accounts and budget"));
    page->addItems(words("Bud&get"), {Kind::BudgetLine, {}},
                   words("What the board adopted and what was spent, by fiscal year, function and object. The plan stands beside it."));
    page->addItems(words("Cl&osed years"), {Kind::ClosedYear, {}},
                   words("Fiscal years that are over. Add one to close the first open year: its budget lines do not change any more, and a change of what it "
                         "costs is a finding. Remove it to open the year again."));
    page->addItems(words("Acco&unts"), {Kind::Account, {}},
                   words("Where the district charges costs otherwise than by the codes of NCES. Without entries, those codes hold."));
    page->addSections(words("&By year"), {.scenarios = shownBesideAdopted,
                                          .make = withoutChoice(levelsOf),
                                          .emptySentence = words("Neither the plan nor the budget has an amount yet."),
                                          .emptyButton = words("Go to the budget"),
                                          .emptyTarget = QStringLiteral("#0")});
    return page;
}

Page* makeEratePage(Session& session) {
    auto* page = new TabbedPage(session, words("E-Rate"));
    page->addSections(
        words("&By year"),
        {.scenarios = shownAlone,
         .make = withoutChoice([](const Comparison& comparison) { return erateSections(shownOf(comparison)); }),
         .emptySentence =
             words("Nobody asks for E-Rate. Choose a category for models in the price book or for agreements, and enter how much of them is eligible."),
         .emptyButton = words("Go to the price book"),
         .emptyTarget = QStringLiteral("price_book"),
         .introduction =
             words("What it rests on: <a href=\"sites\">sites</a> (students in the lunch program, rural or not), <a href=\"price_book\">price book</a> and "
                   "<a href=\"agreements\">agreements</a> (what is asked for, share that is eligible), <a href=\"district\">assumptions</a> (discount, "
                   "budget used before).")});
    return page;
}

} // namespace tco
