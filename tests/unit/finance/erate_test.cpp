// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include <numeric>

#include "tco/finance/erate.hpp"

using namespace tco;
using namespace tco::finance::erate;

namespace {

Money dollars(std::string_view amount) { return *Money::rounded(Decimal::of(amount)); }
Rate percent(std::string_view amount) { return Rate::percent(Decimal::of(amount)); }

std::vector<std::int64_t> anySchools() { return *rc::gen::resize(30, rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 3000))); }

} // namespace

// --- Laws -------------------------------------------------------------------------------------------

TEST_CASE("A category two budget is never below a rule that applies, and some rule gives it") {
    CHECK(rc::check([] {
        const auto students = anySchools();
        for (const auto& cycle : cycles()) {
            const auto budget = categoryTwoBudget(cycle, students);
            RC_ASSERT(budget.budget >= budget.byStudents);
            RC_ASSERT(budget.budget >= budget.byFloors);
            RC_ASSERT(budget.byStudents == cycle.perStudent * std::accumulate(students.begin(), students.end(), std::int64_t(0)));
            const auto schools = std::ranges::count_if(students, [](std::int64_t count) { return count > 0; });
            RC_ASSERT(budget.schoolBySchool.has_value() == (schools <= 10 || !cycle.districtWide));
            const auto given = budget.basis == Basis::Students ? budget.byStudents : budget.basis == Basis::Floors ? budget.byFloors : *budget.schoolBySchool;
            RC_ASSERT(budget.budget == given);
        }
    }));
}

TEST_CASE("A category two budget does not fall when a student comes, nor hang on the order of the schools") {
    CHECK(rc::check([] {
        auto students = anySchools();
        RC_PRE(!students.empty());
        const auto cycle = *cycleOf(*rc::gen::inRange(2021, 2031));
        const auto before = categoryTwoBudget(cycle, students).budget;
        std::ranges::reverse(students);
        RC_ASSERT(categoryTwoBudget(cycle, students).budget == before);
        auto& school = students[std::size_t(*rc::gen::inRange(0, int(students.size())))];
        RC_PRE(school > 0); // an eleventh school takes the sum school by school away
        ++school;
        RC_ASSERT(categoryTwoBudget(cycle, students).budget >= before);
    }));
}

TEST_CASE("E-Rate pays no more than the discount on what is eligible and left, and with the district it pays the price") {
    CHECK(rc::check([] {
        const auto amount = [] { return Money::fromCents(*rc::gen::inRange<std::int64_t>(-1'000, 1'000'000'000)); };
        const auto price = amount(), eligible = amount();
        const auto remaining = *rc::gen::arbitrary<bool>() ? std::optional(amount()) : std::nullopt;
        const Rate rate = Rate::percent(*rc::gen::inRange(-5, 120));
        const auto parts = split(price, eligible, remaining, rate);
        RC_ASSERT(!parts.funded.isNegative() && !parts.share.isNegative() && !parts.district.isNegative());
        RC_ASSERT(parts.share + parts.district == std::max(price, Money()));
        RC_ASSERT(parts.funded <= std::max(eligible, Money()));
        RC_ASSERT(!remaining || parts.funded <= std::max(*remaining, Money()));
        RC_ASSERT(parts.share <= parts.funded);
        if (!rate.fraction().isNegative()) RC_ASSERT(parts.share <= *parts.funded.scaled(rate.fraction()));
    }));
}

TEST_CASE("The discount never falls when more students are eligible, and a rural district never has less") {
    CHECK(rc::check([] {
        const auto low = *rc::gen::inRange(0, 1001), high = *rc::gen::inRange(low, 1001);
        const auto share = [](int thousandths) { return Rate(Decimal(thousandths) / Decimal(1000)); };
        for (const auto category : {Category::One, Category::Two}) {
            for (const bool rural : {false, true}) RC_ASSERT(discount(share(low), rural, category) <= discount(share(high), rural, category));
            RC_ASSERT(discount(share(low), false, category) <= discount(share(low), true, category));
            RC_ASSERT(discount(share(low), true, Category::Two) == categoryTwoDiscount(discount(share(low), true, Category::One)));
        }
    }));
}

