// SPDX-License-Identifier: Apache-2.0
#include "json_output.hpp"

#include <set>

#include <fmt/format.h>

#include "tco/engine/explanation.hpp"
#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

struct Options : ScenarioOptions {
    std::string view, category, element, function, site;
    int year = 0; ///< 0 = all
    bool direct = false, indirect = false;
};

constexpr std::string_view annualised = "annualised";

template <class Key> std::vector<std::string> keysOf(std::size_t count) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count; ++i) keys.emplace_back(key(Key(i)));
    return keys;
}

template <class Key> std::optional<Key> fromKey(const std::string& text, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (text == key(Key(i))) return Key(i);
    return {};
}

Expected<PostingFilter> filterOf(const Plan& plan, const Options& options) {
    PostingFilter filter;
    if (options.year) filter.year = FiscalYear{options.year};
    filter.category = fromKey<CostCategory>(options.category, costCategoryCount);
    filter.element = fromKey<Element>(options.element, elementCount);
    filter.function = fromKey<LabourFunction>(options.function, labourFunctionCount);
    if (options.direct != options.indirect) filter.direct = options.direct;
    if (options.site.empty()) return filter;
    const auto site = itemByName(plan, Kind::Site, options.site);
    if (!site) return fail(ErrorCode::InvalidInput, fmt::format("There is no site named “{}” in this plan.", options.site));
    filter.site = SiteId{site->id};
    return filter;
}

/// "Buy in cash, FY2027, Devices, indirect"
std::string titleOf(const Calculation& calculation, const PostingFilter& filter, View view) {
    auto title = calculation.name;
    if (filter.year) title += fmt::format(", FY{}", filter.year->value);
    if (filter.category) title += fmt::format(", {}", label(*filter.category));
    if (filter.element) title += fmt::format(", {}", label(*filter.element));
    if (filter.function) title += fmt::format(", {}", label(*filter.function));
    if (filter.site) title += ", " + nameOf(*calculation.plan, {Kind::Site, filter.site->value});
    if (filter.direct) title += *filter.direct ? ", budget (direct)" : ", indirect";
    if (view == View::Annualised) title += ", used up in the year";
    return title;
}

Json editJson(const HistoryEdit* edit) {
    if (!edit) return nullptr;
    return {{"day", edit->day.iso()}, {"time", edit->time}, {"author", edit->author}, {"name", edit->name}, {"import", edit->import}};
}

Json postingJson(const Plan& plan, const PostingExplanation& explanation, InputEdits& edits) {
    auto inputs = Json::array();
    for (const auto& input : explanation.inputs)
        inputs.push_back({{"kind", infoOf(input.field.item.kind).key},
                          {"id", input.field.item.id},
                          {"field", input.field.field},
                          {"label", input.label},
                          {"value", input.value},
                          {"source", input.source},
                          {"last_edit", editJson(edits.of(input.field))}});
    const auto& posting = explanation.posting;
    auto paidBy = Json::array();
    for (const auto& [fund, share] : explanation.paidBy)
        paidBy.push_back(
            {{"fund", fund ? Json(nameOf(plan, {Kind::Fund, fund.value})) : Json(nullptr)}, {"share", canonical(Rate(share.fraction().rounded(6)))}});
    return {{"date", posting.date.iso()},
            {"year", posting.year.value},
            {"category", key(posting.category)},
            {"element", key(posting.element)},
            {"direct", posting.direct},
            {"function", key(posting.function)},
            {"nominal", toJson(posting.amount)},
            {"present_value", toJson(posting.presentValue)},
            {"account", {{"function", explanation.account.function}, {"object", explanation.account.object}}},
            {"paid_by", std::move(paidBy)},
            {"formula", explanation.formula},
            {"inputs", std::move(inputs)}};
}

void printAsJson(const Calculation& calculation, const PostingFilter& filter, View view, const TotalExplanation& total, InputEdits& edits) {
    auto lines = Json::array();
    Explainer explainer(calculation, view);
    for (const auto& line : total.lines) {
        auto postings = Json::array();
        for (const auto index : line.postings) postings.push_back(postingJson(*calculation.plan, explainer.posting(index), edits));
        lines.push_back({{"kind", infoOf(line.item.kind).key},
                         {"id", line.item.id},
                         {"name", line.name},
                         {"rule", ruleCode(line.rule)},
                         {"nominal", toJson(line.sum.nominal)},
                         {"present_value", toJson(line.sum.presentValue)},
                         {"postings", std::move(postings)}});
    }
    printJson({{"currency", "USD"},
               {"scenario", calculation.name},
               {"year", filter.year ? Json(filter.year->value) : Json(nullptr)},
               {"category", filter.category ? Json(key(*filter.category)) : Json(nullptr)},
               {"element", filter.element ? Json(key(*filter.element)) : Json(nullptr)},
               {"function", filter.function ? Json(key(*filter.function)) : Json(nullptr)},
               {"site", filter.site ? Json(nameOf(*calculation.plan, {Kind::Site, filter.site->value})) : Json(nullptr)},
               {"direct", filter.direct ? Json(*filter.direct) : Json(nullptr)},
               {"view", view == View::Cash ? "cash" : annualised},
               {"nominal", toJson(total.total.nominal)},
               {"present_value", toJson(total.total.presentValue)},
               {"lines", std::move(lines)}});
}

