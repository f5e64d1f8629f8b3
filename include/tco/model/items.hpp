// SPDX-License-Identifier: Apache-2.0
#pragma once

// The items of a plan as plain values. Blank optional parts are allowed: a district with one
// technology employee must get an answer from ten numbers. The fields of each item are declared in
// src/model/fields_*.cpp; a member that is not declared there is not saved.

#include <cstdint>
#include <optional>
#include <string>

#include "tco/base/date.hpp"
#include "tco/base/id.hpp"
#include "tco/model/cost.hpp"
#include "tco/model/value.hpp"
#include "tco/money/money.hpp"

namespace tco {

using HeadCountId = Id<struct HeadCountTag>;
using SiteId = Id<struct SiteTag>;
using LeaseId = Id<struct LeaseTag>;
using AgreementId = Id<struct AgreementTag>;
using ClosedYearId = Id<struct ClosedYearTag>;
using AdoptionId = Id<struct AdoptionTag>;
using ContractChangeId = Id<struct ContractChangeTag>;
using AssetModelId = Id<struct AssetModelTag>;
using CohortId = Id<struct CohortTag>;
using PositionId = Id<struct PositionTag>;
using IncidentId = Id<struct IncidentTag>;
using UserGroupId = Id<struct UserGroupTag>;
using GoalId = Id<struct GoalTag>;
using BenefitId = Id<struct BenefitTag>;
using FundId = Id<struct FundTag>;
using FundingRuleId = Id<struct FundingRuleTag>;
using AccountId = Id<struct AccountTag>;
using BudgetLineId = Id<struct BudgetLineTag>;
using ScenarioId = Id<struct ScenarioTag>;

inline constexpr RawId singleId = 1; ///< id of the District and of the Assumptions

/// Whether an item counts. A scenario adds an item by saying yes to one that the plan leaves out, and removes one by
/// saying no.
enum class Included { Yes, No };

enum class YesNo { No, Yes };

struct District {
    std::string name;
    std::string state;
    int fiscalYearStartMonth = 7;     ///< 1–12
    std::optional<int> changeYear;    ///< fiscal year that is shorter or longer because the start month changes after it
    std::optional<int> newStartMonth; ///< 1–12, from the year after changeYear on
    int firstYear = 0;                ///< fiscal year, named by its ending year
    int horizon = 5;                  ///< years, 1–20
    std::optional<int> leaseLimit;    ///< months; the longest term that the state allows
    std::string leaseRules;           ///< what else its law asks for, for the report
    std::string preparedBy;
    std::string question; ///< what the board is asked, for the report

    friend bool operator==(const District&, const District&) = default;
};

/// When in its fiscal year a cost is taken to fall, for discounting.
enum class DiscountTiming { YearStart, MidYear, YearEnd, Dated };

enum class Acquisition { Purchase, Lease };

/// When depreciation begins and ends.
enum class DepreciationStart { Month, HalfYear, FullYear };

struct Assumptions {
    std::optional<Rate> discountRate; ///< nominal, per year; blank = 0 with a finding
    DiscountTiming discountTiming = DiscountTiming::YearEnd;
    std::optional<Rate> borrowingRate; ///< nominal, per year; for leases priced by a rate that they do not state
    Rate inflationDevices, inflationNetwork, inflationServers, inflationSoftware, inflationServices, inflationEnergy; ///< per year, from the second plan year
    Rate inflationWages, inflationBenefits;
    Decimal energyPrice; ///< dollars per kWh in the first plan year
    // How a category is paid for where neither the units nor their model say otherwise.
    Acquisition acquireDevices = Acquisition::Purchase, acquireNetwork = Acquisition::Purchase, acquireServers = Acquisition::Purchase;
    LeaseId leaseDevices, leaseNetwork, leaseServers;
    /// Support is thin above so many devices per full-time technician; blank: indirect cost does not depend on it.
    std::optional<Decimal> thinSupportAbove;
    Rate thinSupportEffect; ///< how much users' own support time and downtime grow for each 100 % above it
    // What is capitalized in the books.
    Money capitalizeUnit = Money::fromDollars(5000); ///< a unit that costs as much or more
    std::optional<Money> capitalizeGroup;            ///< units bought together for as much or more; blank: only single units count
    DepreciationStart depreciation = DepreciationStart::Month;
    // E-Rate.
    std::optional<Rate> erateDiscount; ///< blank = from the matrix and the schools' shares
    Money erateUsed;                   ///< of the category two budget, before the discount, before the plan in the cycle it begins in
    int erateMonths = 0;               ///< until a share is reimbursed; 0 = it is taken off the bill

