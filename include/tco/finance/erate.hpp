// SPDX-License-Identifier: Apache-2.0
#pragma once

// E-Rate, the federal discount on connecting schools: how large the discount is, what a district may spend on connections
// inside its buildings (category two) in five years, and who pays what. Devices for students and staff, content, e-mail and
// voice are never eligible; the caller keeps them out. A funding year is named by the calendar year in which it BEGINS
// (funding year 2026 is July 2026 to June 2027), other than the FiscalYear of the rest of the program. Every figure stands,
// with its source, at the top of src/finance/erate.cpp.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tco/base/expected.hpp"
#include "tco/money/money.hpp"

namespace tco::finance::erate {

// --- Discount ---------------------------------------------------------------------------------------

enum class Category {
    One, ///< connections to buildings; no budget
    Two, ///< connections inside buildings; within the five-year budget
};

struct School {
    std::int64_t students = 0; ///< enrolled full time
    Rate eligible;             ///< share eligible for the National School Lunch Program (NSLP), 0 to 1
};

/// The share of a school under the Community Eligibility Provision (CEP): share directly certified × 1.6, at most 1.
Rate cepEligible(const Rate& directlyCertified);
/// Eligible ÷ enrolled over all schools: one discount serves the whole district. Zero when nobody is enrolled.
Rate districtEligible(std::span<const School> schools);
/// More than half of the schools are rural.
bool isRural(std::int64_t ruralSchools, std::int64_t schools);

/// The discount matrix, a fraction such as 0.8. `eligible` is the district’s share, 0 to 1. A share between two classes
/// (34.6% lies between 20–34% and 35–49%) takes the lower one; roundingLifts() tells that the district should ask.
Rate discount(const Rate& eligible, bool rural, Category category);
/// Whether the share, rounded to a whole percent, would come into a higher class. The rule for it was not found in a source.
bool roundingLifts(const Rate& eligible);
/// A discount as category two pays it: at most 85%.
Rate categoryTwoDiscount(const Rate& discount);

// --- Five-year budget of category two -----------------------------------------------------------------

struct Cycle {
    int firstYear = 0, lastYear = 0; ///< funding years
    Money perStudent, floor;         ///< before the discount; the floor is for each school
    bool districtWide = true;        ///< else each school has a budget of its own, which other schools cannot use
    std::string_view source, note;   ///< the note may be empty
};

/// All that are known, the earliest first.
std::span<const Cycle> cycles();
/// Error InvalidInput when no cycle is known for the funding year; its sentence says which years are known.
[[nodiscard]] Expected<Cycle> cycleOf(int fundingYear);

enum class Basis {
    Students,       ///< multiplier × all students
    Floors,         ///< floor × number of schools
    SchoolBySchool, ///< the greater of both for each school
};
std::string_view key(Basis basis); ///< "students", "floors", "school by school"

struct Budget {
    Money budget;
    Basis basis = Basis::Students;       ///< which rule gives the budget; the simplest one when several do
    Money byStudents, byFloors;          ///< what the rules give
    std::optional<Money> schoolBySchool; ///< nothing for more than ten schools, which may not add up this way
};

/// The budget before the discount for all years of the cycle together, exact to the cent. `students` are the full-time
/// students of each school, at most 10^9; a building without students carries no budget. When enrollment grows during the
/// cycle so does the budget, when it falls the budget stays: give the highest enrollment so far.
Budget categoryTwoBudget(const Cycle& cycle, std::span<const std::int64_t> students);

// --- Who pays what ------------------------------------------------------------------------------------

struct Split {
    Money funded;   ///< the part of the price that E-Rate looks at, before the discount
    Money share;    ///< paid by E-Rate: funded × discount, rounded half away from zero to cents
    Money district; ///< price − share, exactly
};

/// Splits `price`, at most $10^15, of which `eligible` is eligible. `remaining` is what is left of the category two budget; nothing for
/// category one, which has none. Parts below zero count as zero, an eligible part above the price as the price, a
/// discount beyond 0 to 1 as the nearer end: so no part of the split is ever negative.
Split split(Money price, Money eligible, std::optional<Money> remaining, const Rate& discount);

// --- FCC cybersecurity pilot ----------------------------------------------------------------------------

enum class PilotBasis { Floor, Students, Ceiling };
std::string_view key(PilotBasis basis); ///< "floor", "students", "ceiling"

struct PilotCap {
    Money perYear;
    PilotBasis basis = PilotBasis::Students;
};

/// What the Schools and Libraries Cybersecurity Pilot (adopted in 2024, three years) supports per year: a multiplier ×
/// students within a floor and a ceiling. Whether it is counted before or after the discount was not found in a source; before is likely. `students` from 0 to
/// 10^9.
PilotCap pilotCap(std::int64_t students);

} // namespace tco::finance::erate