void printAsText(const Calculation& calculation, const PostingFilter& filter, View view, const TotalExplanation& total, InputEdits& edits) {
    const auto cents = [](Money amount) { return display(amount, MoneyStyle::Cents); };
    print(fmt::format("{}: {}", titleOf(calculation, filter, view), cents(total.total.nominal)));
    print(view == View::Cash ? fmt::format(" ({} in today’s money)\n", cents(total.total.presentValue)) : "\n");
    Explainer explainer(calculation, view);
    for (const auto& line : total.lines) {
        print(fmt::format("\n{}: {}, {}\n", ruleTitle(line.rule), line.name, cents(line.sum.nominal)));
        std::set<std::string> said; // inputs of earlier postings of this line
        for (const auto index : line.postings) {
            const auto explanation = explainer.posting(index);
            print(fmt::format("  {}  {}\n", explanation.posting.date.iso(), explanation.formula));
            if (const auto charged = chargeWords(*calculation.plan, explanation); said.insert(charged).second && !charged.empty())
                print(fmt::format("              {}\n", charged));
            for (const auto& input : explanation.inputs) {
                const auto origin = edits.origin(input);
                const auto sentence =
                    fmt::format("{}: {}{}", input.label, input.value.empty() ? "blank" : input.value, origin.empty() ? "" : fmt::format(" ({})", origin));
                if (said.insert(sentence).second) print(fmt::format("              {}\n", sentence));
            }
        }
    }
}

int answer(const Plan& plan, const Calculation& calculation, const History& history, const Options& options) {
    if (const auto fault = yearFault(plan, options.year)) return complainUsage(*fault);
    const auto filter = filterOf(plan, options);
    if (!filter) return complainUsage(filter.error().message);
    const auto view = options.view == annualised ? View::Annualised : View::Cash;
    const auto total = explainTotal(calculation, *filter, view);
    InputEdits edits(plan, calculation.scenario, history);
    if (options.json)
        printAsJson(calculation, *filter, view, total, edits);
    else
        printAsText(calculation, *filter, view, total, edits);
    return reportFindings(calculation.findings);
}

} // namespace

void addExplain(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("explain", "Open a total down to its postings, each with its formula and sources");
    const auto options = std::make_shared<Options>();
    addScenarioArguments(*command, *options);
    command->add_option("--year", options->year, "Only this fiscal year, named by its ending year: 2027")->type_name("FY");
    command->add_option("--category", options->category, "Only this kind of cost")->check(CLI::IsMember(keysOf<CostCategory>(costCategoryCount)));
    command->add_option("--element", options->element, "Only what the money does, for example purchases")->check(CLI::IsMember(keysOf<Element>(elementCount)));
    command->add_option("--function", options->function, "Only this work of the technology staff")
        ->check(CLI::IsMember(keysOf<LabourFunction>(labourFunctionCount)));
    command->add_option("--site", options->site, "Only this site, by its name")->type_name("NAME");
    auto* direct = command->add_flag("--direct", options->direct, "Only the budget: what the district pays");
    command->add_flag("--indirect", options->indirect, "Only people’s time and expected losses, which are no budget")->excludes(direct);
    command->add_option("--view", options->view, "“cash” is what is paid, when it is paid (default); “annualised” what the years use up")
        ->check(CLI::IsMember(std::vector<std::string>{"cash", std::string(annualised)}));
    command->footer("Examples:\n"
                    "  tco explain fairmont.tco --year 2027 --category devices\n"
                    "  tco explain fairmont.tco --view annualised --element acquire\n"
                    "  tco explain fairmont.tco --scenario \"4-year lease\" --json");
    command->callback([=, &chosen] {
        chosen = [=] {
            return withScenario(*options, [&](const Document& document, const Calculation& calculation) {
                return answer(document.plan(), calculation, document.history().value_or(History()), *options);
            });
        };
    });
}

} // namespace tco::cli
