// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "support/comparisons.hpp"
#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

using namespace tco;
using tco::test::comparisonOf;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

} // namespace

TEST_CASE("The answer names both options, the difference and its direction") {
    CHECK(rc::check([] {
        const auto years = *rc::gen::inRange<std::size_t>(1, 8);
        const auto amounts = rc::gen::container<std::vector<std::int64_t>>(years, rc::gen::inRange<std::int64_t>(0, 3'000'000));
        const auto comparison = comparisonOf(
            {{"Buy", *amounts, *rc::gen::inRange<std::int64_t>(0, 9'000'000)}, {"Lease", *amounts, *rc::gen::inRange<std::int64_t>(0, 9'000'000)}});
        const auto answer = answerSentence(comparison);
        const auto difference = comparison.scenarios[1].nominalDifference;
        RC_ASSERT(contains(answer, "“Buy”"));
        RC_ASSERT(contains(answer, "“Lease”"));
        const auto words = difference.isZero() ? std::string("costs the same as")
                                               : "costs " + display(difference.isNegative() ? -difference : difference) +
                                                     (difference.isNegative() ? " less than" : " more than");
        RC_ASSERT(contains(answer, words));
        for (const auto& scenario : comparison.scenarios) RC_ASSERT(contains(answer, display(scenario.figures.peak)));
        RC_ASSERT(answer.ends_with('.'));
    }));
}

TEST_CASE("An answer where payments and today’s money disagree says so") {
    const auto comparison = comparisonOf({{"Buy", {400'000, 10'000}, 395'000}, {"Lease", {210'000, 205'000}, 390'000}});
    CHECK(answerSentence(comparison) == "Over two years “Lease” costs $5,000 more than “Buy” ($415,000 against $410,000), but in today’s money it costs $5,000 "
                                        "less. The highest year of “Lease” is $210,000 in FY27; of “Buy” it is $400,000 in FY27.");
}

TEST_CASE("An answer where both agree gives the difference in today’s money") {
    const auto comparison = comparisonOf({{"Buy", {400'000, 10'000}, 395'000}, {"Lease", {210'000, 205'000}, 396'000}});
    CHECK(contains(answerSentence(comparison), "; in today’s money the difference is $1,000."));
}

TEST_CASE("Ties are called ties") {
    const auto equal = comparisonOf({{"A", {100, 100}, 190}, {"B", {100, 100}, 190}});
    CHECK(answerSentence(equal) == "Over two years “B” costs the same as “A” ($200), in today’s money too. The highest year of both is $100 in FY27.");
    const auto sameToday = comparisonOf({{"A", {150, 50}, 190}, {"B", {100, 120}, 190}});
    CHECK(contains(answerSentence(sameToday), "; in today’s money both cost the same."));
}

TEST_CASE("Without discounting the answer does not speak of today’s money") {
    const auto comparison = comparisonOf({{"A", {100}, 100}, {"B", {120}, 120}});
    CHECK(answerSentence(comparison) == "Over one year “B” costs $20 more than “A” ($120 against $100). The highest year of “B” is $120 in FY27; of “A” it is "
                                        "$100 in FY27.");
}

TEST_CASE("One option, several options, none") {
    CHECK(answerSentence({}) == "There is nothing to compare yet.");
    CHECK(answerSentence(comparisonOf({{"Plan as entered", {100, 300}, 380}})) ==
          "Over two years “Plan as entered” costs $400 ($380 in today’s money), $200 a year on average. The highest year is $300 in FY28.");
    const auto three = answerSentence(comparisonOf({{"A", {100, 300}, 380}, {"B", {200, 220}, 370}, {"C", {250, 250}, 480}}));
    CHECK(three == "Of the three options “B” costs least over two years: $370 in today’s money. The others cost more: “A” by $10 and “C” by $110. The lowest "
                   "total of payments, before discounting, is $400 for “A”. The lowest peak year is that of “B”: $220 in FY28.");
}

TEST_CASE("The break-even sentence tells the payment at which neither option is cheaper") {
    const auto comparison = test::chromebookComparison();
    const auto solved = breakEvenPayment(comparison.scenarios[0], comparison.scenarios[1]);
    REQUIRE(solved);
    const auto sentences = leasePaymentSentences(comparison);
    REQUIRE(sentences.size() == 1);
    const auto& sentence = sentences.front();
    CHECK(contains(sentence, displayUnitPrice(solved->breakEvenPerUnit.rounded(2)) + " per device and year"));
    CHECK(contains(sentence, "$112.40"));
    CHECK(contains(sentence, solved->breakEvenPerUnit < solved->quotedPerUnit ? "only if" : "as long as"));
    CHECK(leasePaymentSentences(comparisonOf({{"A", {1}, 1}, {"B", {2}, 2}})).empty());
}
