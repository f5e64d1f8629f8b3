// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/finance/lease_term.hpp"

using namespace tco::finance;

namespace {

ContractOptions base(int months) {
    ContractOptions options;
    options.baseMonths = months;
    return options;
}

} // namespace

TEST_CASE("12 months and an option of 3 are not short-term, however unlikely the option is") {
    // https://debtbook.com/learn/blog/what-is-the-maximum-lease-term
    auto options = base(12);
    CHECK(accountingTerm(options).isShortTerm);
    CHECK(treatmentOf(options) == Treatment::ShortTerm);
    options.extensions = {{Party::Lessee, 3, false}};
    const auto term = accountingTerm(options);
    CHECK(term.months == 12);
    CHECK(term.maximumMonths == 15);
    CHECK_FALSE(term.isShortTerm);
    CHECK(term.reasons ==
          std::vector<std::string>{"The base term is 12 months.",
                                   "The lessee may extend by 3 months; that is not reasonably certain and counts for the longest possible term only.",
                                   "The longest possible term is 15 months, more than 12 months, so the contract is not short-term."});
    options.extensions[0].certain = true;
    CHECK(accountingTerm(options).months == 15);
}

TEST_CASE("5 years that either party can cancel after 6 months with 30 days of notice are at most 7 months") {
    // https://www.bonadio.com/news-events/articles/gasb-87-leases-short-term-leases
    auto options = base(60);
    options.cancellations = {{Party::Both, 6, 1, false}};
    const auto term = accountingTerm(options);
    CHECK(term.maximumMonths == 7);
    CHECK(term.months == 7);
    CHECK(term.isShortTerm);
    options.cancellations = {{Party::Lessee, 6, 1, false}, {Party::Lessor, 9, 1, false}}; // the same as two rights
    CHECK(accountingTerm(options).maximumMonths == 10);
}

TEST_CASE("18 months that only the lessee can cancel after 6 are not short-term") {
    auto options = base(18);
    options.cancellations = {{Party::Lessee, 6, 0, false}};
    CHECK(accountingTerm(options).maximumMonths == 18);
    CHECK(accountingTerm(options).months == 18);
    CHECK(treatmentOf(options) == Treatment::Lease);
    options.cancellations[0].certain = true;
    CHECK(accountingTerm(options).months == 6);
    CHECK_FALSE(accountingTerm(options).isShortTerm); // the test looks at the longest possible term
}

TEST_CASE("A fiscal-funding clause does not count unless it is reasonably certain to be used") {
    auto options = base(48);
    CHECK(accountingTerm(options).months == 48);
    options.fundingEndsAfter = 24;
    CHECK(accountingTerm(options).months == 24);
    CHECK(accountingTerm(options).maximumMonths == 48);
}

TEST_CASE("An extension that both must agree to does not count, nor what follows it") {
    auto options = base(12);
    options.extensions = {{Party::Both, 12, true}, {Party::Lessee, 12, true}};
    CHECK(accountingTerm(options).maximumMonths == 12);
    options.extensions = {{Party::Lessor, 12, false}, {Party::Lessee, 12, true}};
    CHECK(accountingTerm(options).months == 12);
    CHECK(accountingTerm(options).maximumMonths == 36);
}

TEST_CASE("Ownership that passes without a right to cancel is a financed purchase") {
    // https://fmx.cpa.texas.gov/fmx/pubs/afrrptreq/leases/index.php?page=transfer&section=exceptions
    auto options = base(36);
    options.transfersOwnership = true;
    CHECK(treatmentOf(options) == Treatment::FinancedPurchase);
    options.cancellations = {{Party::Lessee, 12, 0, false}};
    CHECK(treatmentOf(options) == Treatment::Lease);
    options.transfersOwnership = false;
    options.isSoftware = true;
    CHECK(treatmentOf(options) == Treatment::Subscription);
}

TEST_CASE("The accounting term is never longer than the longest possible one, and every contract has its reasons") {
    REQUIRE(rc::check([] {
        const auto anyParty = [] { return *rc::gen::element(Party::Lessee, Party::Lessor, Party::Both); };
        const auto yes = [] { return *rc::gen::inRange(0, 2) == 1; };
        auto options = base(*rc::gen::inRange(1, 100));
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left) options.extensions.push_back({anyParty(), *rc::gen::inRange(0, 40), yes()});
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            options.cancellations.push_back({anyParty(), *rc::gen::inRange(0, 100), *rc::gen::inRange(0, 7), yes()});
        if (yes()) options.fundingEndsAfter = *rc::gen::inRange(0, 60);
        const auto term = accountingTerm(options);
        RC_ASSERT(term.months >= 0);
        RC_ASSERT(term.months <= term.maximumMonths);
        RC_ASSERT(term.isShortTerm == (term.maximumMonths <= 12));
        RC_ASSERT(term.reasons.size() >= 2);
        auto withoutLikelihood = options; // likelihood plays no part in the longest possible term
        for (auto& option : withoutLikelihood.extensions) option.certain = !option.certain;
        for (auto& right : withoutLikelihood.cancellations) right.certain = !right.certain;
        withoutLikelihood.fundingEndsAfter.reset();
        RC_ASSERT(accountingTerm(withoutLikelihood).maximumMonths == term.maximumMonths);
    }));
}