    friend bool operator==(const Assumptions&, const Assumptions&) = default;
};

/// Students and staff from a fiscal year on, until the next entry.
struct HeadCount {
    HeadCountId id;
    int fiscalYear = 0;
    std::int64_t students = 0;
    std::int64_t staff = 0;    ///< all employees, teachers included
    std::int64_t teachers = 0; ///< those of the staff who teach

    friend bool operator==(const HeadCount&, const HeadCount&) = default;
};

enum class SiteKind { Elementary, Middle, High, Combined, Other };

struct Site {
    SiteId id;
    std::string name;
    SiteKind kind = SiteKind::Other;
    std::optional<std::int64_t> students, staff;
    std::optional<Rate> lunchShare; ///< share of students eligible for the National School Lunch Program, for E-Rate
    YesNo rural = YesNo::No;        ///< as E-Rate counts it

    friend bool operator==(const Site&, const Site&) = default;
};

/// What kind of contract it is; how it is accounted for is another question (GASB 87 knows no operating lease).
enum class LeaseContract {
    FairMarketValue,  ///< the lessor keeps a residual; at the end the units go back, are rented on or bought
    SinglePayment,    ///< as above, all paid in one sum at the start
    FinancedPurchase, ///< TELP, lease-purchase, $1 buy-out: a loan by another name; the units are the district's
    DeviceService,    ///< device as a service: per device and period, with service and licence in the payment
};
enum class LeasePricing { InterestRate, PaymentPerDevice, RateFactor, PaymentList };
enum class PaymentTiming { Advance, Arrears };

/// How a contract stands in the books.
enum class Treatment {
    ByTheRules,       ///< as GASB 87 and 96 ask for
    Lease,            ///< a right-to-use asset and a lease liability
    Subscription,     ///< the same for a subscription-based IT arrangement
    FinancedPurchase, ///< an owned asset and a debt
    Expense,          ///< when it is paid
};

enum class Party { Nobody, District, Provider, Both };

/// What the accounting of a contract depends on beside its payments.
struct ContractAccounting {
    Treatment treatment = Treatment::ByTheRules;
    std::optional<Rate> rate;           ///< nominal per year, for the liability; blank = the contract’s own, else the borrowing rate
    int extensionMonths = 0;            ///< an option to extend the term
    YesNo extensionCertain = YesNo::No; ///< reasonably certain to be used
    Party cancellableBy = Party::Nobody;
    int cancellableAfter = 0;        ///< months after the start
    int cancelNotice = 0;            ///< months
    YesNo cancelCertain = YesNo::No; ///< reasonably certain to be used

