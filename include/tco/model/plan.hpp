// SPDX-License-Identifier: Apache-2.0
#pragma once

// A plan: everything a .tco file says about a district, as one value. Scenarios are overrides on
// shared items by id, never copies. A source (who says so, how sure) can be noted on any field.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tco/base/finding.hpp"
#include "tco/model/field.hpp"
#include "tco/model/items.hpp"

namespace tco {

/// Names one field of one item.
struct FieldRef {
    ItemRef item;
    std::string field; ///< Field::key
    friend auto operator<=>(const FieldRef&, const FieldRef&) = default;
};

enum class Confidence { Quote, Record, PriceBook, Estimate, Guess };

/// Where a value comes from.
struct Provenance {
    std::string source; ///< document, address, person; with its year
    std::string note;
    Confidence confidence = Confidence::Estimate;
    std::string author;        ///< who noted it; blank = not known
    std::optional<Date> noted; ///< and when
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct Plan {
    District district;
    Assumptions assumptions;
    std::vector<HeadCount> headCounts;
    std::vector<Site> sites;
    std::vector<Lease> leases;
    std::vector<Agreement> agreements;
    std::vector<ContractChange> contractChanges;
    std::vector<AssetModel> assetModels;
    std::vector<Cohort> cohorts;
    std::vector<Position> positions;
    std::vector<Incident> incidents;
    std::vector<UserGroup> userGroups;
    std::vector<Goal> goals;
    std::vector<Benefit> benefits;
    std::vector<Fund> funds;
    std::vector<FundingRule> fundingRules;
    std::vector<Account> accounts;
    std::vector<BudgetLine> budgetLines;
    std::vector<ClosedYear> closedYears;
    std::vector<Scenario> scenarios;
    std::vector<Adoption> adoptions;
    std::map<FieldRef, Provenance> provenance;
    /// What a scenario says instead of the plan.
    std::map<std::pair<ScenarioId, FieldRef>, Value> overrides;

    FiscalCalendar calendar() const { return FiscalCalendar(district.fiscalYearStartMonth, district.changeYear, district.newStartMonth); }
    FiscalYear firstYear() const { return {district.firstYear}; }
    FiscalYear lastYear() const { return {static_cast<int>(std::int64_t{district.firstYear} + district.horizon - 1)}; } // no overflow, whatever a file says
    Date firstDay() const { return calendar().firstDay(firstYear()); }
};

/// "noted by Ann Lee on Nov 25, 2026"; blank when neither is known.
std::string authorWords(const Provenance& provenance);
/// "quote: CDW, 2026-03 (valid until June), noted by Ann Lee on Nov 25, 2026".
std::string sourceWords(const Provenance& provenance);

std::string_view label(Confidence confidence); ///< "quote", "record", "price book", "estimate", "guess"
std::string_view key(Confidence confidence);   ///< "quote", "record", "price_book", "estimate", "guess"
std::optional<Confidence> confidenceFromKey(std::string_view key);

// --- Items through their fields -------------------------------------------------------------------

/// All items of a kind, in file order (by id).
std::vector<ItemRef> itemsOf(const Plan& plan, Kind kind);
bool contains(const Plan& plan, ItemRef item);
/// How people call the item: its name, or model and site for an unnamed cohort.
std::string nameOf(const Plan& plan, ItemRef item);

/// The item must exist (asserted) and the field belong to its kind (asserted).
Value valueOf(const Plan& plan, ItemRef item, std::string_view field);
/// Sets a field. The value's type must fit the field (asserted); limits are the caller's business.
void setValue(Plan& plan, ItemRef item, std::string_view field, const Value& value);

/// Blanks who noted a source, closed a year or adopted a plan (fieldsNamingPersons()).
void eraseNames(Plan& plan);

/// Adds an item with default values under this id (single kinds exist already).
void addItem(Plan& plan, ItemRef item);
/// Removes an item with its provenance and the overrides that name it. References to it are not touched.
void removeItem(Plan& plan, ItemRef item);
/// Items that refer to this one, in plan order; empty when it can be removed.
std::vector<ItemRef> usersOf(const Plan& plan, ItemRef item);

/// Whether every field of an item is within its limits (checkValue); for any item type of items.hpp.
template <class Item> bool isSound(const Item& item);

/// Items are kept sorted by id (addItem, files), where this is quick; in a list that is not it still finds them.
template <class Item> const Item* findById(const std::vector<Item>& items, decltype(Item::id) id) {
    const auto place = std::ranges::lower_bound(items, id, {}, &Item::id);
    if (place != items.end() && place->id == id) return &*place;
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

/// How a cohort's units are paid for when they are acquired in the plan: as they say, else as their model says, else as
/// its category does.
struct AcquisitionTerms {
    CohortAcquisition how = CohortAcquisition::Purchase; ///< never AsModel
    LeaseId lease;                                       ///< for Lease; may be none or missing in the plan, which validate() reports
};
AcquisitionTerms acquisitionOf(const Plan& plan, const Cohort& cohort);
AcquisitionTerms acquisitionOf(const Assumptions& assumptions, const AssetModel* model, const Cohort& cohort);
/// The terms of a lease that is in the plan; nothing when the units are not leased.
const Lease* leaseTermsOf(const Plan& plan, const Cohort& cohort);

// --- Scenarios -------------------------------------------------------------------------------------

/// The scenario and its ancestors, oldest first; a circle of parents, which is a finding of validate(), just ends.
std::vector<ScenarioId> lineageOf(const Plan& plan, ScenarioId scenario);
/// All that a scenario says instead of the plan, what it inherits included: a child's word counts more than its parent's.
std::map<FieldRef, Value> overridesIn(const Plan& plan, ScenarioId scenario);
/// The plan as one scenario sees it: the overrides of its ancestors, oldest first, then its own, are
/// applied. `scenario` none = the plan as entered. Overrides of items that are gone are skipped.
Plan applyScenario(const Plan& plan, ScenarioId scenario);

/// True when a scenario can say otherwise about items of this kind: the years of the district are the same for all, scenarios do not
/// change each other, and what was closed or adopted is a fact.
bool canDifferByScenario(Kind kind);

/// What an adoption keeps: the plan as it was adopted.
struct AdoptedPlan {
    AdoptionId adoption;
    Plan plan;
};

/// What a scenario says as a plan of its own, without scenarios and adoptions: what is kept of it when it is adopted.
Plan asAdopted(const Plan& plan, ScenarioId scenario);

/// The item of a kind with that name (case-insensitive).
[[nodiscard]] Expected<ItemRef> itemByName(const Plan& plan, Kind kind, std::string_view name);

// --- Checks ----------------------------------------------------------------------------------------

/// Everything that is wrong or doubtful in the entries of a plan, most severe first. Each finding names
/// the item and says what to do. Rules add their own findings when they calculate.
Findings validate(const Plan& plan);

/// That the payments of a contract do not add up to the total in its quote.
Finding totalMismatch(std::string_view name, Money sum, Money quoted, std::string where = {});

} // namespace tco
