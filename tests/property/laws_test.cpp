// SPDX-License-Identifier: Apache-2.0

// What must hold for the figures of every plan, tried on random ones.

#include <catch2/catch_all.hpp>

#include <rapidcheck.h>

#include "support/any_plan.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/engine/explanation.hpp"
#include "tco/engine/unrounded.hpp"
#include "tco/exchange/plan_json.hpp"
#include "tco/finance/time_value.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::test;

namespace {

std::vector<Posting> postingsOf(const Calculation& calculation, const PostingFilter& filter = {}) {
    std::vector<Posting> postings;
    for (const auto index : calculation.ledger.find(filter)) postings.push_back(calculation.ledger.at(index));
    return postings;
}

bool samePostings(const std::vector<Posting>& a, const std::vector<Posting>& b) { return std::ranges::equal(a, b, same); }

/// Amounts beyond all bounds are left out, with a finding; laws about sums are about the other plans.
bool isComplete(const Calculation& calculation) {
    return std::ranges::none_of(calculation.findings, [](const Finding& finding) { return finding.code == "amount_too_large"; });
}

Money costOf(const Plan& plan, Element element) {
    const auto calculation = calculate(plan, {});
    RC_PRE(isComplete(*calculation));
    return calculation->ledger.sum({.element = element}).nominal;
}

/// Adds up the parts and compares them with the whole, in cents.
class Breakdown {
  public:
    explicit Breakdown(const CostLedger& ledger) : m_ledger(ledger) {}
    void add(const PostingFilter& filter) {
        const auto sum = m_ledger.sum(filter);
        m_sum.nominal += sum.nominal;
        m_sum.presentValue += sum.presentValue;
        m_sum.postings += sum.postings;
    }
    bool isWhole() const {
        const auto whole = m_ledger.sum();
        return m_sum.nominal == whole.nominal && m_sum.presentValue == whole.presentValue && m_sum.postings == whole.postings;
    }

  private:
    const CostLedger& m_ledger;
    Sum m_sum;
};

/// Sum of the amounts without their signs, in dollars.
double magnitudeOf(const std::vector<Posting>& postings, Money Posting::*amount) {
    double cents = 1;
    for (const auto& posting : postings) cents += std::abs(double((posting.*amount).cents()));
    return cents / 100;
}

} // namespace

TEST_CASE("The parts of any breakdown add up to the total, in cents") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        Breakdown byYear(calculation->ledger), byCategory(calculation->ledger), byElement(calculation->ledger), byItem(calculation->ledger),
            bySite(calculation->ledger), byDirect(calculation->ledger);
        for (auto year = plan.firstYear(); year <= calculation->plan->lastYear(); year = year + 1) byYear.add({.year = year});
        for (std::size_t i = 0; i < costCategoryCount; ++i) byCategory.add({.category = CostCategory(i)});
        for (std::size_t i = 0; i < elementCount; ++i) byElement.add({.element = Element(i)});
        for (const Kind kind : {Kind::Cohort, Kind::Position, Kind::Agreement, Kind::Incident, Kind::UserGroup})
            for (const auto item : itemsOf(plan, kind)) byItem.add({.item = item});
        bySite.add({.site = SiteId{}});
        for (const auto& site : plan.sites) bySite.add({.site = site.id});
        for (const bool direct : {true, false}) byDirect.add({.direct = direct});
        for (const auto* breakdown : {&byYear, &byCategory, &byElement, &byItem, &bySite, &byDirect}) RC_ASSERT(breakdown->isWhole());
    }));
}

