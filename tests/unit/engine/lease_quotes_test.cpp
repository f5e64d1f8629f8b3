// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/lease_quotes.hpp"
#include "tco/finance/time_value.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Money dollars(std::string_view text) { return parseMoney(text).value(); }

/// A plan with one model of this price and no lease yet.
Plan planWithPrice(std::string_view price) {
    Plan plan = smallPlan();
    plan.assetModels.front().unitPrice = dollars(price);
    return plan;
}

LeaseQuote quoteFor(Plan plan, const Lease& terms, std::int64_t units = 1) {
    plan.leases = {terms};
    plan.leases.front().id = lease;
    plan.leases.front().name = "Quote";
    const auto quotes = compareQuotes(plan, plan.assetModels.front(), units);
    REQUIRE(quotes.size() == 1);
    CHECK(quotes.front().lease == lease);
    CHECK(quotes.front().rank == 1);
    CHECK(quotes.front().worstRank == 1);
    return quotes.front();
}

Lease perDevice(std::string_view payment) { return {.pricing = LeasePricing::PaymentPerDevice, .paymentPerDevice = Decimal::of(payment)}; }

bool isRate(const std::optional<Rate>& rate, std::string_view percent, std::string_view precision) {
    if (!rate) return false;
    const auto gap = rate->fraction() - Rate::percent(Decimal::of(percent)).fraction();
    return gap < Decimal::of(precision) && -gap < Decimal::of(precision);
}

} // namespace

// B9, https://esb.crowleyisdtx.org/public_itemview.aspx?ItemId=7755&mtgId=992
TEST_CASE("The quote of Crowley ISD: 5,000 Chromebooks for four payments of $255,465.90") {
    Lease terms = perDevice("51.09318");
    terms.endOfTerm = LeaseEnd::Keep;
    const auto quote = quoteFor(planWithPrice("199"), terms, 5000);
    CHECK(quote.payment == dollars("255465.90"));
    CHECK(quote.total == dollars("1021863.60"));
    CHECK(quote.presentValue == quote.total); // at 0%
    CHECK(quote.worstCase == quote.total);
}

// B1 and B3, http://server3.co.orange.nc.us:8088/WebLink/0/doc/41079/Page1.aspx and …/doc/62696/Page3.aspx
TEST_CASE("The quotes of Orange County: 570,078.88 at 1.56%, and 771,116.94 that imply 1.12%") {
    Lease bank{.contract = LeaseContract::FinancedPurchase, .annualRate = Rate::percent(Decimal::of("1.56")), .timing = PaymentTiming::Arrears};
    const auto of2016 = quoteFor(planWithPrice("2194084"), bank);
    CHECK(of2016.payment == dollars("570078.88"));
    CHECK(of2016.total == dollars("2280315.52"));
    CHECK(isRate(of2016.implicitRate, "1.56", "0.00000001"));

    Lease quoted = perDevice("771116.94");
    quoted.contract = LeaseContract::FinancedPurchase;
    quoted.timing = PaymentTiming::Arrears;
    const auto of2020 = quoteFor(planWithPrice("3000000"), quoted);
    CHECK(of2020.total == dollars("3084467.76"));
    CHECK(isRate(of2020.implicitRate, "1.12", "0.0000001"));
}

