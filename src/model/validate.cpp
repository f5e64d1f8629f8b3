// SPDX-License-Identifier: Apache-2.0

// Checks of what was entered. What only shows when costs are calculated (a device kept past its
// support) is found by the rules.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "tco/model/lease_terms.hpp"
#include "tco/model/plan.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

class Checker {
  public:
    explicit Checker(const Plan& plan) : m_plan(plan) {}

    Findings run() {
        fieldsAndReferences();
        names();
        headCounts();
        leases();
        acquisitions();
        datesInOrder();
        agreements();
        contractChanges();
        erate();
        positions();
        userGroups();
        funds();
        budget();
        closedYears();
        scenarios();
        overrides();
        assumptions();
        std::ranges::stable_sort(m_findings, std::greater{}, &Finding::severity);
        return std::move(m_findings);
    }

  private:
    void add(Severity severity, std::string_view code, std::string message, std::string where = {}) {
        m_findings.push_back({severity, code, std::move(message), std::move(where)});
    }

    std::string placeOf(ItemRef item) const { return fmt::format("{} “{}”", infoOf(item.kind).singular, nameOf(m_plan, item)); }

    void fieldsAndReferences() {
        for (const Kind kind : allKinds)
            for (const auto item : itemsOf(m_plan, kind))
                for (const auto& field : fieldsOf(kind)) {
                    const auto value = valueOf(m_plan, item, field.key);
                    if (auto checked = checkValue(field, value); !checked)
                        add(Severity::Error, "value_out_of_range", fmt::format("{}: {}", nameOf(m_plan, item), checked.error().message), placeOf(item));
                    if (field.type == FieldType::Reference && !isBlank(value) && !contains(m_plan, {field.target, std::get<Link>(value).id}))
                        add(Severity::Error, "missing_reference",
                            fmt::format("{}: the {} it refers to is not in the plan; choose another.", nameOf(m_plan, item), infoOf(field.target).singular),
                            placeOf(item));
                }
    }

    void names() {
        for (const Kind kind : {Kind::Site, Kind::Lease, Kind::Agreement, Kind::ContractChange, Kind::AssetModel, Kind::Incident, Kind::UserGroup, Kind::Goal,
                                Kind::Fund, Kind::Scenario}) {
            std::map<std::string, int> uses;
            for (const auto item : itemsOf(m_plan, kind)) ++uses[nameOf(m_plan, item)];
            for (const auto& [name, count] : uses)
                if (count > 1)
                    add(Severity::Warning, "duplicate_name", fmt::format("{} {} are named “{}”; give each its own name.", count, infoOf(kind).plural, name));
        }
    }

    void headCounts() {
        std::set<int> years;
        bool beforeOrAtStart = false;
        for (const auto& entry : m_plan.headCounts) {
            if (!years.insert(entry.fiscalYear).second)
                add(Severity::Error, "duplicate_year", fmt::format("There are two head counts from FY{}; remove one.", entry.fiscalYear));
            beforeOrAtStart |= entry.fiscalYear <= m_plan.district.firstYear && entry.students > 0;
        }
        if (!beforeOrAtStart) add(Severity::Note, "no_students", "Enter the number of students from the first plan year to see costs per student.");
    }

    void leases() {
        for (const auto& lease : m_plan.leases) {
            const auto place = placeOf({Kind::Lease, lease.id.value});
            if (const auto what = missingPrice(lease, m_plan.assumptions); !what.empty())
                add(Severity::Error, "lease_without_price", fmt::format("{}: enter the {} of this lease.", lease.name, what), place);
            if (!hasPaymentFrequency(lease)) {
                add(Severity::Error, "payments_per_year", fmt::format("{}: payments per year must be 1, 2, 4 or 12.", lease.name), place);
                continue;
            }
            if (lease.serviceShare.fraction() + lease.licenceShare.fraction() > Decimal(1))
                add(Severity::Error, "shares_above_one", fmt::format("{}: service and licenses together are more than 100% of the payment.", lease.name),
                    place);
            if (termMonthsOf(lease) > std::int64_t{12} * m_plan.district.horizon)
                add(Severity::Warning, "term_beyond_plan",
                    fmt::format("{}: its term of {} months is longer than the plan; payments after {} are not counted. Compare over more years, or mind what "
                                "is still owed.",
                                lease.name, termMonthsOf(lease), m_plan.lastYear().shortLabel()),
                    place);
            if (m_plan.district.leaseLimit && termMonthsOf(lease) > *m_plan.district.leaseLimit)
                add(Severity::Warning, "lease_beyond_limit",
                    fmt::format("{}: its term of {} months is longer than the {} months that the state allows; choose a shorter term, or ask counsel.{}",
                                lease.name, termMonthsOf(lease), *m_plan.district.leaseLimit,
                                m_plan.district.leaseRules.empty() ? "" : " " + m_plan.district.leaseRules),
                    place);
            options(lease.name, lease.accounting, termMonthsOf(lease), place);
            if (lease.termMonths && *lease.termMonths < (paymentCount(lease) - 1) * monthsBetweenPayments(lease))
                add(Severity::Warning, "payments_after_term", fmt::format("{}: payments go on after its term of {} months.", lease.name, *lease.termMonths),
                    place);
        }
    }