    friend bool operator==(const ContractAccounting&, const ContractAccounting&) = default;
};

/// What becomes of leased units at the end of the term. A financed purchase is always kept.
enum class LeaseEnd {
    Return, ///< they go back and are replaced
    Keep,   ///< they are the district's without another payment and stay for their useful life
    Buy,    ///< bought at the buy-out price, then they stay for their useful life
    Renew,  ///< rented on for some months, then they go back
};

/// The terms of a contract by which units are paid for over time: a lease, a lease-purchase, a device service.
struct Lease {
    LeaseId id;
    std::string name;
    std::string lessor;
    LeaseContract contract = LeaseContract::FairMarketValue;
    LeasePricing pricing = LeasePricing::InterestRate;
    std::optional<Rate> annualRate;          ///< nominal per year; for InterestRate; blank = the district's borrowing rate
    Rate residual;                           ///< share of the price the lessor keeps as value; for InterestRate and SinglePayment
    std::optional<Decimal> paymentPerDevice; ///< dollars per device and payment; for PaymentPerDevice
    std::optional<Decimal> rateFactor;       ///< payment ÷ price; for RateFactor
    Series<Decimal> paymentList;             ///< dollars per device, one for each payment; for PaymentList
    int payments = 4;                        ///< number of payments; a SinglePayment has one whatever this says
    int paymentsPerYear = 1;                 ///< 1, 2, 4 or 12
    PaymentTiming timing = PaymentTiming::Advance;
    std::optional<int> termMonths;   ///< blank = payments × 12 ÷ payments per year
    Rate serviceShare, licenceShare; ///< parts of each payment that are service and licences
    LeaseEnd endOfTerm = LeaseEnd::Return;
    Money returnCost;                    ///< dollars per device sent back
    Series<Money> missingCharge;         ///< dollars per device that is not there, by year of the lease; blank = the model's loss price
    Rate buyOut;                         ///< share of the price, for Buy
    int renewalMonths = 0;               ///< for Renew
    Rate renewalShare;                   ///< renewal payment as a share of the regular one
    int noticeMonths = 0;                ///< notice before the end; missing it starts the evergreen renewal
    int evergreenMonths = 0;             ///< how long the contract runs on when notice is missed, at the regular payment
    YesNo nonAppropriation = YesNo::Yes; ///< the district may leave without penalty when no money is appropriated
    Rate earlyReturnShare;               ///< share of the remaining payments due when units go back early
    Money fee;                           ///< dollars once per contract: documentation, freight, legal review
    Money incentive;                     ///< dollars per device that the lessor gives at the start
    ContractAccounting accounting;
    std::optional<Money> quotedTotal; ///< all payments together, as the quote says; only compared with their sum

    friend bool operator==(const Lease&, const Lease&) = default;
};

enum class AgreementKind {
    Circuit,
    Cloud,
    Software,
    Maintenance,
    Outsourcing,
    Consulting,
    Insurance,
    Training,
    Supplies,
    Energy,
    DeviceContract, ///< pays for units that name it, whatever they are
    Security,
    CyberInsurance,
    Other,
};
/// What a yearly amount is counted by.
enum class AgreementBasis { Total, PerStudent, PerStaff, PerUser, PerClient, PerDevice, PerSite };

/// What a set-up cost is for; only initial implementation becomes part of a subscription asset (GASB 96).
enum class SetupStage { Implementation, Preliminary, Operation };

/// How E-Rate takes part.
enum class ErateCategory {
    None,
    One,   ///< connections to buildings
    Two,   ///< connections inside buildings, within the five-year budget
    Pilot, ///< the FCC’s cybersecurity pilot
};

/// Whether E-Rate shares the cost of such agreements at all.
bool mayAskErate(AgreementKind kind, ErateCategory category);

/// A contract with a yearly price, or with a list of payments: circuits, cloud, software, services, insurance.
struct Agreement {
    AgreementId id;
    std::string name;
    std::string vendor;
    AgreementKind kind = AgreementKind::Software;
    SiteId site;               ///< may be none: the whole district
    std::optional<Date> start; ///< blank = before the plan
    std::optional<Date> end;   ///< last day; blank = after the plan
    AgreementBasis basis = AgreementBasis::Total;
    Decimal amount;                ///< dollars per year (and student, device …), in prices of the first plan year
    std::optional<Rate> coverage;  ///< share of students, devices … that are covered; blank = all
    std::optional<Rate> escalator; ///< yearly price change of the contract; blank = that of its kind of price
    int paymentsPerYear = 1;       ///< 1, 2, 4 or 12
    PaymentTiming timing = PaymentTiming::Advance;
    Series<Money> paymentList; ///< dollars, one for each payment from the start on, instead of the amount
    Money setup;               ///< dollars once, at the start: set-up, migration
    SetupStage setupStage = SetupStage::Implementation;
    Money exitCost;                      ///< dollars once, on the last day
    std::optional<Money> quotedTotal;    ///< all payments together, as the quote says; only compared with their sum
    std::optional<int> commitmentMonths; ///< for which the district is bound; blank = a year at a time
    ContractAccounting accounting;
    ErateCategory erate = ErateCategory::None;
    std::optional<Rate> erateEligible; ///< share of the price that is eligible; blank = all
    Included included = Included::Yes;
    std::string note;

