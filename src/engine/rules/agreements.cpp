// SPDX-License-Identifier: Apache-2.0

// Agreements: circuits, cloud, software, services, insurance. A yearly price, counted in total or per head, paid in parts; or
// a list of payments. Set-up at the start, an exit cost at the end.

#include "agreements.hpp"

#include "tco/model/lease_terms.hpp"

namespace tco {

AgreementPlace placeOf(AgreementKind kind) {
    switch (kind) {
    case AgreementKind::Circuit: return {CostCategory::Network, Element::Connect, PriceKind::Services};
    case AgreementKind::Cloud: return {CostCategory::ServersAndCloud, Element::Subscription, PriceKind::Software};
    case AgreementKind::Software: return {CostCategory::Software, Element::Subscription, PriceKind::Software};
    case AgreementKind::Maintenance: return {CostCategory::Services, Element::Support, PriceKind::Services};
    case AgreementKind::Outsourcing: return {CostCategory::Services, Element::Outsource, PriceKind::Services};
    case AgreementKind::Consulting: return {CostCategory::Services, Element::Consult, PriceKind::Services};
    case AgreementKind::Insurance: return {CostCategory::Services, Element::Insurance, PriceKind::Services};
    case AgreementKind::Training: return {CostCategory::Services, Element::Training, PriceKind::Services};
    case AgreementKind::Supplies: return {CostCategory::Devices, Element::Supplies, PriceKind::Services};
    case AgreementKind::Energy: return {CostCategory::ServersAndCloud, Element::Energy, PriceKind::Energy};
    case AgreementKind::DeviceContract: return {CostCategory::Devices, Element::Lease, PriceKind::Services};
    case AgreementKind::Security: return {CostCategory::Security, Element::Control, PriceKind::Software};
    case AgreementKind::CyberInsurance: return {CostCategory::Security, Element::Insurance, PriceKind::Services};
    case AgreementKind::Other: break;
    }
    return {CostCategory::Services, Element::Support, PriceKind::Services};
}

std::int64_t headsOf(AgreementBasis basis, const YearCounts& counts, std::size_t sites) {
    switch (basis) {
    case AgreementBasis::Total: break;
    case AgreementBasis::PerStudent: return counts.students;
    case AgreementBasis::PerStaff: return counts.staff;
    case AgreementBasis::PerUser: return counts.users();
    case AgreementBasis::PerClient: return counts.clients;
    case AgreementBasis::PerDevice: return counts.devices;
    case AgreementBasis::PerSite: return std::int64_t(sites);
    }
    return 1;
}

Date endOfCommitment(const Agreement& agreement, const ContractChanges& changes, Date start, Date after) {
    if (!agreement.commitmentMonths) return after;
    int months = 0;
    do {
        months += monthsOfTerm(changes, start, months, *agreement.commitmentMonths);
    } while (start.addMonths(months) < after);
    return start.addMonths(months);
}

namespace {

std::string_view headWords(AgreementBasis basis) {
    switch (basis) {
    case AgreementBasis::Total: break;
    case AgreementBasis::PerStudent: return "students";
    case AgreementBasis::PerStaff: return "employees";
    case AgreementBasis::PerUser: return "users";
    case AgreementBasis::PerClient: return "computers";
    case AgreementBasis::PerDevice: return "devices";
    case AgreementBasis::PerSite: return "sites";
    }
    return {};
}

ItemRef itemOf(const Agreement& agreement) { return {Kind::Agreement, agreement.id.value}; }
FieldKey field(const Agreement& agreement, std::string_view key) { return {itemOf(agreement), key}; }

Growth growthOf(const Assumptions& assumptions, const Agreement& agreement) {
    if (!agreement.escalator) return growthOf(assumptions, placeOf(agreement.kind).prices);
    return {*agreement.escalator, field(agreement, "escalator"), "its own price change"};
}

template <Number N> Draft<N> draftOf(const Agreement& agreement, Date date, N amount, Element element, bool recurring, BookRole role) {
    return {.date = date,
            .amount = std::move(amount),
            .item = itemOf(agreement),
            .category = placeOf(agreement.kind).category,
            .element = element,
            .recurring = recurring,
            .site = agreement.site,
            .role = role};
}

/// The days on which it runs, as far as the plan reaches, and what changes in it.
struct Run {
    Date start, end; ///< [start, end)
    ContractChanges changes;
};
template <Number N> Run runOf(const RuleContext<N>& context, const Agreement& agreement) {
    const Date start = context.startOf(agreement);
    auto changes = context.changesOf(agreement);
    Date end = agreement.end ? agreement.end->addDays(1) : context.lastDay.addDays(1);
    if (!agreement.end) end = endOfCommitment(agreement, changes, start, end);
    return {start, std::max(start, end), std::move(changes)};
}

/// Calls `visit(number, from, until, periodEnd)` for each period for which is paid, the last one cut off where it ends.
template <class Visit> void forEachPeriod(const Agreement& agreement, const Run& run, std::optional<Date> firstDay, Visit visit) {
    const int months = 12 / agreement.paymentsPerYear;
    for (int number = 0;; ++number) {
        const Date from = run.start.addMonths(number * months), next = run.start.addMonths((number + 1) * months);
        if (from >= run.end) return;
        if (!firstDay || next >= *firstDay) visit(number, from, std::min(next, run.end), next);
    }
}

template <Number N> void postList(const Agreement& agreement, const Run& run, PostingSink<N>& sink) {
    const auto& payments = agreement.paymentList.values();
    const int months = 12 / agreement.paymentsPerYear;
    const auto place = placeOf(agreement.kind);
    for (int number = 0; number < int(payments.size()); ++number) {
        const Date from = run.start.addMonths(number * months), until = run.start.addMonths((number + 1) * months);
        if (agreement.end && from >= run.end) return;
        const auto& payment = payments[std::size_t(number)];
        auto draft = draftOf<N>(agreement, agreement.timing == PaymentTiming::Advance ? from : until.addDays(-1),
                                numberFrom<N>(payment) * paymentFactor<N>(run.changes, from), place.element, true, BookRole::Agreement);
        draft.from = from;
        draft.until = until;
        sink.post(draft, [&] {
            Formula formula{fmt::format("payment {} of {} in the list: {}", number + 1, payments.size(), display(payment, MoneyStyle::Cents)),
                            {field(agreement, "payment_list")}};
            addChangeWords(formula, run.changes, from);
            return formula;
        });
    }
}

template <Number N> void postAmount(const RuleContext<N>& context, const Agreement& agreement, const Run& run, PostingSink<N>& sink) {
    const auto place = placeOf(agreement.kind);
    const auto growth = growthOf(context.plan.assumptions, agreement);
    const auto own = agreement.escalator ? std::optional<PriceIndex<N>>(std::in_place, growth.rate, context.plan.district) : std::nullopt;
    const PriceIndex<N>& index = own ? *own : context.prices.of(place.prices);
    const auto sites = context.plan.sites.size();
    const N perPayment = numberFrom<N>(agreement.amount) * numberFrom<N>(agreement.coverage.value_or(Rate(1))) / N(agreement.paymentsPerYear);
    const auto noEarlier = context.wholeContracts ? std::nullopt : std::optional(context.firstDay);
    forEachPeriod(agreement, run, noEarlier, [&](int, Date from, Date until, Date periodEnd) {
        const auto year = context.calendar.yearOf(from);
        const auto heads = headsOf(agreement.basis, context.countsIn(year), sites);
        N amount = perPayment * numberFrom<N>(heads) * index.at(year);
        const bool isCut = until != periodEnd;
        if (isCut) amount = amount * N(daysBetween(from, until)) / N(daysBetween(from, periodEnd));
        if (!run.changes.empty()) amount = amount * paymentFactor<N>(run.changes, from);
        auto draft = draftOf<N>(agreement, agreement.timing == PaymentTiming::Advance ? from : until.addDays(-1), std::move(amount), place.element, true,
                                BookRole::Agreement);
        draft.from = from;
        draft.until = until;
        sink.post(draft, [&] {
            Formula formula{displayUnitPrice(agreement.amount) + " a year", {field(agreement, "amount")}};
            if (agreement.basis != AgreementBasis::Total) {
                formula.text = fmt::format("{} {} × {}", displayCount(heads), headWords(agreement.basis), formula.text);
                formula.inputs.push_back(field(agreement, "basis"));
            }
            if (agreement.coverage) {
                formula.text += fmt::format(" × {} covered", display(*agreement.coverage));
                formula.inputs.push_back(field(agreement, "coverage"));
            }
            if (agreement.paymentsPerYear > 1) formula.text += fmt::format(" ÷ {} payments a year", agreement.paymentsPerYear);
            formula.text += growthWords(context.plan, growth, year);
            if (isCut) formula.text += fmt::format(" × {} of {} days", daysBetween(from, until), daysBetween(from, periodEnd));
            addGrowthInput(formula, context.plan, growth, year);
            addChangeWords(formula, run.changes, from);
            return formula;
        });
    });
}

template <Number N>
void postOnce(const Agreement& agreement, const Run& run, Date date, Money amount, std::string_view key, Element element, BookRole role, PostingSink<N>& sink) {
    auto draft = draftOf<N>(agreement, date, numberFrom<N>(amount), element, false, role);
    draft.from = run.start;
    draft.until = run.end;
    sink.post(draft, [&] { return Formula{display(amount, MoneyStyle::Cents) + " once", {field(agreement, key)}}; });
}

} // namespace

template <Number N> void agreementRule(const RuleContext<N>& context, const Agreement& agreement, PostingSink<N>& sink) {
    const auto run = runOf(context, agreement);
    if (agreement.paymentList.empty())
        postAmount(context, agreement, run, sink);
    else
        postList(agreement, run, sink);
}

/// One that runs since before the plan was set up then.
template <Number N> void agreementSetupRule(const RuleContext<N>& context, const Agreement& agreement, PostingSink<N>& sink) {
    if (!agreement.start) return;
    const auto run = runOf(context, agreement);
    postOnce(agreement, run, run.start, agreement.setup, "setup", Element::Deploy, BookRole::Setup, sink);
}

template <Number N> void agreementExitRule(const RuleContext<N>& context, const Agreement& agreement, PostingSink<N>& sink) {
    if (!agreement.end) return;
    postOnce(agreement, runOf(context, agreement), *agreement.end, agreement.exitCost, "exit_cost", Element::Dispose, BookRole::Expense, sink);
}

template void agreementRule(const RuleContext<Decimal>&, const Agreement&, PostingSink<Decimal>&);
template void agreementRule(const RuleContext<double>&, const Agreement&, PostingSink<double>&);
template void agreementSetupRule(const RuleContext<Decimal>&, const Agreement&, PostingSink<Decimal>&);
template void agreementSetupRule(const RuleContext<double>&, const Agreement&, PostingSink<double>&);
template void agreementExitRule(const RuleContext<Decimal>&, const Agreement&, PostingSink<Decimal>&);
template void agreementExitRule(const RuleContext<double>&, const Agreement&, PostingSink<double>&);

} // namespace tco