// --- Published figures ------------------------------------------------------------------------------

TEST_CASE("The discount matrix, class by class") {
    // https://erateadvantage.com/e-rate-discount-matrix/
    struct Row {
        const char *from, *to;
        int urbanOne, ruralOne, urbanTwo, ruralTwo;
    };
    const Row rows[] = {{"0", "0.99", 20, 25, 20, 25},  {"1", "19.9", 40, 50, 40, 50},  {"20", "34.9", 50, 60, 50, 60},
                        {"35", "49.9", 60, 70, 60, 70}, {"50", "74.9", 80, 80, 80, 80}, {"75", "100", 90, 90, 85, 85}};
    for (const auto& row : rows)
        for (const auto* share : {row.from, row.to}) {
            INFO(share);
            CHECK(discount(percent(share), false, Category::One) == Rate::percent(row.urbanOne));
            CHECK(discount(percent(share), true, Category::One) == Rate::percent(row.ruralOne));
            CHECK(discount(percent(share), false, Category::Two) == Rate::percent(row.urbanTwo));
            CHECK(discount(percent(share), true, Category::Two) == Rate::percent(row.ruralTwo));
        }
    CHECK(roundingLifts(percent("34.6")));
    CHECK_FALSE(roundingLifts(percent("34.4")));
    CHECK_FALSE(roundingLifts(percent("35")));
    CHECK_FALSE(roundingLifts(percent("62.7"))); // 63% is in the same class
}

TEST_CASE("One discount for the district: eligible by enrolled, CEP by 1.6 and at most all") {
    CHECK(cepEligible(percent("40")) == percent("64"));
    CHECK(cepEligible(percent("62.5")) == percent("100"));
    CHECK(cepEligible(percent("80")) == percent("100"));
    // 300 × 100% + 500 × 30% = 450 of 800
    const School schools[] = {{300, cepEligible(percent("70"))}, {500, percent("30")}};
    CHECK(districtEligible(schools) == percent("56.25"));
    CHECK(districtEligible({}).isZero());
    const School thirds[] = {{3, Rate(Decimal(1) / Decimal(3))}, {1, percent("100")}}; // 2 of 4, divided and multiplied
    CHECK(discount(districtEligible(thirds), false, Category::One) == percent("80"));
    CHECK(isRural(2, 3));
    CHECK_FALSE(isRural(2, 4));
}

TEST_CASE("E1: four schools in the cycle of 2021") { // https://e-ratecentral.com/Resources/Newsletters/News-of-the-Week/ArticleID/2110/August-24-2020
    const std::int64_t students[] = {529, 576, 247, 371};
    const auto budget = categoryTwoBudget(*cycleOf(2021), students);
    CHECK(budget.budget == dollars("287741"));
    CHECK(budget.basis == Basis::Students);
}

TEST_CASE("E3, T18: the factors of 2026") { // https://eratesignal.com/tools/c2-budget-calculator
    const auto cycle = *cycleOf(2026);
    const auto budgetFor = [&](std::int64_t students) { return categoryTwoBudget(cycle, std::span(&students, 1)); };
    CHECK(budgetFor(500).budget == dollars("100785"));
    CHECK(budgetFor(149).budget == dollars("30175"));
    CHECK(budgetFor(149).basis == Basis::Floors);
    CHECK(budgetFor(150).budget == dollars("30235.50"));
    CHECK(budgetFor(150).basis == Basis::Students);
}

TEST_CASE("E4, E5: a project within the budget; category two pays 85% at most") { // https://www.aklib.net/erate/?p=1
    const auto project = dollars("100000");
    const auto within = split(project, project, dollars("150000"), percent("80"));
    CHECK(within.share == dollars("80000"));
    CHECK(within.district == dollars("20000"));
    const auto highest = split(project, project, dollars("150000"), categoryTwoDiscount(percent("90")));
    CHECK(highest.share == dollars("85000"));
    CHECK(highest.district == dollars("15000"));
    CHECK(split(project, project, {}, percent("90")).share == dollars("90000")); // category one
}

