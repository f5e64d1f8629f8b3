// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plan and scenario in, cost ledger and figures out. Pure: no clock, no file, no locale.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tco/engine/posting.hpp"

namespace tco {

/// One scenario, calculated. Immutable once made; share it between threads by shared_ptr.
struct Calculation {
    ScenarioId scenario;              ///< none = the plan as entered
    std::string name;                 ///< the scenario's name, or "Plan as entered"
    std::shared_ptr<const Plan> plan; ///< the plan as this scenario sees it
    CostLedger ledger;
    Findings findings; ///< what the rules noticed, for example devices kept past their support
};

std::shared_ptr<const Calculation> calculate(const Plan& plan, ScenarioId scenario);

struct YearFigures {
    FiscalYear year;
    Money nominal, presentValue;
    std::array<Money, costCategoryCount> byCategory{};
    std::int64_t students = 0;  ///< 0 = not known
    std::int64_t devices = 0;   ///< units of category Devices in service on the year's last day
    std::int64_t refreshed = 0; ///< units of any category put into service in the year
    std::optional<Money> perStudent, perDevice;
};

struct Figures {
    std::vector<YearFigures> years; ///< every plan year, in order
    Money nominal, presentValue;    ///< over the plan
    Money equivalentAnnual;         ///< level yearly amount with the same present value, end of year
    Money averagePerYear;
    Money direct, indirect;
    std::array<Money, costCategoryCount> byCategory{};
    std::array<Money, elementCount> byElement{};
    FiscalYear peakYear; ///< the earliest year with the highest nominal cost
    Money peak;
    std::optional<Money> perStudentYear; ///< nominal ÷ student-years; nothing when students are unknown
    std::optional<Money> perDeviceYear;  ///< nominal ÷ device-years; nothing without devices
};

Figures figuresOf(const Calculation& calculation);

} // namespace tco