    void acquisitions() {
        const auto& assumptions = m_plan.assumptions;
        const auto needsTerms = [&](bool leased, LeaseId lease, const std::string& name, ItemRef item) {
            if (leased && !lease)
                add(Severity::Error, "lease_without_terms", fmt::format("{}: it is leased, but no lease terms are chosen.", name), placeOf(item));
        };
        const ItemRef single{Kind::Assumptions, singleId};
        needsTerms(assumptions.acquireDevices == Acquisition::Lease, assumptions.leaseDevices, "Devices", single);
        needsTerms(assumptions.acquireNetwork == Acquisition::Lease, assumptions.leaseNetwork, "Network", single);
        needsTerms(assumptions.acquireServers == Acquisition::Lease, assumptions.leaseServers, "Servers", single);
        for (const auto& model : m_plan.assetModels)
            needsTerms(model.acquisition == ModelAcquisition::Lease, model.lease, model.name, {Kind::AssetModel, model.id.value});
        for (const auto& cohort : m_plan.cohorts) {
            const ItemRef item{Kind::Cohort, cohort.id.value};
            needsTerms(cohort.acquisition == CohortAcquisition::Lease, cohort.lease, nameOf(m_plan, item), item);
            if (cohort.acquisition == CohortAcquisition::Agreement && !cohort.agreement)
                add(Severity::Error, "units_without_agreement", fmt::format("{}: an agreement is to pay for it, but none is chosen.", nameOf(m_plan, item)),
                    placeOf(item));
        }
    }

    /// First and last days, and items that are over before the plan begins.
    void datesInOrder() {
        const auto look = [&](Kind kind, RawId id, const std::optional<Date>& start, const std::optional<Date>& end) {
            if (!end) return;
            const ItemRef item{kind, id};
            if (start && *end < *start)
                add(Severity::Error, "ends_before_start", fmt::format("{}: the last day is before the first day.", nameOf(m_plan, item)), placeOf(item));
            else if (*end < m_plan.firstDay())
                add(Severity::Note, "over_before_plan",
                    fmt::format("{}: it ends on {}, before the plan begins, and costs nothing in it.", nameOf(m_plan, item), end->display()), placeOf(item));
        };
        for (const auto& agreement : m_plan.agreements) look(Kind::Agreement, agreement.id.value, agreement.start, agreement.end);
        for (const auto& position : m_plan.positions) look(Kind::Position, position.id.value, position.start, position.end);
        for (const auto& incident : m_plan.incidents) look(Kind::Incident, incident.id.value, incident.start, incident.end);
        for (const auto& cohort : m_plan.cohorts) look(Kind::Cohort, cohort.id.value, cohort.inService, cohort.lastDay);
    }

    void agreements() {
        for (const auto& agreement : m_plan.agreements) {
            const auto place = placeOf({Kind::Agreement, agreement.id.value});
            if (!isPaymentFrequency(agreement.paymentsPerYear))
                add(Severity::Error, "payments_per_year", fmt::format("{}: payments per year must be 1, 2, 4 or 12.", agreement.name), place);
            if (agreement.commitmentMonths) options(agreement.name, agreement.accounting, *agreement.commitmentMonths, place);
            if (agreement.commitmentMonths && agreement.start && agreement.end &&
                *agreement.end < agreement.start->addMonths(*agreement.commitmentMonths).addDays(-1))
                add(Severity::Warning, "ends_before_commitment",
                    fmt::format("{}: it ends on {}, before the {} to which the district is committed; check both.", agreement.name, agreement.end->display(),
                                counted(*agreement.commitmentMonths, "month")),
                    place);
            if (agreement.quotedTotal && !agreement.paymentList.empty()) {
                Money sum;
                for (const auto payment : agreement.paymentList.values()) sum += payment;
                if (sum != *agreement.quotedTotal) m_findings.push_back(totalMismatch(agreement.name, sum, *agreement.quotedTotal, place));
            }
        }
    }

