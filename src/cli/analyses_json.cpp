// SPDX-License-Identifier: Apache-2.0

// The analyses of `tco compare --json`.

#include <fmt/format.h>

#include "json_output.hpp"
#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

namespace tco::cli {
namespace {

std::string nameIn(const Comparison& comparison, std::size_t scenario) { return comparison.scenarios[scenario].calculation->name; }

std::string nameOfScenario(const Comparison& comparison, ScenarioId id) {
    for (const auto& scenario : comparison.scenarios)
        if (scenario.calculation->scenario == id) return scenario.calculation->name;
    return {};
}

Json itemJson(const Plan& plan, Kind kind, RawId id) { return {{"id", id}, {"name", nameOf(plan, {kind, id})}}; }

Json valueJson(const FieldRef& ref, const Value& value) { return canonicalText(*findField(ref.item.kind, ref.field), value); }

std::string_view key(BreakEvenKind kind) {
    switch (kind) {
    case BreakEvenKind::DiscountRate: return "discount_rate";
    case BreakEvenKind::LeasePayment: return "lease_payment";
    case BreakEvenKind::LeaseRate: return "lease_rate";
    case BreakEvenKind::Price: return "price";
    case BreakEvenKind::Residual: return "residual";
    case BreakEvenKind::DamageRate: return "damage_rate";
    case BreakEvenKind::Years: return "years";
    }
    return "";
}

Json waterfallJson(const Comparison& comparison, const Analyses& analyses) {
    auto list = Json::array();
    const auto& from = *comparison.scenarios.front().calculation;
    for (std::size_t i = 0; i < analyses.waterfalls.size(); ++i) {
        const auto& to = *comparison.scenarios[i + 1].calculation;
        list.push_back(toJson(analyses.waterfalls[i], {from.name, *from.plan}, {to.name, *to.plan}));
    }
    return list;
}

Json breakEvensJson(const Comparison& comparison, const Analyses& analyses) {
    auto list = Json::array();
    const auto& plan = *comparison.scenarios[analyses.other].calculation->plan;
    for (const auto& solved : analyses.breakEvens)
        list.push_back({{"what", key(solved.kind)},
                        {"input", toJson(plan, solved.field)},
                        {"entered", valueJson(solved.field, solved.entered)},
                        {"value", valueJson(solved.field, solved.value)},
                        {"second_is_cheaper_below", solved.secondIsCheaperBelow}});
    return {{"first", nameIn(comparison, 0)},
            {"second", analyses.other ? Json(nameIn(comparison, analyses.other)) : Json(nullptr)},
            {"solved", std::move(list)},
            {"sentences", breakEvenSentences(comparison, analyses)}};
}

Json sensitivityJson(const Comparison& comparison, const Analyses& analyses) {
    const auto& plan = *comparison.scenarios[analyses.other].calculation->plan;
    auto inputs = Json::array();
    for (const auto& input : analyses.sensitivity)
        inputs.push_back({{"input", toJson(plan, input.field)},
                          {"low", valueJson(input.field, input.low)},
                          {"high", valueJson(input.field, input.high)},
                          {"at_low", toJson(input.atLow)},
                          {"at_high", toJson(input.atHigh)},
                          {"swing", toJson(input.swing)},
                          {"changes_the_winner", input.changesTheWinner}});
    return {
        {"name", nameIn(comparison, analyses.other)}, {"less", analyses.other ? Json(nameIn(comparison, 0)) : Json(nullptr)}, {"inputs", std::move(inputs)}};
}

Json quotesJson(const Comparison& comparison, const Plan& plan, const Analyses& analyses) {
    auto list = Json::array();
    for (const auto& entry : analyses.quotes) {
        auto quotes = Json::array();
        for (const auto& quote : entry.quotes)
            quotes.push_back({{"lease", itemJson(plan, Kind::Lease, quote.lease.value)},
                              {"payment", toJson(quote.payment)},
                              {"total", toJson(quote.total)},
                              {"implicit_rate", quote.implicitRate ? Json(quote.implicitRate->fraction().rounded(6).text()) : Json(nullptr)},
                              {"rate_factor", quote.rateFactor.rounded(6).text()},
                              {"present_value", toJson(quote.presentValue)},
                              {"worst_case", toJson(quote.worstCase)},
                              {"rank", quote.rank},
                              {"worst_rank", quote.worstRank}});
        list.push_back({{"scenario", nameOfScenario(comparison, entry.scenario)},
                        {"model", itemJson(plan, Kind::AssetModel, entry.model.value)},
                        {"units", entry.units},
                        {"quotes", std::move(quotes)}});
    }
    return list;
}

Json exitsJson(const Comparison& comparison, const Plan& plan, const Analyses& analyses) {
    auto list = Json::array();
    for (const auto& use : analyses.leases) {
        auto exits = Json::array();
        for (const auto& exit : use.exits)
            exits.push_back({{"after_years", exit.years},
                             {"paid", toJson(exit.paid)},
                             {"remaining", toJson(exit.remaining)},
                             {"early_return", toJson(exit.earlyReturn)},
                             {"non_appropriation", toJson(exit.nonAppropriation)}});
        list.push_back({{"scenario", nameOfScenario(comparison, use.scenario)},
                        {"lease", itemJson(plan, Kind::Lease, use.lease.value)},
                        {"model", itemJson(plan, Kind::AssetModel, use.model.value)},
                        {"units", use.units},
                        {"exits", std::move(exits)}});
    }
    return list;
}

Json cyclesJson(const Plan& plan, const Analyses& analyses) {
    auto list = Json::array();
    for (const auto& cycle : analyses.cycles) {
        auto rows = Json::array();
        for (const auto& year : cycle.years)
            rows.push_back({{"kept_years", year.years},
                            {"equivalent_annual", toJson(year.equivalentAnnual)},
                            {"marginal", toJson(year.marginal)},
                            {"past_support", year.pastSupport}});
        list.push_back({{"model", itemJson(plan, Kind::AssetModel, cycle.model.value)}, {"best_years", cycle.best}, {"rows", std::move(rows)}});
    }
    return list;
}

Json staffingJson(const Comparison& comparison, const Analyses& analyses) {
    const auto text = [](const std::optional<Decimal>& number) { return number ? Json(number->rounded(4).text()) : Json(nullptr); };
    auto list = Json::array();
    for (std::size_t i = 0; i < analyses.staffing.size(); ++i) {
        const auto& staffing = analyses.staffing[i];
        const auto& ratios = staffing.ratios;
        auto schemes = Json::array();
        for (const auto& estimate : staffing.schemes) schemes.push_back(toJson(estimate));
        list.push_back({{"scenario", nameIn(comparison, i)},
                        {"year", staffing.counts.year.value},
                        {"technology_fte", text(staffing.counts.technologyFte)},
                        {"support_fte", text(staffing.counts.supportFte)},
                        {"devices_per_technician", text(ratios.devicesPerTechnician)},
                        {"clients_per_technician", text(ratios.clientsPerTechnician)},
                        {"students_per_technician", text(ratios.studentsPerTechnician)},
                        {"users_per_technician", text(ratios.usersPerTechnician)},
                        {"sites_per_technician", text(ratios.sitesPerTechnician)},
                        {"students_per_device", text(ratios.studentsPerDevice)},
                        {"clients_per_server", text(ratios.clientsPerServer)},
                        {"schemes", std::move(schemes)}});
    }
    return list;
}

Json coverageJson(const Comparison& comparison, const Analyses& analyses) {
    auto list = Json::array();
    for (std::size_t i = 0; i < analyses.coverage.size(); ++i) {
        const auto& coverage = analyses.coverage[i];
        list.push_back({{"scenario", nameIn(comparison, i)},
                        {"total", toJson(coverage.total)},
                        {"by_confidence", byKey<Confidence>(coverage.byConfidence)},
                        {"no_source", toJson(coverage.noSource)}});
    }
    return list;
}

} // namespace

void addAnalyses(Json& answer, const Comparison& comparison, const Analyses& analyses) {
    const auto& plan = *comparison.scenarios.front().calculation->plan;
    answer["waterfall"] = waterfallJson(comparison, analyses);
    answer["break_evens"] = breakEvensJson(comparison, analyses);
    answer["sensitivity"] = sensitivityJson(comparison, analyses);
    answer["lease_quotes"] = quotesJson(comparison, plan, analyses);
    answer["lease_exits"] = exitsJson(comparison, plan, analyses);
    answer["refresh_cycles"] = cyclesJson(plan, analyses);
    answer["staffing"] = staffingJson(comparison, analyses);
    answer["coverage"] = coverageJson(comparison, analyses);
}

} // namespace tco::cli
