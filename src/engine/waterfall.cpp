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

using Differences = std::array<std::vector<FieldRef>, causeCount>;

Differences differencesBetween(const Plan& from, const Plan& to, bool (*matters)(Kind, const Field&)) {
    Differences differences;
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(from, kind)) {
            if (!contains(to, item)) continue;
            for (const auto& field : fieldsOf(kind))
                if (matters(kind, field) && valueOf(from, item, field.key) != valueOf(to, item, field.key))
                    differences[std::size_t(causeOf(kind, field.key))].push_back({item, std::string(field.key)});
        }
    return differences;
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

void forEachStep(const Calculation& from, const Calculation& to, bool (*matters)(Kind, const Field&),
                 const std::function<void(Cause, std::vector<FieldRef>, const Calculation& after)>& visit) {
    auto differences = differencesBetween(*from.plan, *to.plan, matters);
    Plan plan = withoutWords(*from.plan);
    const Calculation* previous = &from;
    std::shared_ptr<const Calculation> calculation;
    for (std::size_t cause = 0; cause < causeCount; ++cause) {
        auto& fields = differences[cause];
        if (fields.empty()) continue;
        for (const auto& field : fields) setValue(plan, field.item, field.field, valueOf(*to.plan, field.item, field.field));
        calculation = calculate(plan, {}, previous);
        previous = calculation.get();
        visit(Cause(cause), std::move(fields), *calculation);
    }
}

Waterfall waterfall(const Calculation& from, const Calculation& to) {
    const auto first = from.ledger.sum(), last = to.ledger.sum();
    Waterfall result{first.nominal, first.presentValue, last.nominal, last.presentValue, {}};
    Sum before = first;
    forEachStep(from, to, canCost, [&](Cause cause, std::vector<FieldRef> fields, const Calculation& step) {
        const auto after = step.ledger.sum();
        result.steps.push_back({cause, after.nominal - before.nominal, after.presentValue - before.presentValue, std::move(fields)});
        before = after;
    });
    return result;
}

} // namespace tco