TEST_CASE("E6, E7: multiplier and floor of the test period") { // https://www.eschoolnews.com/2014/08/12/erate-for-wi-fi-435/2/
    const auto cycle = *cycleOf(2015);
    const std::int64_t many[] = {1000}, few[] = {50};
    const auto budget = categoryTwoBudget(cycle, many).budget;
    CHECK(budget == dollars("150000"));
    CHECK(split(budget, budget, budget, percent("60")).share == dollars("90000"));
    const auto floor = categoryTwoBudget(cycle, few);
    CHECK(floor.basis == Basis::Floors);
    CHECK(split(floor.budget, floor.budget, floor.budget, percent("60")).share == dollars("5520"));
    const std::int64_t eleven[] = {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 1000}; // each school has its own budget then
    CHECK(categoryTwoBudget(cycle, eleven).budget == dollars("242000"));
}

TEST_CASE("E9: the edge of the floor in the cycle of 2021") { // https://www.usac.org/e-rate/applicant-process/applying-for-discounts/category-two-budget/
    const std::int64_t students[] = {149};
    const auto budget = categoryTwoBudget(*cycleOf(2025), students);
    CHECK(budget.byStudents == dollars("24883"));
    CHECK(budget.budget == dollars("25000"));
}

TEST_CASE("E10: ten schools or fewer add up school by school, eleven do not") {
    const std::int64_t students[] = {420, 310, 95, 60};
    const auto budget = categoryTwoBudget(*cycleOf(2026), students);
    CHECK(budget.byStudents == dollars("178389.45"));
    CHECK(budget.byFloors == dollars("120700"));
    CHECK(budget.schoolBySchool == dollars("207496.10"));
    CHECK(budget.budget == dollars("207496.10"));
    CHECK(budget.basis == Basis::SchoolBySchool);
    CHECK(key(budget.basis) == "school by school");

    std::vector<std::int64_t> ten(10, 100), eleven(11, 100);
    ten.front() = eleven.front() = 1000;
    CHECK(categoryTwoBudget(*cycleOf(2026), ten).budget == dollars("473145"));      // 201,570 + 9 × 30,175
    CHECK(categoryTwoBudget(*cycleOf(2026), eleven).budget == dollars("403140"));   // 2,000 × 201.57
    eleven.insert(eleven.end(), 5, 0);                                              // buildings without students
    CHECK(categoryTwoBudget(*cycleOf(2026), eleven).byFloors == dollars("331925")); // 11 × 30,175
}

TEST_CASE("Budgets of an unknown cycle are not guessed") {
    CHECK(cycleOf(2030)->firstYear == 2026);
    CHECK(cycleOf(2020)->perStudent == dollars("195.63"));
    const auto unknown = cycleOf(2031);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message == "No category two budget is known for E-Rate funding year 2031, only for 2015–2019, 2020, 2021–2025 and 2026–2030.");
    for (const auto& cycle : cycles()) CHECK(cycle.source.starts_with("https://"));
}

TEST_CASE("T17: the cap of the FCC cybersecurity pilot") { // https://k12dive.com/news/fcc-application-cybersecurity-pilot-schools/726152
    const std::tuple<std::int64_t, const char*, PilotBasis> cases[] = {{500, "15000", PilotBasis::Floor},
                                                                       {1102, "15000", PilotBasis::Floor},
                                                                       {1103, "15000.80", PilotBasis::Students},
                                                                       {5000, "68000", PilotBasis::Students},
                                                                       {110'294, "1499998.40", PilotBasis::Students},
                                                                       {110'295, "1500000", PilotBasis::Ceiling}};
    for (const auto& [students, cap, basis] : cases) {
        INFO(students);
        CHECK(pilotCap(students).perYear == dollars(cap));
        CHECK(pilotCap(students).basis == basis);
    }
}
