// SPDX-License-Identifier: Apache-2.0

// The answer in words. Every number in it stands in a table of the report too.

#include "tco/report/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

using words::amount, words::magnitude, words::nameOf;

std::string peakOf(const ComparedScenario& scenario) { return fmt::format("{} in {}", amount(scenario.figures.peak), scenario.figures.peakYear.shortLabel()); }

/// Present value says something new only where money is discounted.
bool isDiscounted(const ComparedScenario& scenario) { return scenario.figures.presentValue != scenario.figures.nominal; }

std::string answerForOne(const ComparedScenario& only) {
    const auto& figures = only.figures;
    auto text = fmt::format("Over {} {} costs {}", words::years(figures.years.size()), nameOf(only), amount(figures.nominal));
    if (isDiscounted(only)) text += fmt::format(" ({} in today’s money)", amount(figures.presentValue));
    if (words::isLevel(figures) && figures.years.size() > 1) return text + fmt::format(", {} in every year.", amount(figures.peak));
    return text + fmt::format(", {} a year on average. The highest year is {}.", amount(figures.averagePerYear), peakOf(only));
}

std::string moreOrLess(Money difference) { return difference.isNegative() ? "less" : "more"; }

/// "in today’s money the difference is …"; empty when nothing is discounted.
std::string presentValueClause(const ComparedScenario& first, const ComparedScenario& other) {
    if (!isDiscounted(first) && !isDiscounted(other)) return {};
    const auto nominal = other.nominalDifference, present = other.presentValueDifference;
    if (present.isZero()) return nominal.isZero() ? ", in today’s money too" : "; in today’s money both cost the same";
    const bool agrees = !nominal.isZero() && nominal.isNegative() == present.isNegative();
    if (agrees) return fmt::format("; in today’s money the difference is {}", amount(magnitude(present)));
    return fmt::format(", but in today’s money it costs {} {}", amount(magnitude(present)), moreOrLess(present));
}

std::string answerForTwo(const ComparedScenario& first, const ComparedScenario& other) {
    const auto over = "Over " + words::years(first.figures.years.size());
    std::string text;
    if (other.nominalDifference.isZero())
        text = fmt::format("{} {} costs the same as {} ({})", over, nameOf(other), nameOf(first), amount(first.figures.nominal));
    else
        text = fmt::format("{} {} costs {} {} than {} ({} against {})", over, nameOf(other), amount(magnitude(other.nominalDifference)),
                           moreOrLess(other.nominalDifference), nameOf(first), amount(other.figures.nominal), amount(first.figures.nominal));
    text += presentValueClause(first, other) + ". ";
    const auto &a = first.figures, &b = other.figures;
    if (a.peak == b.peak && a.peakYear == b.peakYear) return text + fmt::format("The highest year of both is {}.", peakOf(first));
    return text + fmt::format("The highest year of {} is {}; of {} it is {}.", nameOf(other), peakOf(other), nameOf(first), peakOf(first));
}

std::string answerForMany(const std::vector<ComparedScenario>& scenarios, std::size_t cheapest) {
    const auto& best = scenarios[cheapest];
    std::vector<std::string> others, equal;
    for (const auto& scenario : scenarios) {
        const auto more = scenario.figures.presentValue - best.figures.presentValue;
        if (&scenario == &best) continue;
        if (more.isZero())
            equal.push_back(nameOf(scenario));
        else
            others.push_back(fmt::format("{} by {}", nameOf(scenario), amount(more)));
    }
    const bool discounted = std::ranges::any_of(scenarios, isDiscounted);
    auto text = fmt::format("Of the {} options {} costs least over {}: {}{}", words::number(scenarios.size()), nameOf(best),
                            words::years(best.figures.years.size()), amount(best.figures.presentValue), discounted ? " in today’s money" : "");
    text += equal.empty() ? "." : fmt::format(", and {} the same.", words::listed(equal));
    if (!others.empty()) text += fmt::format(" {}: {}.", others.size() == 1 ? "The other costs more" : "The others cost more", words::listed(others));
    const auto lowest = std::ranges::min_element(scenarios, {}, [](const auto& scenario) { return scenario.figures.nominal; });
    if (lowest->figures.nominal < best.figures.nominal)
        text += fmt::format(" The lowest total of payments, before discounting, is {} for {}.", amount(lowest->figures.nominal), nameOf(*lowest));
    const auto flattest = std::ranges::min_element(scenarios, {}, [](const auto& scenario) { return scenario.figures.peak; });
    return text + fmt::format(" The lowest peak year is that of {}: {}.", nameOf(*flattest), peakOf(*flattest));
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
    switch (scenarios.size()) {
    case 1: return answerForOne(scenarios[0]);
    case 2: return answerForTwo(scenarios[0], scenarios[1]);
    default: return answerForMany(scenarios, comparison.cheapest());
    }
}

std::string breakEvenSentence(const Comparison& comparison) {
    // Only a scenario without lease payments has a cost that does not move with them.
    const auto buy = std::ranges::find_if_not(comparison.scenarios, leases);
    if (buy == comparison.scenarios.end()) return {};
    std::string text;
    for (const auto& scenario : comparison.scenarios)
        if (leases(scenario))
            if (const auto sentence = breakEvenBetween(*buy, scenario); !sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

} // namespace tco
