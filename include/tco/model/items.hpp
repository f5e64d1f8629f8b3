// SPDX-License-Identifier: Apache-2.0
#pragma once

// The items of a plan as plain values. Blank optional parts are allowed: a district with one
// technology employee must get an answer from ten numbers. The fields of each item are declared in
// src/model/fields.cpp; a member that is not declared there is not saved.

#include <cstdint>
#include <optional>
#include <string>

#include "tco/base/date.hpp"
#include "tco/base/id.hpp"
#include "tco/money/money.hpp"

namespace tco {

using HeadCountId = Id<struct HeadCountTag>;
using SiteId = Id<struct SiteTag>;
using LeaseId = Id<struct LeaseTag>;
using AssetModelId = Id<struct AssetModelTag>;
using CohortId = Id<struct CohortTag>;
using PositionId = Id<struct PositionTag>;
using ScenarioId = Id<struct ScenarioTag>;

inline constexpr RawId singleId = 1; ///< id of the District and of the Assumptions

struct District {
    std::string name;
    std::string state;
    int fiscalYearStartMonth = 7; ///< 1–12
    int firstYear = 0;            ///< fiscal year, named by its ending year
    int horizon = 5;              ///< years, 1–20
    std::string preparedBy;
    std::string question; ///< what the board is asked, for the report
};

/// When in its fiscal year a cost is taken to fall, for discounting.
enum class DiscountTiming { YearStart, MidYear, YearEnd, Dated };

struct Assumptions {
    std::optional<Rate> discountRate; ///< nominal, per year; blank = 0 with a finding
    DiscountTiming discountTiming = DiscountTiming::YearEnd;
    Rate inflationDevices, inflationNetwork, inflationSoftware, inflationServices; ///< per year, from the second plan year
    Rate inflationWages, inflationBenefits;
};

/// Students and staff from a fiscal year on, until the next entry.
struct HeadCount {
    HeadCountId id;
    int fiscalYear = 0;
    std::int64_t students = 0;
    std::int64_t staff = 0;
};

enum class SiteKind { Elementary, Middle, High, Combined, Other };

struct Site {
    SiteId id;
    std::string name;
    SiteKind kind = SiteKind::Other;
    std::optional<std::int64_t> students;
};

enum class LeasePricing { InterestRate, PaymentPerDevice, RateFactor };
enum class PaymentTiming { Advance, Arrears };

/// What becomes of leased units at the end of the term.
enum class LeaseEnd {
    Return, ///< they go back and are replaced
    Keep,   ///< the district owns them (a $1 buy-out): they stay for their useful life
};

/// A lease with level payments.
struct Lease {
    LeaseId id;
    std::string name;
    std::string lessor;
    LeasePricing pricing = LeasePricing::InterestRate;
    std::optional<Rate> annualRate;          ///< nominal per year; for InterestRate
    Rate residual;                           ///< share of the price the lessor keeps as value; for InterestRate
    std::optional<Decimal> paymentPerDevice; ///< dollars per device and payment; for PaymentPerDevice
    std::optional<Decimal> rateFactor;       ///< payment ÷ price; for RateFactor
    int payments = 4;                        ///< number of payments
    int paymentsPerYear = 1;                 ///< 1, 2, 4 or 12
    PaymentTiming timing = PaymentTiming::Advance;
    LeaseEnd endOfTerm = LeaseEnd::Return;
    Money returnCost; ///< dollars per device sent back

    int termMonths() const { return payments * (12 / paymentsPerYear); }
};

enum class AssetCategory { Devices, Network };
enum class Acquisition { Purchase, Lease };

/// The price book: what one unit costs over its life.
struct AssetModel {
    AssetModelId id;
    std::string name;
    std::string maker;
    AssetCategory category = AssetCategory::Devices;
    Money unitPrice;                ///< per unit, in prices of the first plan year
    int usefulLife = 5;             ///< years
    std::optional<Date> supportEnd; ///< end of the maker's support (Chromebook: automatic updates)
    Money deployment;               ///< per unit, once when it is put into service
    Money licenceOnce;              ///< per unit, once (for example Chrome Education Upgrade)
    Money licenceYearly;            ///< per unit and year
    Money supportYearly;            ///< maintenance or protection plan, per unit and year
    Rate repairRate;                ///< share of units repaired per year
    Money repairPrice;              ///< per repair
    Rate lossRate;                  ///< share of units lost per year
    std::optional<Money> lossPrice; ///< per lost unit; blank = the unit price of the year
    Rate resale;                    ///< share of the price paid that a sale at the end brings
    Money disposal;                 ///< per unit, once when it is taken out of service (not when leased)
    Acquisition acquisition = Acquisition::Purchase;
    LeaseId lease; ///< terms, where acquisition is Lease
};

enum class CohortAcquisition { AsModel, Purchase, Lease };
enum class RefreshPolicy { Replace, Retire };

/// Devices of one model at one site put into service together. Its replacements follow from the model's life.
struct Cohort {
    CohortId id;
    std::string name; ///< may be empty; then model and site name it
    AssetModelId model;
    SiteId site; ///< may be none
    Date inService;
    std::int64_t quantity = 0;
    std::optional<Money> purchaseTotal; ///< what the order really cost; blank = quantity × unit price
    CohortAcquisition acquisition = CohortAcquisition::AsModel;
    LeaseId lease; ///< terms, where acquisition is Lease
    RefreshPolicy refresh = RefreshPolicy::Replace;
    std::string funding;
    std::string note;
};

struct Position {
    PositionId id;
    std::string title;
    SiteId site;
    Decimal fte = 1;           ///< full-time equivalents
    Money salary;              ///< per year at 1.0 FTE, in wages of the first plan year
    Rate benefits;             ///< share of salary
    std::optional<Date> start; ///< blank = before the plan
    std::optional<Date> end;   ///< last day; blank = after the plan
};

enum class ScenarioStatus { Draft, Proposed, Adopted };

/// A named variant. Without a parent it is the plan as entered; its overrides come on top of its parent's.
struct Scenario {
    ScenarioId id;
    std::string name;
    ScenarioId parent;
    std::string description;
    ScenarioStatus status = ScenarioStatus::Draft;
};

} // namespace tco
