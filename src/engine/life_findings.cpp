// SPDX-License-Identifier: Apache-2.0
#include "life_findings.hpp"

#include <map>

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco {
namespace {

struct Units {
    std::int64_t pastSupport = 0, overdue = 0, cutShort = 0, kept = 0, leased = 0;
};

void look(const CohortLife& life, Units& units) {
    if (life.generations.empty()) return;
    const auto quantity = life.generations.front().units;
    if (life.overdue) (life.pastSupport ? units.pastSupport : units.overdue) += quantity;
    if (life.keptPastSupport && !life.overdue) units.kept += quantity;
    if (life.supportCutsLife && !life.overdue && !life.keptPastSupport) units.cutShort += quantity;
    if (life.leaseOutlivesSupport) units.leased += quantity;
}

} // namespace

void addLifeFindings(const Plan& plan, std::span<const CohortLife> fleet, Findings& findings) {
    std::map<AssetModelId, Units> byModel;
    for (const auto& life : fleet) look(life, byModel[life.model->id]);
    const auto firstYear = plan.firstYear().shortLabel();
    for (const auto& [id, units] : byModel) {
        const auto& model = *findById(plan.assetModels, id);
        const auto say = [&](Severity severity, std::string_view code, std::int64_t count, const std::string& rest) {
            if (count) findings.push_back({severity, code, fmt::format("{}: {} {}", model.name, counted(count, "unit"), rest), {}});
        };
        const auto support = model.supportEnd ? model.supportEnd->display() : std::string();
        say(Severity::Warning, "kept_past_support", units.pastSupport,
            fmt::format("kept past the end of support on {}; the plan replaces them at the start of {}.", support, firstYear));
        say(Severity::Warning, "planned_past_support", units.kept,
            fmt::format("to be kept longer than support, which ends on {}; plan for security and repairs without the maker, or keep them less long.", support));
        say(Severity::Note, "overdue", units.overdue, fmt::format("past their planned life; the plan replaces them at the start of {}.", firstYear));
        say(Severity::Note, "support_ends_first", units.cutShort,
            fmt::format("replaced when support ends on {}, before their planned life of {} years is over.", support, model.usefulLife));
        say(Severity::Warning, "lease_outlives_support", units.leased,
            fmt::format("on a lease that runs beyond the end of support on {}; ask for a shorter term or a newer model.", support));
    }
}

} // namespace tco
