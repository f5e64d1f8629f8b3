// SPDX-License-Identifier: Apache-2.0

// The answer in words. Every number in it stands in a table of the report too.

#include "tco/report/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

using words::amount, words::nameOf;

using words::isDiscounted, words::moreOrLess;

/// The answer speaks of what the budget pays.
const Totals& budgetOf(const ComparedScenario& scenario) { return scenario.figures.budget; }

std::string peakOf(const ComparedScenario& scenario) {
    return fmt::format("{} in {}", amount(budgetOf(scenario).peak), budgetOf(scenario).peakYear.shortLabel());
}

std::string answerForOne(const ComparedScenario& only) {
    const auto& budget = budgetOf(only);
    const auto years = only.figures.years.size();
    auto text = fmt::format("Over {} {} costs {}", words::years(years), nameOf(only), amount(budget.nominal));
    if (isDiscounted(only.figures)) text += fmt::format(" ({} in today’s money)", amount(budget.presentValue));
    if (words::isLevel(only.figures) && years > 1) return text + fmt::format(", {} in every year.", amount(budget.peak));
    return text + fmt::format(", {} a year on average. The highest year is {}.", amount(budget.averagePerYear), peakOf(only));
}

/// "in today’s money the difference is …"; empty when nothing is discounted.
std::string presentValueClause(const ComparedScenario& first, const ComparedScenario& other) {
    if (!isDiscounted(first.figures) && !isDiscounted(other.figures)) return {};
    const auto nominal = budgetOf(other).nominal - budgetOf(first).nominal, present = budgetOf(other).presentValue - budgetOf(first).presentValue;
    if (present.isZero()) return nominal.isZero() ? ", in today’s money too" : "; in today’s money both cost the same";
    const bool agrees = !nominal.isZero() && nominal.isNegative() == present.isNegative();
    if (agrees) return fmt::format("; in today’s money the difference is {}", amount(magnitude(present)));
    return fmt::format(", but in today’s money it costs {} {}", amount(magnitude(present)), moreOrLess(present));
}

std::string answerForTwo(const ComparedScenario& first, const ComparedScenario& other) {
    const auto over = "Over " + words::years(first.figures.years.size());
    const auto &a = budgetOf(first), &b = budgetOf(other);
    const auto difference = b.nominal - a.nominal;
    std::string text;
    if (difference.isZero())
        text = fmt::format("{} {} costs the same as {} ({})", over, nameOf(other), nameOf(first), amount(a.nominal));
    else
        text = fmt::format("{} {} costs {} {} than {} ({} against {})", over, nameOf(other), amount(magnitude(difference)), moreOrLess(difference),
                           nameOf(first), amount(b.nominal), amount(a.nominal));
    text += presentValueClause(first, other) + ". ";
    if (a.peak == b.peak && a.peakYear == b.peakYear) return text + fmt::format("The highest year of both is {}.", peakOf(first));
    return text + fmt::format("The highest year of {} is {}; of {} it is {}.", nameOf(other), peakOf(other), nameOf(first), peakOf(first));
}

std::string answerForMany(const std::vector<ComparedScenario>& scenarios) {
    const auto& best = *std::ranges::min_element(scenarios, {}, [](const auto& scenario) { return budgetOf(scenario).presentValue; });
    std::vector<std::string> others, equal;
    for (const auto& scenario : scenarios) {
        const auto more = budgetOf(scenario).presentValue - budgetOf(best).presentValue;
        if (&scenario == &best) continue;
        if (more.isZero())
            equal.push_back(nameOf(scenario));
        else
            others.push_back(fmt::format("{} by {}", nameOf(scenario), amount(more)));
    }
    const bool discounted = std::ranges::any_of(scenarios, [](const auto& scenario) { return isDiscounted(scenario.figures); });
    auto text = fmt::format("Of the {} options {} costs least over {}: {}{}", words::number(scenarios.size()), nameOf(best),
                            words::years(best.figures.years.size()), amount(budgetOf(best).presentValue), discounted ? " in today’s money" : "");
    text += equal.empty() ? "." : fmt::format(", and {} the same.", words::listed(equal));
    if (!others.empty()) text += fmt::format(" {}: {}.", others.size() == 1 ? "The other costs more" : "The others cost more", words::listed(others));
    const auto lowest = std::ranges::min_element(scenarios, {}, [](const auto& scenario) { return budgetOf(scenario).nominal; });
    if (budgetOf(*lowest).nominal < budgetOf(best).nominal)
        text += fmt::format(" The lowest total of payments, before discounting, is {} for {}.", amount(budgetOf(*lowest).nominal), nameOf(*lowest));
    const auto flattest = std::ranges::min_element(scenarios, {}, [](const auto& scenario) { return budgetOf(scenario).peak; });
    return text + fmt::format(" The lowest peak year is that of {}: {}.", nameOf(*flattest), peakOf(*flattest));
}