    void contractChanges() {
        for (const auto& change : m_plan.contractChanges) {
            const auto place = placeOf({Kind::ContractChange, change.id.value});
            if (bool(change.lease) == bool(change.agreement))
                add(Severity::Error, "change_without_contract",
                    fmt::format("{}: choose the lease or the agreement that changes, {}.", change.name, change.lease ? "not both" : "one of them"), place);
            if (const auto* lease = findById(m_plan.leases, change.lease); lease && lease->contract == LeaseContract::FinancedPurchase)
                add(Severity::Warning, "change_of_loan",
                    fmt::format("{}: “{}” is a financed purchase, a loan that does not change this way; enter a lease of its own for what it becomes.",
                                change.name, lease->name),
                    place);
            if (change.paymentChange.isZero() && change.endedShare().isZero() && !change.rate && change.extraMonths == 0)
                add(Severity::Warning, "nothing_changes",
                    fmt::format("{}: it changes nothing; enter what changes: payments, the share that goes back, the rate or the term.", change.name), place);
            if (change.kind != ContractChangeKind::PartialTermination && !change.share.isZero())
                add(Severity::Warning, "share_without_termination",
                    fmt::format("{}: a share goes back only where part of the contract ends; choose that kind, or leave the share blank.", change.name), place);
        }
    }

    /// Rights to cancel that lie beyond the term, or that are certain although nobody has them.
    void options(const std::string& name, const ContractAccounting& accounting, int termMonths, const std::string& place) {
        const bool canCancel = accounting.cancellableBy != Party::Nobody;
        if (canCancel && accounting.cancellableAfter >= termMonths)
            add(Severity::Warning, "option_outside_term",
                fmt::format("{}: it may be canceled after {} months, but its term is {}; enter a month within the term.", name, accounting.cancellableAfter,
                            termMonths),
                place);
        if (!canCancel && accounting.cancelCertain == YesNo::Yes)
            add(Severity::Warning, "option_of_nobody", fmt::format("{}: it is said to be canceled, but nobody may cancel it; say who may.", name), place);
        if (accounting.extensionMonths == 0 && accounting.extensionCertain == YesNo::Yes)
            add(Severity::Warning, "option_of_nobody", fmt::format("{}: it is said to be extended, but it has no option to extend; enter its months.", name),
                place);
    }

    /// What E-Rate is asked for and never pays: devices for students and staff above all.
    void erate() {
        for (const auto& model : m_plan.assetModels)
            if (model.erateEligible && categoryOf(model.type) != AssetCategory::Network)
                add(Severity::Warning, "erate_not_eligible",
                    fmt::format(
                        "{}: E-Rate pays for network equipment only, never for devices or servers; leave its eligible share blank. It is counted without.",
                        model.name),
                    placeOf({Kind::AssetModel, model.id.value}));
        for (const auto& agreement : m_plan.agreements)
            if (agreement.erate != ErateCategory::None && !mayAskErate(agreement.kind, agreement.erate))
                add(Severity::Warning, "erate_not_eligible",
                    fmt::format(
                        "{}: E-Rate does not share agreements of this kind in this category; choose another kind, or “not requested”. It is counted without.",
                        agreement.name),
                    placeOf({Kind::Agreement, agreement.id.value}));
    }

    void positions() {
        for (const auto& position : m_plan.positions) {
            const auto place = placeOf({Kind::Position, position.id.value});
            const auto rest = position.share(LabourFunction::Unassigned).fraction();
            if (!rest.isZero() && rest != Decimal(1))
                add(Severity::Warning, "shares_not_whole",
                    fmt::format("{}: the shares of time add up to {}, not 100%; {}.", position.title, display(Rate(Decimal(1) - rest)),
                                rest.isNegative() ? "they are scaled down to 100%" : "the rest is shown as not assigned"),
                    place);
        }
        overlaps();
    }