    friend bool operator==(const Agreement&, const Agreement&) = default;
};

enum class ContractChangeKind {
    Remeasurement,      ///< what the contract foresaw turns out otherwise: term, payments or rate
    Modification,       ///< both sides change the contract
    PartialTermination, ///< a share of what is used goes back
};

/// Something that changes in a lease or an agreement while it runs, for every contract on it that runs on that day. Not for
/// financed purchases: a loan does not change this way.
struct ContractChange {
    ContractChangeId id;
    std::string name;
    // One of them.
    LeaseId lease;
    AgreementId agreement;
    Date date; ///< from the beginning of this day on
    ContractChangeKind kind = ContractChangeKind::Remeasurement;
    Rate paymentChange;       ///< by how much payments from then on rise or fall; −1 to 5
    Rate share;               ///< what goes back, 0 to 1; for PartialTermination
    std::optional<Rate> rate; ///< of the liability from then on, nominal per year; blank = as it was
    int extraMonths = 0;      ///< by which the term becomes longer; payments go on
    Included included = Included::Yes;
    std::string note;

    /// What goes back, whatever the share of other kinds says.
    Rate endedShare() const { return kind == ContractChangeKind::PartialTermination ? share : Rate(); }
    friend bool operator==(const ContractChange&, const ContractChange&) = default;
};

/// Kind of equipment; it decides the category of cost.
enum class AssetType {
    StudentDevice,
    StaffDevice,
    LabComputer,
    Display,
    Printer,
    Phone,
    OtherDevice,
    AccessPoint,
    Switch,
    Firewall,
    Cabling,
    Ups,
    OtherNetwork,
    Server,
    Storage,
};
enum class AssetCategory { Devices, Network, Servers };
AssetCategory categoryOf(AssetType type);
/// A computer a person works at: what "per client computer" and staffing ratios count.
inline bool isClient(AssetType type) { return type == AssetType::StudentDevice || type == AssetType::StaffDevice || type == AssetType::LabComputer; }

enum class ModelAcquisition { AsCategory, Purchase, Lease };

/// The price book: what one unit costs over its life.
struct AssetModel {
    AssetModelId id;
    std::string name;
    std::string maker;
    AssetType type = AssetType::StudentDevice;
    Money unitPrice;                   ///< per unit, in prices of the first plan year
    std::optional<Rate> priceChange;   ///< per year; blank = that of its category
    int usefulLife = 5;                ///< years
    std::optional<Date> supportEnd;    ///< end of the maker's support (Chromebook: automatic updates)
    int warranty = 0;                  ///< years
    Rate warrantyShare;                ///< share of repairs the warranty pays while it runs
    Money deployment;                  ///< per unit, once when it is put into service
    Money licenceOnce;                 ///< per unit, once (for example Chrome Education Upgrade)
    Money licenceYearly;               ///< per unit and year
    Money supportYearly;               ///< maintenance or protection plan, per unit and year
    Money suppliesYearly;              ///< ink, toner, batteries …, per unit and year
    Decimal energyYearly;              ///< kWh per unit and year
    Series<Rate> repairRate;           ///< share of units repaired per year, by year of age
    Money repairPrice;                 ///< per repair
    Series<Rate> lossRate;             ///< share of units lost per year, by year of age
    std::optional<Money> lossPrice;    ///< per lost unit; blank = the unit price of the year
    Rate spares;                       ///< extra units bought with those in use, as a share of them
    Series<Rate> resale;               ///< share of the price paid that a sale brings, by years of age at the sale
    Money disposal;                    ///< per unit, once when it is taken out of service (not when it goes back to a lessor)
    std::optional<Rate> erateEligible; ///< share of the price eligible for E-Rate category two; blank = not requested
    ModelAcquisition acquisition = ModelAcquisition::AsCategory;
    LeaseId lease; ///< terms, where acquisition is Lease

