// SPDX-License-Identifier: Apache-2.0
#include "lease.hpp"

namespace tco {

template <Number N> N paymentOf(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, int number) {
    const Lease& lease = *generation.lease;
    const auto perDevice = [&](const Decimal& dollars) {
        const auto& index = context.models.of(*life.model).index->at(context.calendar.yearOf(generation.start));
        return N(numberFrom<N>(generation.bought()) * numberFrom<N>(dollars) * index);
    };
    switch (lease.pricing) {
    case LeasePricing::PaymentPerDevice: return perDevice(*lease.paymentPerDevice);
    case LeasePricing::PaymentList: return perDevice(lease.paymentList.at(std::size_t(number)));
    case LeasePricing::RateFactor: return purchasePrice(context, life, generation) * numberFrom<N>(*lease.rateFactor);
    case LeasePricing::InterestRate: break;
    }
    const N price = purchasePrice(context, life, generation);
    const N residual = lease.contract == LeaseContract::FinancedPurchase ? N(0) : N(price * numberFrom<N>(lease.residual));
    const N yearlyRate = numberFrom<N>(*pricingRate(lease, context.plan.assumptions));
    const N payment = lease.contract == LeaseContract::SinglePayment // one sum, the residual discounted over the whole term
                          ? N(price - residual * finance::discountFactor(N(yearlyRate / N(12)), termMonthsOf(lease)))
                          : finance::levelPayment<N>(price, residual, N(yearlyRate / N(lease.paymentsPerYear)), paymentCount(lease), dueOf(lease.timing));
    return payment < N(0) ? N(0) : payment; // below 0% a residual can be worth more than the price, but a lessor pays nothing
}

Formula paymentWords(const Plan& plan, const CohortLife& life, const Generation& generation, int number) {
    const Lease& lease = *generation.lease;
    const auto which =
        fmt::format("payment {} of {}, {}", number + 1, paymentCount(lease), lease.timing == PaymentTiming::Advance ? "in advance" : "in arrears");
    if (lease.pricing == LeasePricing::PaymentPerDevice || lease.pricing == LeasePricing::PaymentList) {
        const bool isList = lease.pricing == LeasePricing::PaymentList;
        const auto growth = growthOf(plan.assumptions, *life.model);
        const auto year = plan.calendar().yearOf(generation.start);
        Formula formula{fmt::format("{} × {}{} ({})", counted(generation.bought(), "unit"),
                                    displayUnitPrice(isList ? lease.paymentList.at(std::size_t(number)) : *lease.paymentPerDevice),
                                    growthWords(plan, growth, year), which),
                        {cohortField(life, "quantity"), leaseField(lease, isList ? "payment_list" : "payment_per_device")}};
        addGrowthInput(formula, plan, growth, year);
        return formula;
    }
    Formula formula = purchasePriceWords(plan, life, generation);
    if (lease.pricing == LeasePricing::RateFactor) {
        formula.text = fmt::format("({}) × lease rate factor {} ({})", formula.text, display(*lease.rateFactor), which);
        formula.inputs.push_back(leaseField(lease, "rate_factor"));
        return formula;
    }
    const bool single = lease.contract == LeaseContract::SinglePayment;
    const auto rate = *pricingRate(lease, plan.assumptions);
    const auto residual = lease.residual.isZero() || lease.contract == LeaseContract::FinancedPurchase
                              ? std::string()
                              : fmt::format("{} {} residual", single ? " less" : ",", display(lease.residual));
    formula.text = single
                       ? fmt::format("{}{} ({})", formula.text, residual, which)
                       : fmt::format("level payment on {} at {} a year{}, {} a year ({})", formula.text, display(rate), residual, lease.paymentsPerYear, which);
    if (lease.annualRate || single)
        formula.inputs.push_back(leaseField(lease, "annual_rate"));
    else
        formula.inputs.push_back(assumption("borrowing_rate"));
    for (const auto* field : {"residual", "payments", "payments_per_year", "timing"}) formula.inputs.push_back(leaseField(lease, field));
    return formula;
}

Date dueDate(const Lease& lease, Date start, int number) {
    const int months = monthsBetweenPayments(lease);
    return lease.timing == PaymentTiming::Advance ? start.addMonths(number * months) : start.addMonths((number + 1) * months).addDays(-1);
}

template <Number N> std::vector<Part<N>> partsOf(const CohortLife& life, const Lease& lease, Element equipment) {
    if (lease.serviceShare.isZero() && lease.licenceShare.isZero()) return {};
    const N service = numberFrom<N>(lease.serviceShare), licence = numberFrom<N>(lease.licenceShare), rest = N(1) - service - licence;
    std::vector<Part<N>> parts;
    const auto add = [&](const N& weight, CostCategory category, Element element, std::string_view words) {
        if (weight > N(0)) parts.push_back({weight, category, element, LabourFunction::Unassigned, words});
    };
    add(rest, costCategoryOf(*life.model), equipment, "equipment share");
    add(service, CostCategory::Services, Element::Support, "service share");
    add(licence, CostCategory::Software, Element::Licence, "license share");
    return parts;
}

template Decimal paymentOf(const RuleContext<Decimal>&, const CohortLife&, const Generation&, int);
template double paymentOf(const RuleContext<double>&, const CohortLife&, const Generation&, int);
template std::vector<Part<Decimal>> partsOf(const CohortLife&, const Lease&, Element);
template std::vector<Part<double>> partsOf(const CohortLife&, const Lease&, Element);

} // namespace tco
