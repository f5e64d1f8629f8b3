// SPDX-License-Identifier: Apache-2.0
#include "tco/exchange/practice_settings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tco {
namespace {

constexpr ItemRef district{Kind::District, singleId}, assumptions{Kind::Assumptions, singleId};

Provenance provenanceOf(const Evidence& evidence) {
    return {.source = fmt::format("{} ({})", evidence.source, evidence.year),
            .note = evidence.unconfirmed ? (evidence.note.empty() ? "Not confirmed" : "Not confirmed. " + evidence.note) : evidence.note,
            .confidence = evidence.unconfirmed ? Confidence::Guess : Confidence::Record,
            .author = {},
            .noted = {}};
}

class Settings {
  public:
    explicit Settings(const Plan& plan) : m_plan(plan) {}

    void set(ItemRef item, std::string_view field, Value value, const Evidence& evidence) {
        if (valueOf(m_plan, item, field) != value) result.fields.push_back({{item, std::string(field)}, std::move(value), provenanceOf(evidence)});
    }

    void fiscalYear(const StatePractice& practice) {
        if (!practice.fiscalYear) return;
        const auto& months = practice.fiscalYear->firstMonths;
        const int now = m_plan.district.fiscalYearStartMonth;
        if (std::ranges::find(months, now) != months.end()) return;
        if (months.size() == 1)
            set(district, "fiscal_year_start_month", std::int64_t(months.front()), practice.fiscalYear->evidence);
        else
            result.open.push_back(fmt::format("Fiscal years in {} begin in month {}; the district chooses, and the plan says {}.", practice.name,
                                              fmt::join(months, " or "), now));
    }

    /// The shortest limit, and every condition: which of them holds is for a person to say.
    void leases(const StatePractice& practice) {
        const LeaseLimit* shortest = nullptr;
        std::string rules;
        for (const auto& lease : practice.leases) {
            if (lease.longestMonths && (!shortest || *lease.longestMonths < *shortest->longestMonths)) shortest = &lease;
            for (const auto& condition : lease.conditions) rules += (rules.empty() ? "" : " ") + condition.text;
        }
        if (shortest) set(district, "lease_limit", std::int64_t(*shortest->longestMonths), shortest->evidence);
        if (!rules.empty()) set(district, "lease_rules", rules, practice.leases.front().evidence);
    }

    void thresholds(const StatePractice& practice, const StatePractice& general) {
        const auto of = [&](ThresholdKind kind, std::string_view field) {
            for (const auto* each : {&practice, &general})
                for (const auto& threshold : each->thresholds)
                    if (threshold.kind == kind) return set(assumptions, field, threshold.amount, threshold.evidence);
        };
        of(ThresholdKind::Unit, "capitalize_unit");
        of(ThresholdKind::Aggregate, "capitalize_group");
    }

    void accounts(const StatePractice& practice, const std::vector<AccountCode>& codes, std::string PracticeAccount::*part) {
        for (const auto& code : codes)
            for (const auto element : code.charges) {
                PracticeAccount account{fmt::format("{}: {}", practice.name, label(element)), element, {}, {}};
                account.*part = code.code;
                if (std::ranges::find(m_plan.accounts, account.name, &Account::name) == m_plan.accounts.end()) result.accounts.push_back(std::move(account));
            }
    }

    PracticeSettings result;

  private:
    const Plan& m_plan;
};

} // namespace

PracticeSettings settingsOf(const StatePractice& practice, const StatePractice& general, const Plan& plan) {
    Settings settings(plan);
    settings.fiscalYear(practice);
    settings.leases(practice);
    settings.thresholds(practice, general);
    settings.accounts(practice, practice.codes.functions, &PracticeAccount::function);
    settings.accounts(practice, practice.codes.objects, &PracticeAccount::object);
    return std::move(settings.result);
}

} // namespace tco
