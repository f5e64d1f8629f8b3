// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/waterfall.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis_plan.hpp"
#include "cause_steps.hpp"

namespace tco {
namespace {

constexpr Choice causeTexts[] = {
    {"payment", "How it is paid for"},
    {"count", "Number of units"},
    {"price", "Models and prices"},
    {"life", "How long units are kept"},
    {"timing", "When units come and go"},
    {"rates", "Repairs, losses and resale"},
    {"staff", "Staff"},
    {"agreements", "Agreements and services"},
    {"security", "Security incidents"},
    {"user_time", "User time"},
    {"assumptions", "Assumptions"},
};
static_assert(std::size(causeTexts) == causeCount);

struct FieldCause {
    std::string_view field;
    Cause cause;
};
constexpr FieldCause assumptionCauses[] = {
    {"borrowing_rate", Cause::Payment},  {"acquire_devices", Cause::Payment},     {"lease_devices", Cause::Payment},
    {"acquire_network", Cause::Payment}, {"lease_network", Cause::Payment},       {"acquire_servers", Cause::Payment},
    {"lease_servers", Cause::Payment},   {"thin_support_above", Cause::UserTime}, {"thin_support_effect", Cause::UserTime},
};
constexpr FieldCause modelCauses[] = {
    {"acquisition", Cause::Payment}, {"lease", Cause::Payment}, {"spares", Cause::Count},         {"useful_life", Cause::Life},
    {"support_end", Cause::Life},    {"warranty", Cause::Life}, {"warranty_share", Cause::Rates}, {"repair_rate", Cause::Rates},
    {"loss_rate", Cause::Rates},     {"resale", Cause::Rates},
};
constexpr FieldCause cohortCauses[] = {
    {"acquisition", Cause::Payment},  {"lease", Cause::Payment},    {"agreement", Cause::Payment}, {"model", Cause::Price},
    {"purchase_total", Cause::Price}, {"extra_years", Cause::Life}, {"refresh", Cause::Life},      {"in_service", Cause::Timing},
    {"refresh_years", Cause::Timing}, {"last_day", Cause::Timing},
};

Cause causeIn(std::span<const FieldCause> causes, std::string_view field, Cause otherwise) {
    const auto found = std::ranges::find(causes, field, &FieldCause::field);
    return found == causes.end() ? otherwise : found->cause;
}

using Differences = std::array<CauseDifferences, causeCount>;

/// What costs nothing by itself, but others refer to it.
bool isOnlyReferredTo(Kind kind) { return kind == Kind::AssetModel || kind == Kind::Lease; }

Differences differencesBetween(const Plan& from, const Plan& to, bool (*matters)(Kind, const Field&)) {
    Differences differences;
    for (const Kind kind : allKinds) {
        if (std::ranges::none_of(fieldsOf(kind), [&](const Field& field) { return matters(kind, field); })) continue;
        for (const auto item : itemsOf(from, kind)) {
            if (!contains(to, item)) {
                differences[std::size_t(causeOf(kind))].removed.push_back(item);
                continue;
            }
            for (const auto& field : fieldsOf(kind))
                if (matters(kind, field) && valueOf(from, item, field.key) != valueOf(to, item, field.key))
                    differences[std::size_t(causeOf(kind, field.key))].fields.push_back({item, std::string(field.key)});
        }
        for (const auto item : itemsOf(to, kind))
            if (!contains(from, item)) differences[std::size_t(causeOf(kind))].added.push_back(item);
    }
    return differences;
}

void copyItem(const Plan& from, Plan& to, ItemRef item) {
    addItem(to, item);
    for (const auto& field : fieldsOf(item.kind)) setValue(to, item, field.key, valueOf(from, item, field.key));
}

/// Adds and removes the items of a step, either those that are only referred to or the others.
void bringItems(const CauseDifferences& step, Plan& plan, const Plan& to, bool onlyReferredTo) {
    for (const auto item : step.added)
        if (isOnlyReferredTo(item.kind) == onlyReferredTo) copyItem(to, plan, item);
}
void takeItems(const CauseDifferences& step, Plan& plan, bool onlyReferredTo) {
    for (const auto item : step.removed)
        if (isOnlyReferredTo(item.kind) == onlyReferredTo) removeItem(plan, item);
}

} // namespace

std::string_view label(Cause cause) { return causeTexts[std::size_t(cause)].label; }
std::string_view key(Cause cause) { return causeTexts[std::size_t(cause)].key; }

Cause causeOf(Kind kind, std::string_view field) {
    switch (kind) {
    case Kind::Assumptions: return causeIn(assumptionCauses, field, Cause::Assumptions);
    case Kind::AssetModel: return causeIn(modelCauses, field, Cause::Price);
    case Kind::Cohort: return causeIn(cohortCauses, field, Cause::Count);
    case Kind::Lease:
    case Kind::ContractChange: return Cause::Payment;
    case Kind::HeadCount: return Cause::Count;
    case Kind::Position: return Cause::Staff;
    case Kind::Agreement: return Cause::Agreements;
    case Kind::Incident: return Cause::Security;
    case Kind::UserGroup: return Cause::UserTime;
    case Kind::District:
    case Kind::Site:
    case Kind::Goal:
    case Kind::Benefit:
    case Kind::Fund:
    case Kind::FundingRule:
    case Kind::Account:
    case Kind::BudgetLine:
    case Kind::ClosedYear:
    case Kind::Scenario:
    case Kind::Adoption: break;
    }
    return Cause::Assumptions;
}

Cause causeOf(Kind kind) { return causeOf(kind, {}); }

void forEachStep(const Calculation& from, const Calculation& to, bool (*matters)(Kind, const Field&),
                 const std::function<void(Cause, const CauseDifferences&, const Calculation& after)>& visit) {
    auto differences = differencesBetween(*from.plan, *to.plan, matters);
    const auto last = std::ranges::find_if(differences.rbegin(), differences.rend(), [](const auto& step) { return !step.empty(); });
    if (last == differences.rend()) return;
    Plan plan = withoutWords(*from.plan);
    for (const auto& step : differences) bringItems(step, plan, *to.plan, true);
    const Calculation* previous = &from;
    std::shared_ptr<const Calculation> calculation;
    for (std::size_t cause = 0; cause < causeCount; ++cause) {
        const auto& step = differences[cause];
        if (step.empty()) continue;
        for (const auto& field : step.fields) setValue(plan, field.item, field.field, valueOf(*to.plan, field.item, field.field));
        bringItems(step, plan, *to.plan, false);
        takeItems(step, plan, false);
        if (&step == &*last)
            for (const auto& each : differences) takeItems(each, plan, true);
        calculation = calculate(plan, {}, previous);
        previous = calculation.get();
        visit(Cause(cause), step, *calculation);
    }
}

Waterfall waterfall(const Calculation& from, const Calculation& to) {
    const auto first = from.ledger.sum(), last = to.ledger.sum();
    Waterfall result{first.nominal, first.presentValue, last.nominal, last.presentValue, {}};
    Sum before = first;
    forEachStep(from, to, canCost, [&](Cause cause, const CauseDifferences& differences, const Calculation& step) {
        const auto after = step.ledger.sum();
        result.steps.push_back({differences, cause, after.nominal - before.nominal, after.presentValue - before.presentValue});
        before = after;
    });
    return result;
}

} // namespace tco