TEST_CASE("The figures are sums of postings") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        const auto& ledger = calculation->ledger;
        const auto figures = figuresOf(*calculation);
        RC_ASSERT(figures.nominal == ledger.sum().nominal);
        RC_ASSERT(figures.presentValue == ledger.sum().presentValue);
        RC_ASSERT(figures.direct + figures.indirect == figures.nominal);
        Money years, presentValues, peak = figures.years.front().nominal;
        for (const auto& year : figures.years) {
            RC_ASSERT(year.nominal == ledger.sum({.year = year.year}).nominal);
            Money categories;
            for (const auto part : year.byCategory) categories += part;
            RC_ASSERT(categories == year.nominal);
            years += year.nominal;
            presentValues += year.presentValue;
            peak = std::max(peak, year.nominal);
        }
        RC_ASSERT(years == figures.nominal);
        RC_ASSERT(presentValues == figures.presentValue);
        RC_ASSERT(peak == figures.peak);
        for (std::size_t i = 0; i < elementCount; ++i) RC_ASSERT(figures.byElement[i] == ledger.sum({.element = Element(i)}).nominal);

        // The equivalent annual cost has the present value that it stands for.
        const auto rate = calculation->plan->assumptions.discountRate.value_or(Rate()).fraction();
        const auto factor = finance::annuityFactor(rate, plan.district.horizon, finance::Due::InArrears);
        const auto gap = figures.equivalentAnnual.dollars() * factor - figures.presentValue.dollars();
        const auto halfCent = Decimal::of("0.0050001") * factor;
        RC_ASSERT(gap <= halfCent);
        RC_ASSERT(-gap <= halfCent);
    }));
}

TEST_CASE("Every posting lies in the plan, in the fiscal year of its date") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calendar = plan.calendar();
        for (const auto& posting : postingsOf(*calculate(plan, anyScenario(plan)))) {
            RC_ASSERT(posting.year == calendar.yearOf(posting.date));
            RC_ASSERT(posting.year >= plan.firstYear());
            RC_ASSERT(posting.year <= plan.lastYear());
        }
    }));
}

TEST_CASE("A scenario without overrides equals its parent, posting by posting") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        const auto parent = anyScenario(plan);
        const ScenarioId child{maxRawId};
        addItem(plan, {Kind::Scenario, child.value});
        plan.scenarios.back().name = "The same";
        plan.scenarios.back().parent = parent;
        RC_ASSERT(samePostings(postingsOf(*calculate(plan, child)), postingsOf(*calculate(plan, parent))));
    }));
}

TEST_CASE("Writing a plan as text and reading it changes no figure") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto text = planToJson(plan);
        const auto read = planFromJson(text, "plan.json");
        RC_ASSERT(read.has_value());
        RC_ASSERT(planToJson(*read) == text);
        const auto scenario = anyScenario(plan);
        RC_ASSERT(samePostings(postingsOf(*calculate(*read, scenario)), postingsOf(*calculate(plan, scenario))));
    }));
}

TEST_CASE("An item costs the same whatever else is in the plan") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        RC_PRE(!plan.cohorts.empty());
        plan.agreements.clear(); // some are counted by devices
        plan.userGroups.clear(); // and thin support by devices, too
        const ItemRef removed{Kind::Cohort, anyOf(plan.cohorts).id.value};
        auto before = postingsOf(*calculate(plan, {}));
        std::erase_if(before, [&](const Posting& posting) { return posting.item == removed; });
        removeItem(plan, removed);
        RC_ASSERT(samePostings(postingsOf(*calculate(plan, {})), before));
    }));
}

TEST_CASE("At a discount rate of zero present value is the nominal cost") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        plan.assumptions.discountRate = Rate();
        for (const auto& posting : postingsOf(*calculate(plan, {}))) RC_ASSERT(posting.presentValue == posting.amount);
    }));
}

TEST_CASE("Over lives that lie inside the plan the annualised view costs what is paid, to the cent") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        RC_PRE(!plan.assetModels.empty());
        plan.district.horizon = 20;
        plan.cohorts.clear();
        for (auto& lease : plan.leases) {
            lease.termMonths.reset();
            lease.renewalMonths = std::min(lease.renewalMonths, 24);
        }
        for (auto& model : plan.assetModels) {
            model.supportEnd.reset();
            model.usefulLife = std::min(model.usefulLife, 15);
            plan.cohorts.push_back({.id = CohortId{model.id.value},
                                    .model = model.id,
                                    .inService = plan.firstDay().addDays(*rc::gen::inRange(0, 300)),
                                    .quantity = *rc::gen::inRange(0, 5000),
                                    .refresh = RefreshPolicy::Retire});
        }
        const auto calculation = calculate(plan, {});
        RC_PRE(isComplete(*calculation));
        for (const auto& cohort : plan.cohorts) {
            const PostingFilter its{.item = ItemRef{Kind::Cohort, cohort.id.value}};
            RC_ASSERT(calculation->ledger.sum(its).nominal == calculation->annualised.sum(its).nominal);
        }
    }));
}

