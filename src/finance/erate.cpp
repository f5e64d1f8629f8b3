// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/erate.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tco::finance::erate {
namespace {

// --- The figures and where they come from. Nothing else in the program repeats them. --------------------------------

/// Discount classes by the share of students eligible for NSLP, highest first, in percent; category two is the same up to its
/// highest discount. Source: https://erateadvantage.com/e-rate-discount-matrix/ (read 2026)
struct DiscountClass {
    int fromPercent, urban, rural;
};
constexpr std::array<DiscountClass, 6> matrix{{{75, 90, 90}, {50, 80, 80}, {35, 60, 70}, {20, 50, 60}, {1, 40, 50}, {0, 20, 25}}};
constexpr int highestCategoryTwo = 85;

/// CEP: https://usac.org/e-rate/learn/faqs/calculating-discount-rates (read 2026)
const Decimal cepMultiplier = Decimal::of("1.6");

constexpr Money cents(std::int64_t dollars, int cents) { return Money::fromCents(dollars * 100 + cents); }

constexpr std::array<Cycle, 4> knownCycles{{
    {2015, 2019, cents(150, 0), cents(9'200, 0), false, "https://www.fundsforlearning.com/info/2014/12/applicant-category-two-budget-calculation (2014)",
     "The test period; these are the figures of 2015, later years were indexed."},
    {2020, 2020, cents(195, 63), cents(11'998, 43), false, "https://www.lexology.com/library/detail.aspx?g=2b4e2e89-e643-4ba7-8944-dd74976db4d3 (read 2026)",
     "The year between the test period and the five-year cycles."},
    {2021, 2025, cents(167, 0), cents(25'000, 0), true, "https://www.usac.org/e-rate/applicant-process/applying-for-discounts/category-two-budget/ (read 2026)",
     ""},
    {2026, 2030, cents(201, 57), cents(30'175, 0), true, "https://www.eratesupport.org/post/e-rate-category-budgets-2026-2030 (read 2026)", ""},
}};

/// Districts with no more schools may add up school by school: https://e-ratecentral.com/Resources/Category-2-Budgets (read 2026)
constexpr std::size_t fewSchools = 10;

/// FCC Schools and Libraries Cybersecurity Pilot, adopted June 6, 2024:
/// https://k12dive.com/news/fcc-application-cybersecurity-pilot-schools/726152 (2024)
constexpr Money pilotPerStudent = cents(13, 60), pilotFloor = cents(15'000, 0), pilotCeiling = cents(1'500'000, 0);

// ------------------------------------------------------------------------------------------------------------------

Decimal within01(const Decimal& fraction) { return std::clamp(fraction, Decimal(0), Decimal(1)); }

const DiscountClass& classOf(const Decimal& percent) {
    return *std::ranges::find_if(matrix, [&](const DiscountClass& row) { return row.fromPercent == 0 || percent >= Decimal(row.fromPercent); });
}

/// To ten decimals: a share that was divided must not lie just below the class that it reaches.
Decimal percentOf(const Rate& share) { return (within01(share.fraction()) * Decimal(100)).rounded(10); }

} // namespace

Rate cepEligible(const Rate& directlyCertified) { return Rate(within01(directlyCertified.fraction() * cepMultiplier)); }

Rate districtEligible(std::span<const School> schools) {
    Decimal eligible, enrolled;
    for (const auto& school : schools) {
        eligible += Decimal(school.students) * school.eligible.fraction();
        enrolled += Decimal(school.students);
    }
    return enrolled.isZero() ? Rate() : Rate(eligible / enrolled);
}

bool isRural(std::int64_t ruralSchools, std::int64_t schools) { return 2 * ruralSchools > schools; }

Rate discount(const Rate& eligible, bool rural, Category category) {
    const auto& row = classOf(percentOf(eligible));
    const auto categoryOne = Rate::percent(rural ? row.rural : row.urban);
    return category == Category::One ? categoryOne : categoryTwoDiscount(categoryOne);
}

bool roundingLifts(const Rate& eligible) {
    const auto percent = percentOf(eligible);
    return &classOf(percent.rounded(0)) != &classOf(percent);
}

Rate categoryTwoDiscount(const Rate& discount) { return std::min(discount, Rate::percent(highestCategoryTwo)); }

std::span<const Cycle> cycles() { return knownCycles; }

Expected<Cycle> cycleOf(int fundingYear) {
    std::string known;
    for (const auto& cycle : knownCycles) {
        if (cycle.firstYear <= fundingYear && fundingYear <= cycle.lastYear) return cycle;
        known += known.empty() ? "" : &cycle == &knownCycles.back() ? " and " : ", ";
        known += cycle.firstYear == cycle.lastYear ? fmt::format("{}", cycle.firstYear) : fmt::format("{}–{}", cycle.firstYear, cycle.lastYear);
    }
    return fail(ErrorCode::InvalidInput, fmt::format("No category two budget is known for E-Rate funding year {}, only for {}.", fundingYear, known));
}

std::string_view key(Basis basis) {
    switch (basis) {
    case Basis::Students: return "students";
    case Basis::Floors: return "floors";
    case Basis::SchoolBySchool: break;
    }
    return "school by school";
}

Budget categoryTwoBudget(const Cycle& cycle, std::span<const std::int64_t> students) {
    Budget result;
    Money bySchool;
    std::size_t schools = 0;
    for (const auto count : students) {
        if (count <= 0) continue;
        ++schools;
        const auto school = cycle.perStudent * count;
        result.byStudents += school;
        result.byFloors += cycle.floor;
        bySchool += std::max(school, cycle.floor);
    }
    if (!cycle.districtWide || schools <= fewSchools) result.schoolBySchool = bySchool;
    result.budget = std::max({result.byStudents, result.byFloors, result.schoolBySchool.value_or(Money())});
    result.basis = result.budget == result.byStudents ? Basis::Students : result.budget == result.byFloors ? Basis::Floors : Basis::SchoolBySchool;
    return result;
}

Split split(Money price, Money eligible, std::optional<Money> remaining, const Rate& discount) {
    price = std::max(price, Money());
    auto funded = std::clamp(eligible, Money(), price);
    if (remaining) funded = std::clamp(*remaining, Money(), funded);
    const auto share = *funded.scaled(within01(discount.fraction()));
    return {funded, share, price - share};
}

std::string_view key(PilotBasis basis) {
    switch (basis) {
    case PilotBasis::Floor: return "floor";
    case PilotBasis::Students: return "students";
    case PilotBasis::Ceiling: break;
    }
    return "ceiling";
}

PilotCap pilotCap(std::int64_t students) {
    const auto byStudents = pilotPerStudent * students;
    if (byStudents < pilotFloor) return {pilotFloor, PilotBasis::Floor};
    if (byStudents > pilotCeiling) return {pilotCeiling, PilotBasis::Ceiling};
    return {byStudents, PilotBasis::Students};
}

} // namespace tco::finance::erate