    friend bool operator==(const AssetModel&, const AssetModel&) = default;
};

enum class CohortAcquisition { AsModel, Purchase, Lease, Agreement };
enum class RefreshPolicy { Replace, Retire };
/// What a number of units grows and shrinks with.
enum class GrowsWith { Nothing, Students, Staff };

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
    LeaseId lease;         ///< terms, where acquisition is Lease
    AgreementId agreement; ///< the contract that pays for them, where acquisition is Agreement
    RefreshPolicy refresh = RefreshPolicy::Replace;
    int extraYears = 0;          ///< the units entered are kept so much longer than their life (or shorter), past the end of support if need be
    int refreshYears = 1;        ///< the replacement is spread over so many years
    std::optional<Date> lastDay; ///< in service; nothing replaces them after it
    GrowsWith growsWith = GrowsWith::Nothing;
    std::string funding;
    Included included = Included::Yes;
    std::string note;

    friend bool operator==(const Cohort&, const Cohort&) = default;
};

/// What technology staff do; a position can be split over these.
enum class LabourFunction : std::uint8_t { Unassigned, HelpDesk, Devices, Network, Servers, Data, Security, Training, Management };
inline constexpr std::size_t labourFunctionCount = 9;

struct Position {
    PositionId id;
    std::string title;
    SiteId site;
    Decimal fte = 1;           ///< full-time equivalents
    Money salary;              ///< per year at 1.0 FTE, in wages of the first plan year
    Rate benefits;             ///< share of salary
    std::optional<Date> start; ///< blank = before the plan
    std::optional<Date> end;   ///< last day; blank = after the plan
    // Shares of the position; all zero = not assigned.
    Rate helpDesk, devices, network, servers, data, security, training, management;
    Included included = Included::Yes;

    /// Share of a function; Unassigned is what is left of 100 %.
    Rate share(LabourFunction function) const;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Something that may go wrong, as an explicit assumption.
struct Incident {
    IncidentId id;
    std::string name;
    Rate probability;          ///< per year
    Money cost;                ///< dollars each time, in prices of the first plan year
    Money insuranceCover;      ///< the most an insurer pays each time
    Money deductible;          ///< what the district pays first
    std::optional<Date> start; ///< blank = before the plan
    std::optional<Date> end;   ///< last day; blank = after the plan
    Included included = Included::Yes;
    std::string note;

    friend bool operator==(const Incident&, const Incident&) = default;
};

enum class PeopleBasis { Students, Teachers, OtherStaff, Staff, Number };

/// People outside the technology office and the hours technology takes from them.
struct UserGroup {
    UserGroupId id;
    std::string name;
    PeopleBasis people = PeopleBasis::Teachers;
    std::int64_t number = 0;   ///< for Number
    std::optional<Rate> share; ///< of the head count; blank = all
    Money salary;              ///< per person and year; zero: the hours are shown but not priced
    Rate benefits;             ///< share of salary
    Decimal paidHours;         ///< paid hours per person and year; without them the time has no price
    // Hours per person and year.
    Decimal formalTraining, casualLearning, selfSupport, peerSupport, files, downtime;
    std::optional<Rate> affectedShare; ///< share of people whom downtime stops; blank = all
    Included included = Included::Yes;