TEST_CASE("What runs from day to day is the same in both views") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        plan.agreements.clear(); // they are paid for months ahead or behind
        const auto calculation = calculate(plan, anyScenario(plan));
        RC_PRE(isComplete(*calculation));
        for (const auto element :
             {Element::Labour, Element::Repair, Element::Loss, Element::Energy, Element::Supplies, Element::IncidentLoss, Element::Downtime})
            RC_ASSERT(calculation->ledger.sum({.element = element}).nominal == calculation->annualised.sum({.element = element}).nominal);
    }));
}

TEST_CASE("Indirect cost is never in the budget, and leaving it out changes nothing direct") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        const auto before = calculate(plan, {});
        RC_PRE(isComplete(*before));
        plan.userGroups.clear();
        plan.incidents.clear();
        const auto after = calculate(plan, {});
        RC_ASSERT(after->ledger.sum({.direct = false}).postings == 0);
        RC_ASSERT(after->ledger.sum({.direct = true}).nominal == before->ledger.sum({.direct = true}).nominal);
    }));
}

TEST_CASE("A higher discount rate never raises the present value of a cost") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        const auto percent = *rc::gen::inRange(0, 20);
        plan.assumptions.discountRate = Rate::percent(percent);
        const auto low = postingsOf(*calculate(plan, {}));
        plan.assumptions.discountRate = Rate::percent(percent + 1);
        const auto high = postingsOf(*calculate(plan, {}));
        RC_ASSERT(low.size() == high.size());
        for (std::size_t i = 0; i < low.size(); ++i) {
            RC_ASSERT(magnitude(high[i].presentValue) <= magnitude(low[i].presentValue));
            RC_ASSERT(magnitude(low[i].presentValue) <= magnitude(low[i].amount));
        }
    }));
}

TEST_CASE("More units never cost less to buy, deploy, repair and dispose of") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        RC_PRE(!plan.cohorts.empty());
        // A loan whose payments do not cover its interest has negative principal, and so have the parts of it.
        for (auto& lease : plan.leases) lease.serviceShare = lease.licenceShare = Rate();
        auto more = plan;
        more.cohorts[std::size_t(&anyOf(plan.cohorts) - plan.cohorts.data())].quantity += *rc::gen::inRange(1, 500);
        for (const auto element : {Element::Acquire, Element::Deploy, Element::Licence, Element::Support, Element::Repair, Element::Loss, Element::Dispose})
            RC_ASSERT(costOf(more, element) >= costOf(plan, element));
    }));
}

TEST_CASE("A higher price never lowers what purchases cost, nor raises what they bring back at the end") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        RC_PRE(!plan.assetModels.empty());
        auto dearer = plan;
        dearer.assetModels[std::size_t(&anyOf(plan.assetModels) - plan.assetModels.data())].unitPrice += Money::fromCents(*rc::gen::inRange(1, 100'00));
        RC_ASSERT(costOf(dearer, Element::Acquire) >= costOf(plan, Element::Acquire));
        RC_ASSERT(costOf(dearer, Element::Loss) >= costOf(plan, Element::Loss));
        RC_ASSERT(costOf(dearer, Element::Recover) <= costOf(plan, Element::Recover)); // a larger credit
    }));
}

TEST_CASE("Keeping units a year longer never means putting more of them into service") {
    const auto refreshed = [](const Plan& plan) {
        std::int64_t units = 0;
        for (const auto& year : figuresOf(*calculate(plan, {})).years) units += year.refreshed;
        return units;
    };
    CHECK(rc::check([&] {
        auto plan = anyPlan();
        RC_PRE(!plan.assetModels.empty());
        auto& model = anyOf(plan.assetModels);
        RC_PRE(model.usefulLife < 30);
        const auto before = refreshed(plan);
        ++model.usefulLife;
        RC_ASSERT(refreshed(plan) <= before);
    }));
}

