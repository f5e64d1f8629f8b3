// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include <fmt/format.h>

#include "argument_reader.hpp"
#include "tco/finance/erate.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco::cli {
namespace {

namespace erate = finance::erate;

constexpr int mostStudents = 1'000'000, lastYear = 9999;

/// As typed; each subcommand uses some of them.
struct Options {
    std::string schools, cycle, discount, spend, nslp, directlyCertified, rural, students;
    bool json = false;
};

std::string centsOf(Money amount) { return display(amount, MoneyStyle::Cents); }

// --- category2 --------------------------------------------------------------------------------------

Table tableOf(const erate::Cycle& cycle, const erate::Budget& budget, std::span<const std::int64_t> students) {
    const auto row = [&](std::string name, Money amount, erate::Basis basis) {
        return Table::Row{{{std::move(name)}, {centsOf(amount), budget.basis == basis}}};
    };
    Table table{.caption = fmt::format("Category two, funding years {} to {}: {}, {}", cycle.firstYear, cycle.lastYear,
                                       counted(std::int64_t(students.size()), "school"),
                                       counted(std::accumulate(students.begin(), students.end(), std::int64_t(0)), "student")),
                .columns = {{"Budget before the discount", TextAlign::Left}, {"Amount"}},
                .rows = {row(fmt::format("{} a student", centsOf(cycle.perStudent)), budget.byStudents, erate::Basis::Students),
                         row(fmt::format("Floor of {} a school", centsOf(cycle.floor)), budget.byFloors, erate::Basis::Floors)},
                .note = {}};
    if (budget.schoolBySchool) table.rows.push_back(row("The greater of both, school by school", *budget.schoolBySchool, erate::Basis::SchoolBySchool));
    return table;
}

std::string wordsFor(const erate::Split& parts, Money spend, const erate::Budget& budget, const Rate& discount) {
    auto words = fmt::format("Of {} E-Rate pays {}, {} of {}; the district pays {}.\n", centsOf(spend), centsOf(parts.share), display(discount),
                             centsOf(parts.funded), centsOf(parts.district));
    if (parts.funded < spend)
        words += fmt::format("{} of it lies above the budget of {} and gets no discount.\n", centsOf(spend - parts.funded), centsOf(budget.budget));
    return words;
}

/// As the discount of category two; says so where it is lower than what was typed.
Rate categoryTwo(const Rate& typed) {
    const auto discount = erate::categoryTwoDiscount(typed);
    if (discount < typed)
        complain({ErrorCode::InvalidInput,
                  fmt::format("Category two pays {} at most, so {} is used instead of {}.", display(discount), display(discount), display(typed)),
                  {}});
    return discount;
}

int runCategory2(const Options& options) {
    ArgumentReader reader;
    const auto students = reader.counts("--schools", options.schools, mostStudents);
    const auto cycle = erate::cycleOf(reader.count("--cycle", options.cycle, lastYear));
    if (!cycle) reader.refuse("--cycle: " + cycle.error().message);
    const bool hasDiscount = !options.discount.empty();
    const auto typed = hasDiscount ? Rate(reader.share("--discount", options.discount)) : Rate();
    const auto given = options.spend.empty() ? std::nullopt : std::optional(reader.money("--spend", options.spend));
    if (reader.fault()) return complainUsage(*reader.fault());

    const auto budget = erate::categoryTwoBudget(*cycle, students);
    const auto discount = categoryTwo(typed);
    const auto spend = given.value_or(budget.budget);
    const auto parts = erate::split(spend, spend, budget.budget, discount);
    if (options.json) {
        printJson({{"budget", toJson(budget.budget)},
                   {"basis", erate::key(budget.basis)},
                   {"erate_share", hasDiscount ? toJson(parts.share) : Json(nullptr)},
                   {"district_cost", hasDiscount ? toJson(parts.district) : Json(nullptr)}});
        return Done;
    }
    print(fmt::format("{}\nThe budget for these years together is {}.\n", writeText(tableOf(*cycle, budget, students)), centsOf(budget.budget)));
    print(hasDiscount ? wordsFor(parts, spend, budget, discount) : std::string("With --discount the share of E-Rate follows.\n"));
    print(fmt::format("Source: {}\n", cycle->source));
    if (!cycle->note.empty()) print(fmt::format("{}\n", cycle->note));
    return Done;
}

// --- discount ---------------------------------------------------------------------------------------

int runDiscount(const Options& options) {
    ArgumentReader reader;
    const bool community = options.nslp.empty();
    if (community == options.directlyCertified.empty()) reader.refuse("Give either --nslp or --directly-certified.");
    const auto eligible =
        community ? erate::cepEligible(Rate(reader.share("--directly-certified", options.directlyCertified))) : Rate(reader.share("--nslp", options.nslp));
    if (reader.fault()) return complainUsage(*reader.fault());
    const bool rural = options.rural == "yes";
    const auto one = erate::discount(eligible, rural, erate::Category::One), two = erate::discount(eligible, rural, erate::Category::Two);
    const bool unsure = erate::roundingLifts(eligible);
    if (options.json) {
        printJson({{"eligible", canonical(eligible)}, {"category_one", canonical(one)}, {"category_two", canonical(two)}, {"rounding_lifts", unsure}});
        return Done;
    }
    print(fmt::format("With {} of the students eligible a{} district has a discount of {} in category one and {} in category two.\n", display(eligible),
                      rural ? " rural" : "n urban", display(one), display(two)));
    if (unsure) print("Rounded to a whole percent the students would reach the next class; ask USAC which one applies.\n");
    return Done;
}

// --- pilot ------------------------------------------------------------------------------------------

int runPilot(const Options& options) {
    ArgumentReader reader;
    const auto students = reader.count("--students", options.students, 100 * mostStudents);
    if (reader.fault()) return complainUsage(*reader.fault());
    const auto cap = erate::pilotCap(students);
    if (options.json)
        printJson({{"cap_per_year", toJson(cap.perYear)}, {"basis", erate::key(cap.basis)}});
    else
        print(fmt::format("The pilot supports at most {} a year for {} ({}).\n", centsOf(cap.perYear), counted(students, "student"),
                          cap.basis == erate::PilotBasis::Students ? "by the number of students" : fmt::format("the {}", erate::key(cap.basis))));
    return Done;
}

} // namespace