    friend bool operator==(const UserGroup&, const UserGroup&) = default;
};

/// A goal of the district that technology is to serve.
struct Goal {
    GoalId id;
    std::string name;
    Decimal importance; ///< 0–10
    std::string note;

    friend bool operator==(const Goal&, const Goal&) = default;
};

/// What a plan does for a goal, beside the money.
struct Benefit {
    BenefitId id;
    std::string name;
    GoalId goal;
    Decimal influence;   ///< 0–10: how much it moves the goal
    std::string measure; ///< how the district will see it
    Included included = Included::Yes;

    friend bool operator==(const Benefit&, const Benefit&) = default;
};

enum class FundKind { General, SpecialRevenue, CapitalProjects, DebtService, Levy, Grant, Other };
enum class FundCertainty { Certain, Uncertain };

/// Money that may pay for technology: so much a year, for some years, for some purposes.
struct Fund {
    FundId id;
    std::string name;
    std::string code;
    FundKind kind = FundKind::General;
    int firstYear = 0;             ///< fiscal year of the first amount
    Series<Money> amounts;         ///< dollars by year from then on; the last one holds on; blank = as much as is needed
    std::optional<int> lastYear;   ///< fiscal year; blank = it goes on
    YesNo carriesOver = YesNo::No; ///< what is left in a year is there in the next
    CostScope scope;               ///< what it may pay for
    FundCertainty certainty = FundCertainty::Certain;
    Included included = Included::Yes;
    std::string note;

    friend bool operator==(const Fund&, const Fund&) = default;
};

/// Who pays for what: costs that match, in the order of the ranks, as far as the fund has money.
struct FundingRule {
    FundingRuleId id;
    std::string name;
    int rank = 1; ///< rules of a lower rank come first
    FundId fund;
    CostScope scope;
    SiteId site; ///< only costs at this site; none = anywhere
    // Only costs of one of these; none = of anything.
    CohortId cohort;
    AgreementId agreement;
    PositionId position;
    std::optional<Rate> share; ///< of what is left of them; blank = all
    Included included = Included::Yes;

    friend bool operator==(const FundingRule&, const FundingRule&) = default;
};

/// Where a kind of cost is charged; without an entry the codes of NCES hold.
struct Account {
    AccountId id;
    std::string name;
    CostScope scope;
    ElementScope element = anyElement;
    std::string function, object; ///< codes; blank = that of NCES

    friend bool operator==(const Account&, const Account&) = default;
};

/// A line of the budget as it stands in the district’s accounting system.
struct BudgetLine {
    BudgetLineId id;
    int fiscalYear = 0;
    std::string function, object; ///< codes
    FundId fund;                  ///< none = all funds
    Money adopted;
    std::optional<Money> actual; ///< blank = not known yet
    std::string note;

    friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

/// A fiscal year whose books are closed: its budget lines do not change any more, and a change of what it costs is told.
struct ClosedYear {
    ClosedYearId id;
    int fiscalYear = 0;
    std::optional<Date> closedOn;
    std::string closedBy;
    Money total; ///< direct cost of the year in the plan as entered when it was closed
    std::string note;

    friend bool operator==(const ClosedYear&, const ClosedYear&) = default;
};

enum class ScenarioStatus { Draft, Proposed, Adopted };

/// A named variant. Without a parent it is the plan as entered; its overrides come on top of its parent's.
struct Scenario {
    ScenarioId id;
    std::string name;
    ScenarioId parent;
    std::string description;
    ScenarioStatus status = ScenarioStatus::Draft;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// That the board adopted a scenario. What it said then is kept beside it and never changes; what changes later makes another
/// version that can be compared with it.
struct Adoption {
    AdoptionId id;
    std::string name;
    ScenarioId scenario; ///< none = the plan as entered
    std::optional<Date> adoptedOn;
    std::string adoptedBy;
    Money total; ///< direct cost of the plan years then
    std::string note;

    friend bool operator==(const Adoption&, const Adoption&) = default;
};

} // namespace tco
