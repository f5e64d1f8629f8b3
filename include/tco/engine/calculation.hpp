// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plan and scenario in, cost ledgers and figures out. Pure: no clock, no file, no locale.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tco/engine/posting.hpp"

namespace tco {

/// How many there are of everything in a plan year. Units are those in service on its last day.
struct YearCounts {
    FiscalYear year;
    std::int64_t students = 0, staff = 0, teachers = 0; ///< 0 = not known
    std::int64_t units = 0;                             ///< of any category
    std::int64_t devices = 0;                           ///< of category Devices
    std::int64_t clients = 0;                           ///< computers a person works at
    std::int64_t studentDevices = 0, peripherals = 0, servers = 0;
    std::int64_t refreshed = 0; ///< units of any category put into service in the year
    Decimal technologyFte;      ///< full-time equivalents of the positions, by days of the year
    Decimal supportFte;         ///< of these: help desk and devices, and what is not assigned to a function

    std::int64_t users() const { return students + staff; }
    friend bool operator==(const YearCounts&, const YearCounts&) = default;
};

/// A cost that E-Rate is asked to share; its share is funded × discount.
struct ErateUse {
    ItemRef item;
    Date date;
    int fundingYear = 0; ///< by the calendar year in which it begins
    ErateCategory category = ErateCategory::None;
    Money eligible, funded; ///< before the discount; funded as far as the budget reaches
    Rate discount;
    friend bool operator==(const ErateUse&, const ErateUse&) = default;
};

/// The postings of one item, in each ledger: [first, last).
struct ItemPostings {
    ItemRef item;
    std::size_t first = 0, last = 0;
    std::size_t firstAnnualised = 0, lastAnnualised = 0;
};

/// One scenario, calculated. Immutable once made; share it between threads by shared_ptr.
struct Calculation {
    ScenarioId scenario;              ///< none = the plan as entered
    std::string name;                 ///< the scenario's name, or "Plan as entered"
    std::shared_ptr<const Plan> plan; ///< the plan as this scenario sees it
    CostLedger ledger;                ///< cash
    CostLedger annualised;
    std::vector<ItemPostings> items; ///< in the order of the ledgers
    std::vector<YearCounts> counts;  ///< one per plan year; empty when the plan cannot be calculated
    std::vector<ErateUse> erate;     ///< in the order of the items
    Findings findings;               ///< what the rules noticed, for example devices kept past their support

    const CostLedger& in(View view) const { return view == View::Cash ? ledger : annualised; }
};

/// Costs of a scenario. `previous`, a calculation of an earlier state of the plan or of another scenario, makes it quick: only
/// items that a difference can reach are calculated again. The result is the same with and without it.
std::shared_ptr<const Calculation> calculate(const Plan& plan, ScenarioId scenario, const Calculation* previous = nullptr);

struct YearFigures : YearCounts {
    Money nominal, presentValue; ///< direct and indirect
    Money direct, indirect;      ///< nominal
    Money directPresentValue;
    Money capital, operating; ///< of the direct cost
    Money annualised;         ///< what the year uses up, direct and indirect
    std::array<Money, costCategoryCount> byCategory{}, directByCategory{};
    std::optional<Money> perStudent, perDevice, perUser, perClient; ///< nominal ÷ count
    Decimal userHours;                                              ///< hours that technology takes from people outside its office
};

/// A row of yearly costs in a few figures.
struct Totals {
    Money nominal, presentValue; ///< over the plan
    Money equivalentAnnual;      ///< level yearly amount with the same present value, end of year
    Money averagePerYear;
    FiscalYear peakYear; ///< the earliest year with the highest nominal cost
    Money peak;
    FiscalYear riseYear; ///< the earliest year with the largest rise over the year before; the first year when there is one only
    Money largestRise;   ///< at least zero
};

/// The totals are those of direct and indirect cost together.
struct Figures : Totals {
    Totals budget;                  ///< of the direct cost alone
    std::vector<YearFigures> years; ///< every plan year, in order
    Money direct, indirect;         ///< nominal
    Money capital, operating;       ///< of the direct cost
    Money annualised;               ///< sum over the years
    std::array<Money, costCategoryCount> byCategory{}, directByCategory{}, annualisedByCategory{};
    std::array<Money, elementCount> byElement{};
    std::array<Money, labourFunctionCount> byFunction{}; ///< of staff
    std::optional<Money> perStudentYear;                 ///< nominal ÷ student-years; nothing when students are unknown
    std::optional<Money> perDeviceYear;                  ///< nominal ÷ device-years; nothing without devices
    std::optional<Money> perUserYear, perClientYear;
    Decimal benefitScore; ///< Σ importance × influence of the benefits that count
};

Figures figuresOf(const Calculation& calculation);

} // namespace tco