// B7, https://cusd200public.ic-board.com/com/print_item.aspx?eId=6K0IiO+a19A%3D&itemId=8459
TEST_CASE("The laptops of CUSD 200: factor 0.26075, premium 26,478, 2.88% in advance or 1.70% in arrears") {
    auto terms = perDevice("160629");
    const auto advance = quoteFor(planWithPrice("616037.95"), terms);
    CHECK(advance.rateFactor.rounded(5) == Decimal::of("0.26075"));
    CHECK(advance.total == dollars("642516"));
    CHECK((advance.total - dollars("616037.95")).dollars().rounded(0) == Decimal(26'478));
    CHECK(isRate(advance.implicitRate, "2.88", "0.00005"));
    terms.timing = PaymentTiming::Arrears;
    CHECK(isRate(quoteFor(planWithPrice("616037.95"), terms).implicitRate, "1.70", "0.00005"));
}

// B19, TEQlease: 200,000, residual 18%, three years, one payment of 164,000
TEST_CASE("A lease with a single payment leaves out the residual") {
    Lease terms{.contract = LeaseContract::SinglePayment, .residual = Rate::percent(18), .termMonths = 36};
    auto quote = quoteFor(planWithPrice("200000"), terms);
    CHECK(quote.payment == dollars("164000"));
    CHECK(quote.total == dollars("164000"));
    CHECK(quote.rateFactor == Decimal::of("0.82"));
    CHECK(isRate(quote.implicitRate, "0", "0.00000001"));

    terms.evergreenMonths = 3; // 3 of 36 months of what the term cost; the term’s own payment stays
    quote = quoteFor(planWithPrice("200000"), terms);
    CHECK(quote.presentValue == dollars("164000"));
    CHECK(quote.worstCase == dollars("164000") + dollars("54666.67"));
}

TEST_CASE("The implicit rate counts a residual and an agreed buy-out, by the months of the term") {
    Plan plan = planWithPrice("1000");
    // 12 × $80 in arrears and $100 at the end of a year; Excel: RATE(12, -80, 1000, -100) × 12
    Lease terms = perDevice("80");
    terms.payments = 12;
    terms.paymentsPerYear = 12;
    terms.timing = PaymentTiming::Arrears;
    terms.residual = Rate::percent(10);
    const auto withResidual = quoteFor(plan, terms).implicitRate;
    terms.residual = {};
    terms.endOfTerm = LeaseEnd::Buy;
    terms.buyOut = Rate::percent(10);
    const auto withBuyOut = quoteFor(plan, terms).implicitRate;
    REQUIRE(withResidual);
    CHECK(withResidual == withBuyOut);
    const Decimal monthly = withResidual->fraction() / Decimal(12);
    const auto worth = Decimal(80) * finance::annuityFactor(monthly, 12, finance::Due::InArrears) + Decimal(100) * finance::discountFactor(monthly, 12);
    CHECK(worth.rounded(6) == Decimal(1000));
}

// https://provo.edu/chromebook-device-management-fines
TEST_CASE("The worst case charges lost units by Provo’s list: 300, 225, 150, 75") {
    Plan plan = planWithPrice("400");
    plan.assetModels.front().lossRate = Rate::percent(10);
    Lease terms = perDevice("100");
    terms.returnCost = Money::fromDollars(10);
    terms.missingCharge = Series<Money>({dollars("300"), dollars("225"), dollars("150"), dollars("75")});
    auto quote = quoteFor(plan, terms, 100);
    CHECK(quote.presentValue == dollars("41000"));
    CHECK(quote.worstCase == dollars("41000") + dollars("7500"));

    terms.missingCharge = {}; // then a lost unit costs what it costs to buy
    quote = quoteFor(plan, terms, 100);
    CHECK(quote.worstCase == dollars("41000") + dollars("16000"));

    terms.endOfTerm = LeaseEnd::Keep; // counted for the term, so that quotes compare
    CHECK(quoteFor(plan, terms, 100).worstCase == dollars("40000") + dollars("16000"));
}

TEST_CASE("The worst case is no better than what was agreed, even where sending back later is cheaper") {
    Plan plan = planWithPrice("400");
    plan.assumptions.discountRate = Rate::percent(10);
    Lease terms = perDevice("1");
    terms.returnCost = Money::fromDollars(500);
    terms.evergreenMonths = 12;
    const auto quote = quoteFor(plan, terms, 100);
    CHECK(quote.worstCase == quote.presentValue);
}

TEST_CASE("Missed notice means regular payments, and the end as agreed comes later") {
    Plan plan = planWithPrice("400");
    plan.assumptions.discountRate = Rate::percent(10);
    plan.assumptions.discountTiming = DiscountTiming::YearStart;
    Lease terms = perDevice("100");
    terms.payments = 2;
    terms.returnCost = Money::fromDollars(121);
    auto quote = quoteFor(plan, terms, 10);
    CHECK(quote.presentValue == dollars("1000") + dollars("909.09") + dollars("1100")); // returned at the end of the second year
    CHECK(quote.worstCase == quote.presentValue);                                       // no evergreen clause
    terms.evergreenMonths = 12;
    quote = quoteFor(plan, terms, 10);
    CHECK(quote.presentValue == dollars("3009.09"));
    CHECK(quote.worstCase == dollars("1000") + dollars("909.09") + dollars("826.45") + dollars("1000"));
}

TEST_CASE("Quotes are ranked by present value and by worst case; equal ones share a rank") {
    Plan plan = planWithPrice("400");
    const auto add = [&](RawId id, std::string_view payment, int evergreen) {
        Lease terms = perDevice(payment);
        terms.id = LeaseId{id};
        terms.name = fmt::format("Quote {}", id);
        terms.evergreenMonths = evergreen;
        plan.leases.push_back(terms);
    };
    add(1, "101", 0);
    add(2, "100", 12);
    add(3, "101", 0);
    add(4, "102", 0);
    add(5, "99", 0);
    plan.leases.back().paymentsPerYear = 3; // cannot be calculated
    const auto quotes = compareQuotes(plan, plan.assetModels.front(), 10);
    REQUIRE(quotes.size() == 4);
    const auto ranks = [&](std::size_t LeaseQuote::*rank) {
        std::vector<std::size_t> all;
        for (const auto& quote : quotes) all.push_back(quote.*rank);
        return all;
    };
    CHECK(ranks(&LeaseQuote::rank) == std::vector<std::size_t>{2, 1, 2, 4});
    CHECK(ranks(&LeaseQuote::worstRank) == std::vector<std::size_t>{1, 4, 1, 3});
    CHECK(compareQuotes(plan, plan.assetModels.front(), 0).empty());
}

TEST_CASE("What leaving a lease costs at the end of each year") {
    Plan plan = planWithPrice("400");
    Lease terms = perDevice("100");
    terms.id = lease;
    terms.name = "4 years";
    terms.returnCost = Money::fromDollars(5);
    terms.earlyReturnShare = Rate::percent(80);
    const auto exits = leaseExits(plan, plan.assetModels.front(), terms, 10);
    REQUIRE(exits.size() == 4);
    const auto isExit = [&](int years, std::string_view paid, std::string_view remaining, std::string_view earlyReturn) {
        const auto& exit = exits[std::size_t(years - 1)];
        CHECK(exit.years == years);
        CHECK(exit.paid == dollars(paid));
        CHECK(exit.remaining == dollars(remaining));
        CHECK(exit.earlyReturn == dollars(earlyReturn));
        CHECK(exit.nonAppropriation == dollars("50"));
    };
    isExit(1, "1000", "3000", "2450"); // the second payment is due on the day after
    isExit(2, "2000", "2000", "1650");
    isExit(3, "3000", "1000", "850");
    isExit(4, "4000", "0", "50");

    terms.nonAppropriation = YesNo::No;
    terms.endOfTerm = LeaseEnd::Keep;
    terms.payments = 3;
    terms.termMonths = 42;
    const auto kept = leaseExits(plan, plan.assetModels.front(), terms, 10);
    REQUIRE(kept.size() == 4);
    CHECK_FALSE(kept[0].nonAppropriation);
    CHECK(kept[3].earlyReturn.isZero()); // nothing goes back at the regular end
    terms.paymentsPerYear = 5;
    CHECK(leaseExits(plan, plan.assetModels.front(), terms, 10).empty());
}