TEST_CASE("More people or higher salaries never cost less") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        RC_PRE(!plan.positions.empty());
        const auto before = costOf(plan, Element::Labour);
        auto& position = anyOf(plan.positions);
        position.fte += Decimal(*rc::gen::inRange(0, 3));
        position.salary += Money::fromDollars(*rc::gen::inRange(0, 5000));
        RC_ASSERT(costOf(plan, Element::Labour) >= before);
    }));
}

TEST_CASE("Decimal and double agree, and cents are rounded once per posting") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        RC_PRE(isComplete(*calculation));
        const auto exact = unroundedTotals<Decimal>(*calculation->plan);
        const auto fast = unroundedTotals<double>(*calculation->plan);
        const auto postings = postingsOf(*calculation);
        RC_ASSERT(std::abs(exact.nominal.toDouble() - fast.nominal) <= 1e-9 * magnitudeOf(postings, &Posting::amount));
        RC_ASSERT(std::abs(exact.presentValue.toDouble() - fast.presentValue) <= 1e-9 * magnitudeOf(postings, &Posting::presentValue));

        const auto total = calculation->ledger.sum();
        const auto gap = total.nominal.dollars() - exact.nominal;
        const auto allowed = Decimal::of("0.005") * Decimal(std::int64_t(total.postings));
        RC_ASSERT(gap <= allowed);
        RC_ASSERT(-gap <= allowed);
    }));
}

TEST_CASE("A total opens to lines that add up to it, and each posting explains itself") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        PostingFilter filter;
        if (*rc::gen::arbitrary<bool>()) filter.year = plan.firstYear() + *rc::gen::inRange(0, plan.district.horizon);
        if (*rc::gen::arbitrary<bool>()) filter.element = Element(*rc::gen::inRange<int>(0, int(elementCount)));
        const auto explained = explainTotal(*calculation, filter);
        const auto expected = calculation->ledger.sum(filter);
        Sum lines;
        std::vector<std::size_t> postings;
        for (const auto& line : explained.lines) {
            lines.nominal += line.sum.nominal;
            lines.presentValue += line.sum.presentValue;
            postings.insert(postings.end(), line.postings.begin(), line.postings.end());
        }
        RC_ASSERT(explained.total.nominal == expected.nominal);
        RC_ASSERT(lines.nominal == expected.nominal);
        RC_ASSERT(lines.presentValue == expected.presentValue);
        std::ranges::sort(postings);
        RC_ASSERT(postings == calculation->ledger.find(filter));

        RC_PRE(!postings.empty());
        const auto index = postings[*rc::gen::inRange<std::size_t>(0, postings.size())];
        const auto explanation = Explainer(*calculation).posting(index);
        RC_ASSERT(same(explanation.posting, calculation->ledger.at(index)));
        RC_ASSERT(explanation.formula.ends_with("= " + display(explanation.posting.amount, MoneyStyle::Cents)));
        RC_ASSERT(!explanation.inputs.empty());
    }));
}

TEST_CASE("Differences between scenarios add up, and a scenario does not differ from itself") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto first = anyScenario(plan), second = anyScenario(plan);
        const auto comparison = compare(plan, {first, second, first});
        for (const auto& scenario : comparison.scenarios) {
            Money years, categories;
            for (const auto difference : scenario.yearlyDifference) years += difference;
            for (const auto difference : scenario.categoryDifference) categories += difference;
            RC_ASSERT(years == scenario.nominalDifference);
            RC_ASSERT(categories == scenario.nominalDifference);
        }
        RC_ASSERT(comparison.scenarios.back().nominalDifference.isZero());
        RC_ASSERT(comparison.scenarios.back().presentValueDifference.isZero());
        const auto lowest = comparison.scenarios[comparison.cheapest()].figures.presentValue;
        for (const auto& scenario : comparison.scenarios) RC_ASSERT(lowest <= scenario.figures.presentValue);
    }));
}