/// What people's time and expected losses add, which no budget shows.
std::string indirectSentence(const Comparison& comparison) {
    if (!words::hasIndirect(comparison)) return {};
    const auto& scenarios = comparison.scenarios;
    const auto& first = scenarios.front();
    if (scenarios.size() == 1)
        return fmt::format(" Indirect cost, that is people’s time and expected losses, adds {}; it is no part of the budget.", amount(first.figures.indirect));
    const std::string counted = " With indirect cost, that is people’s time and expected losses outside the budget,";
    if (scenarios.size() == 2) {
        const auto difference = scenarios[1].nominalDifference;
        if (difference.isZero()) return fmt::format("{} both cost the same.", counted);
        return fmt::format("{} {} costs {} {} ({} against {}).", counted, nameOf(scenarios[1]), amount(magnitude(difference)), moreOrLess(difference),
                           amount(scenarios[1].figures.nominal), amount(first.figures.nominal));
    }
    const auto& best = scenarios[comparison.cheapest()];
    return fmt::format("{} {} costs least: {}{}.", counted, nameOf(best), amount(best.figures.presentValue),
                       isDiscounted(best.figures) ? " in today’s money" : "");
}

bool leases(const ComparedScenario& scenario) { return !scenario.figures.byElement[std::size_t(Element::Lease)].isZero(); }

std::string perPayment(int paymentsPerYear) {
    switch (paymentsPerYear) {
    case 1: return "per device and year";
    case 2: return "per device and half-year";
    case 4: return "per device and quarter";
    case 12: return "per device and month";
    default: return "per device and payment";
    }
}

std::string breakEvenBetween(const ComparedScenario& buy, const ComparedScenario& lease) {
    const auto solved = breakEvenPayment(buy, lease);
    if (!solved) return {};
    if (!solved->breakEvenPerUnit.isZero() && solved->breakEvenPerUnit.isNegative())
        return fmt::format("No lease payment, however low, makes {} cost less than {} in today’s money.", nameOf(lease), nameOf(buy));
    const auto breakEven = displayUnitPrice(solved->breakEvenPerUnit.rounded(2)), quoted = displayUnitPrice(solved->quotedPerUnit.rounded(2));
    const auto unit = perPayment(solved->paymentsPerYear);
    if (breakEven == quoted)
        return fmt::format("In today’s money {} and {} cost the same at the quoted lease payment of {} {}.", nameOf(lease), nameOf(buy), quoted, unit);
    if (solved->quotedPerUnit > solved->breakEvenPerUnit)
        return fmt::format("In today’s money {} costs less than {} only if the lease payment is below {} {}; it is {} now.", nameOf(lease), nameOf(buy),
                           breakEven, unit, quoted);
    return fmt::format("In today’s money {} costs less than {} as long as the lease payment is below {} {}; it is {} now.", nameOf(lease), nameOf(buy),
                       breakEven, unit, quoted);
}

} // namespace

std::string answerSentence(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    if (scenarios.empty()) return "There is nothing to compare yet.";
    if (scenarios.front().figures.years.empty()) return "The plan covers no years yet.";
    const auto budget = scenarios.size() == 1   ? answerForOne(scenarios[0])
                        : scenarios.size() == 2 ? answerForTwo(scenarios[0], scenarios[1])
                                                : answerForMany(scenarios);
    return budget + indirectSentence(comparison);
}

std::vector<std::string> leasePaymentSentences(const Comparison& comparison) {
    std::vector<std::string> sentences;
    // Only a scenario without lease payments has a cost that does not move with them.
    const auto buy = std::ranges::find_if_not(comparison.scenarios, leases);
    if (buy == comparison.scenarios.end()) return sentences;
    for (const auto& scenario : comparison.scenarios)
        if (leases(scenario))
            if (auto sentence = breakEvenBetween(*buy, scenario); !sentence.empty()) sentences.push_back(std::move(sentence));
    return sentences;
}

} // namespace tco