    /// Two positions of one title at one site, one of them with dates, are most likely one job that changes hands.
    void overlaps() {
        std::map<std::pair<std::string, SiteId>, std::vector<const Position*>> jobs;
        for (const auto& position : m_plan.positions)
            if (position.included == Included::Yes) jobs[{position.title, position.site}].push_back(&position);
        for (const auto& [job, positions] : jobs)
            for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
                const Position &a = *positions[i], &b = *positions[i + 1];
                const bool dated = a.start || a.end || b.start || b.end;
                const bool apart = (a.end && b.start && *a.end < *b.start) || (b.end && a.start && *b.end < *a.start);
                if (dated && !apart)
                    add(Severity::Warning, "overlapping_positions",
                        fmt::format("{}: two positions of this title run at the same time; if one follows the other, let the first end before.", a.title),
                        placeOf({Kind::Position, b.id.value}));
            }
    }

    void userGroups() {
        for (const auto& group : m_plan.userGroups)
            if (!group.salary.isZero() && group.paidHours.isZero())
                add(Severity::Warning, "no_paid_hours", fmt::format("{}: enter the paid hours per year; without them their time has no price.", group.name),
                    placeOf({Kind::UserGroup, group.id.value}));
        if (m_plan.assumptions.thinSupportAbove && m_plan.positions.empty())
            add(Severity::Warning, "thin_support_without_staff",
                "The effect of thin support is set, but there are no technology positions: user time does not depend on them.");
    }

    void funds() {
        for (const auto& fund : m_plan.funds)
            if (fund.lastYear && *fund.lastYear < fund.firstYear)
                add(Severity::Error, "ends_before_start", fmt::format("{}: the last year is before the first year.", fund.name),
                    placeOf({Kind::Fund, fund.id.value}));
    }

    void budget() {
        std::set<std::tuple<int, std::string, std::string, FundId>> accounts;
        for (const auto& line : m_plan.budgetLines) {
            const ItemRef item{Kind::BudgetLine, line.id.value};
            if (!accounts.insert({line.fiscalYear, line.function, line.object, line.fund}).second)
                add(Severity::Warning, "duplicate_budget_line",
                    fmt::format("{}: there are two lines of this account, year and fund, and both count; remove one.", nameOf(m_plan, item)), placeOf(item));
            if (line.fiscalYear < m_plan.firstYear().value || line.fiscalYear > m_plan.lastYear().value)
                add(Severity::Note, "budget_outside_plan", fmt::format("{}: its year is not in the plan, so it is not compared.", nameOf(m_plan, item)),
                    placeOf(item));
        }
    }

    void closedYears() {
        std::set<int> years;
        for (const auto& year : m_plan.closedYears)
            if (!years.insert(year.fiscalYear).second)
                add(Severity::Warning, "closed_twice",
                    fmt::format("{} is closed twice; remove one of the two entries.", FiscalYear{year.fiscalYear}.shortLabel()),
                    placeOf({Kind::ClosedYear, year.id.value}));
    }

    void scenarios() {
        for (const auto& scenario : m_plan.scenarios) {
            std::set<ScenarioId> seen;
            for (const Scenario* at = &scenario; at; at = findById(m_plan.scenarios, at->parent))
                if (!seen.insert(at->id).second) {
                    add(Severity::Error, "circular_scenario",
                        fmt::format("{}: it is based on itself through “{}”; choose another scenario it is based on.", scenario.name, at->name),
                        placeOf({Kind::Scenario, scenario.id.value}));
                    break;
                }
        }
    }

    void overrides() {
        for (const auto& [where, value] : m_plan.overrides) {
            const auto& [scenario, target] = where;
            const auto scenarioName = nameOf(m_plan, {Kind::Scenario, scenario.value});
            const auto* field = findField(target.item.kind, target.field);
            if (!contains(m_plan, target.item) || !field) {
                add(Severity::Warning, "override_without_item", fmt::format("Scenario “{}” changes something that is no longer in the plan.", scenarioName));
                continue;
            }
            if (auto checked = checkValue(*field, value); !checked)
                add(Severity::Error, "value_out_of_range",
                    fmt::format("Scenario “{}”, {}: {}", scenarioName, nameOf(m_plan, target.item), checked.error().message));
            if (field->type == FieldType::Reference && !isBlank(value) && !contains(m_plan, {field->target, std::get<Link>(value).id}))
                add(Severity::Error, "missing_reference",
                    fmt::format("Scenario “{}”, {}: the {} it names is not in the plan.", scenarioName, nameOf(m_plan, target.item),
                                infoOf(field->target).singular));
        }
    }

    void assumptions() {
        if (!m_plan.assumptions.discountRate)
            add(Severity::Warning, "no_discount_rate", "No discount rate is entered: present values are shown as if money cost nothing.");
    }

    const Plan& m_plan;
    Findings m_findings;
};

} // namespace

Findings validate(const Plan& plan) { return Checker(plan).run(); }

Finding totalMismatch(std::string_view name, Money sum, Money quoted, std::string where) {
    return {Severity::Warning, "total_mismatch",
            fmt::format("{}: the payments add up to {}, but the quote says {}; the difference is {}.", name, display(sum, MoneyStyle::Cents),
                        display(quoted, MoneyStyle::Cents), display(magnitude(sum - quoted), MoneyStyle::Cents)),
            std::move(where)};
}

} // namespace tco