void addErate(CLI::App& app, Action& chosen) {
    auto* group = app.add_subcommand("erate", "E-Rate: discount, five-year budget, who pays what; the FCC cybersecurity pilot; needs no plan");
    group->require_subcommand(1);
    group->footer("Examples:\n"
                  "  tco erate category2 --schools 420,310,95,60 --cycle 2026 --discount 80% --spend 100000\n"
                  "  tco erate discount --nslp 62% --rural yes\n"
                  "  tco erate pilot --students 1103");
    const auto options = std::make_shared<Options>();
    const auto add = [=, &chosen](const char* name, const char* help, const char* example, int (*run)(const Options&)) {
        auto* command = group->add_subcommand(name, help);
        command->add_flag("--json", options->json, "Answer as JSON (docs/cli.md)");
        command->footer(fmt::format("Example:\n  tco erate {} {}", name, example));
        command->callback([=, &chosen] { chosen = [=] { return run(*options); }; });
        return command;
    };

    auto* category2 = add("category2", "The five-year budget for connections inside buildings, and what E-Rate pays of it",
                          "--schools 420,310,95,60 --cycle 2026 --discount 80% --spend 100000", runCategory2);
    category2->add_option("--schools", options->schools, "Full-time students of each school, separated by commas")->required()->type_name("N,N,…");
    category2->add_option("--cycle", options->cycle, "The first funding year of the cycle, or another of its years: 2026 begins in July 2026")
        ->required()
        ->type_name("YEAR");
    category2->add_option("--discount", options->discount, "The discount of the district (at most 85% counts)")->type_name("%");
    category2->add_option("--spend", options->spend, "Eligible spending before the discount (default: the whole budget)")->type_name("$");

    auto* discount = add("discount", "The discount of a district, from the matrix", "--nslp 62% --rural yes", runDiscount);
    discount->add_option("--nslp", options->nslp, "Students of the district eligible for the National School Lunch Program")->type_name("%");
    discount->add_option("--directly-certified", options->directlyCertified, "Instead, under the Community Eligibility Provision: students directly certified")
        ->type_name("%");
    discount->add_option("--rural", options->rural, "yes: more than half of the schools are rural")->required()->check(CLI::IsMember({"yes", "no"}));

    auto* pilot = add("pilot", "What the FCC cybersecurity pilot supports per year", "--students 1103", runPilot);
    pilot->add_option("--students", options->students, "Students of the district")->required()->type_name("N");
}

} // namespace tco::cli
