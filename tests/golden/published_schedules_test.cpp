// SPDX-License-Identifier: Apache-2.0

// Published lease and loan schedules and textbook cases against src/finance, each to the digits its source prints.

#include <catch2/catch_all.hpp>

#include "tco/finance/amortization.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

Decimal number(std::string_view text) { return Decimal::of(text); }
Money dollars(std::string_view text) { return parseMoney(text).value(); }
Decimal monthly(std::string_view yearly) { return number(yearly) / Decimal(12); }

struct Row {
    std::string_view payment, interest, principal, balance;
};

bool near(Money computed, std::string_view published, std::int64_t withinCents) { return std::abs((computed - dollars(published)).cents()) <= withinCents; }

/// Sources that round only what they print differ by a cent or two from a schedule in whole cents.
void checkRows(const Schedule& schedule, const std::vector<Row>& published, std::int64_t withinCents = 0) {
    REQUIRE(schedule.rows.size() == published.size());
    for (std::size_t i = 0; i < published.size(); ++i) {
        const auto& [number, payment, interest, principal, balance] = schedule.rows[i];
        CAPTURE(number, canonical(payment), canonical(interest), canonical(principal), canonical(balance));
        CHECK(near(payment, published[i].payment, withinCents));
        CHECK(near(interest, published[i].interest, withinCents));
        CHECK(near(principal, published[i].principal, withinCents));
        CHECK(near(balance, published[i].balance, withinCents));
    }
    CHECK(schedule.rows.back().balance.isZero());
}

/// What a loan is that pays `payment` each period.
Money valueOf(std::string_view payment, const Decimal& rate, int payments, Due due) {
    return Money::rounded(number(payment) * annuityFactor(rate, payments, due)).value();
}

struct YearSums {
    Money principal, interest;
};

YearSums sumOf(const Schedule& schedule, int firstPayment, int lastPayment) {
    YearSums sums;
    for (int n = firstPayment; n <= lastPayment; ++n) {
        sums.principal += schedule.rows[std::size_t(n - 1)].principal;
        sums.interest += schedule.rows[std::size_t(n - 1)].interest;
    }
    return sums;
}

} // namespace

// --- School districts ------------------------------------------------------------------------------

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/41079/Page1.aspx
TEST_CASE("Orange County NC 2016: $2,194,084 at 1.56%, four payments in arrears") {
    const auto schedule = amortize(dollars("2194084"), Money(), number("0.0156"), 4, Due::InArrears);
    checkRows(schedule, {{"570078.88", "34227.71", "535851.17", "1658232.83"},
                         {"570078.88", "25868.43", "544210.45", "1114022.38"},
                         {"570078.88", "17378.75", "552700.13", "561322.25"},
                         {"570078.88", "8756.63", "561322.25", "0.00"}});
    CHECK(schedule.totalPaid == dollars("2280315.52"));
    CHECK(schedule.totalInterest == dollars("86231.52"));
    // In advance the payment would be this, which is how the timing of the published one is known.
    CHECK(amortize(dollars("2194084"), Money(), number("0.0156"), 4, Due::InAdvance).payment == dollars("561322.25"));
}

// http://server3.co.orange.nc.us:8088/WebLink/0/doc/62696/Page3.aspx
TEST_CASE("Orange County NC 2020: $3,000,000 at 1.12%, four payments in arrears") {
    const auto schedule = amortize(dollars("3000000"), Money(), number("0.0112"), 4, Due::InArrears);
    checkRows(schedule,
              {{"771116.94", "33600.00", "737516.94", "2262483.06"},
               {"771116.94", "25339.81", "745777.13", "1516705.93"},
               {"771116.94", "16987.11", "754129.84", "762576.09"},
               {"771116.94", "8540.85", "762576.09", "0.00"}},
              1);
    CHECK(near(schedule.totalPaid, "3084467.76", 1));
}

// https://esb.crowleyisdtx.org/public_itemview.aspx?ItemId=7755&mtgId=992
TEST_CASE("Crowley ISD 2020: four payments make $1,021,863.60") { CHECK(dollars("255465.90") * 4 == dollars("1021863.60")); }

// https://www.theridgefieldpress.com/news/article/Chromebooks-anyone-311-000-school-technology-14106555.php
TEST_CASE("Ridgefield CT 2019: $311,000 at 2.96% over three years, either way of paying") {
    CHECK(amortize(dollars("311000"), Money(), number("0.0296"), 3, Due::InArrears).payment == dollars("109863.40"));
    CHECK(amortize(dollars("311000"), Money(), number("0.0296"), 3, Due::InAdvance).payment == dollars("106704.93"));
}

// https://pasco.k12.fl.us/library/financial_report/2021/ACFR%20FY21_files/part67.htm
TEST_CASE("Pasco County FL: audited balances of an Apple lease, four payments in advance") {
    const auto schedule = amortize(dollars("5173734"), Money(), number("0.0329"), 4, Due::InAdvance);
    checkRows(schedule,
              {{"1356897.82", "0.00", "1356897.82", "3816836.18"},
               {"1356897.82", "125573.91", "1231323.91", "2585512.28"},
               {"1356897.82", "85063.35", "1271834.46", "1313677.82"},
               {"1356897.82", "43220.00", "1313677.82", "0.00"}},
              2);
    CHECK(display(schedule.rows[1].balance) == "$2,585,512"); // as printed in the report
    CHECK(display(schedule.rows[2].balance) == "$1,313,678");
}

// --- Public leases --------------------------------------------------------------------------------

// https://solutioninn.com/study-help/questions/gasb-87-provides-a-new-framework-for-accounting-for-leases-10868550
TEST_CASE("City of El Paso: 3 × $200,000 in arrears at 4%") {
    const auto opening = valueOf("200000", number("0.04"), 3, Due::InArrears);
    CHECK(display(opening) == "$555,018");
    checkRows(amortize(opening, Money(), number("0.04"), 3, Due::InArrears),
              {{"200000.00", "22200.73", "177799.27", "377218.93"},
               {"200000.00", "15088.76", "184911.24", "192307.69"},
               {"200000.00", "7692.31", "192307.69", "0.00"}},
              1);
}

// https://solutioninn.com/study-help/questions/kendall-county-entered-into-a-lease-agreement-to-finance-computer-8568818
TEST_CASE("Kendall County: 3 × $610,000 in advance at 4%") {
    const auto opening = valueOf("610000", number("0.04"), 3, Due::InAdvance);
    CHECK(opening == dollars("1760517.75"));
    checkRows(amortize(opening, Money(), number("0.04"), 3, Due::InAdvance), {{"610000.00", "0.00", "610000.00", "1150517.75"},
                                                                              {"610000.00", "46020.71", "563979.29", "586538.46"},
                                                                              {"610000.00", "23461.54", "586538.46", "0.00"}});
}

// https://writerscampus.com/mccormick-county-agreed-to-acquire-a-new-recreation-equipment/
TEST_CASE("McCormick County: 5 × $540,000 in advance at 7%") {
    const auto opening = valueOf("540000", number("0.07"), 5, Due::InAdvance);
    CHECK(opening == dollars("2369094.08"));
    checkRows(amortize(opening, Money(), number("0.07"), 5, Due::InAdvance),
              {{"540000.00", "0.00", "540000.00", "1829094.08"},
               {"540000.00", "128036.59", "411963.41", "1417130.66"},
               {"540000.00", "99199.15", "440800.85", "976329.81"},
               {"540000.00", "68343.09", "471656.91", "504672.90"},
               {"540000.00", "35327.10", "504672.90", "0.00"}},
              1);
}

// https://examlex.com/exams/123288-exam-17-accounting-for-state-and-local-governments-part-/questions/9756761-on-december-31-2020-the-city-of-oliver-leases-a-large-pi
TEST_CASE("City of Oliver: 5 × $40,000 in advance at 10%") {
    const auto opening = valueOf("40000", number("0.10"), 5, Due::InAdvance);
    CHECK(display(opening) == "$166,795");
    checkRows(amortize(opening, Money(), number("0.10"), 5, Due::InAdvance), {{"40000.00", "0.00", "40000.00", "126794.62"},
                                                                              {"40000.00", "12679.46", "27320.54", "99474.08"},
                                                                              {"40000.00", "9947.41", "30052.59", "69421.49"},
                                                                              {"40000.00", "6942.15", "33057.85", "36363.64"},
                                                                              {"40000.00", "3636.36", "36363.64", "0.00"}});
}

// https://ezlease.com/resources/accounting-examples/gasb-87-lessee-lease-accounting-example/
TEST_CASE("EZLease copier: 36 × $209 monthly in advance at 4%") {
    const auto opening = valueOf("209", monthly("0.04"), 36, Due::InAdvance);
    CHECK(opening == dollars("7102.59"));
    const auto schedule = amortize(opening, Money(), monthly("0.04"), 36, Due::InAdvance);
    CHECK(schedule.rows[1].interest == dollars("22.98"));
    CHECK(near(schedule.rows[11].balance, "4812.90", 1)); // long-term part
    CHECK(schedule.rows.back().balance.isZero());
    CHECK(near(schedule.totalInterest, "421.41", 1));
    const std::pair<std::string_view, std::string_view> years[] = {{"2289.68", "218.32"}, {"2358.41", "149.59"}, {"2454.49", "53.51"}};
    for (int year = 0; year < 3; ++year) { // each amount of the source is a sum of unrounded months
        const auto sums = sumOf(schedule, 12 * year + 1, 12 * year + 12);
        CHECK(near(sums.principal, years[year].first, 2));
        CHECK(near(sums.interest, years[year].second, 2));
    }
}

// --- Case collection: LEA, AMO ----------------------------------------------------------------------

TEST_CASE("LEA-07, LEA-11, LEA-15: what lease payments are worth") {
    CHECK(display(valueOf("50000", number("0.05"), 10, Due::InAdvance)) == "$405,391"); // IFRS 16, Illustrative Example 13
    const auto rate = monthly("0.06");                                                  // TValue, GASB 87: residual one month after the last payment's period
    CHECK(display(*Money::rounded(Decimal(1300) * annuityFactor(rate, 59, Due::InAdvance) + Decimal(15000) * discountFactor(rate, 60))) == "$77,731");
    CHECK(valueOf("2400", monthly("0.09"), 47, Due::InAdvance) == dollars("95477.55")); // HP-10bII+
}

TEST_CASE("LEA-13: 10 × $10,000 in advance at 10%, within the source's whole-dollar rounding") {
    const auto schedule = amortize(valueOf("10000", number("0.10"), 10, Due::InAdvance), Money(), number("0.10"), 10, Due::InAdvance);
    const std::int64_t balances[] = {57590, 53349, 48684, 43552, 37907, 31698, 24868, 17355}, interest[] = {5759, 5335, 4868, 4355, 3791, 3170, 2487};
    for (std::size_t i = 0; i < std::size(balances); ++i) CHECK(std::abs(schedule.rows[i].balance.cents() - balances[i] * 100) <= 100);
    for (std::size_t i = 0; i < std::size(interest); ++i) CHECK(std::abs(schedule.rows[i + 1].interest.cents() - interest[i] * 100) <= 100);
}

TEST_CASE("LEA-08: IFRS 16 Example 17, 10 × 50,000 in arrears at 6%") {
    const auto schedule = amortize(valueOf("50000", number("0.06"), 10, Due::InArrears), Money(), number("0.06"), 10, Due::InArrears);
    const std::string_view balances[] = {"$340,085", "$310,490", "$279,119", "$245,866", "$210,618", "$173,255", "$133,651", "$91,670", "$47,170", "$0"};
    for (std::size_t i = 0; i < std::size(balances); ++i) CHECK(display(schedule.rows[i].balance) == balances[i]);
}

TEST_CASE("LEA-16: HP-10B, a car lease with a residual in advance") {
    const auto schedule = amortize(dollars("13500"), dollars("7500"), monthly("0.14"), 36, Due::InAdvance);
    CHECK(schedule.payment == dollars("289.19"));
    // The balance after the last payment grows to the residual by the end of its month.
    const auto grown = Money::rounded(schedule.rows.back().balance.dollars() * (Decimal(1) + monthly("0.14")));
    CHECK(std::abs((*grown - dollars("7500")).cents()) <= 1);
}

TEST_CASE("AMO-01: HP-10bII+ mortgage, nothing rounded") {
    const auto payment = levelPayment(Decimal(180000), Decimal(0), monthly("0.0775"), 360, Due::InArrears);
    CHECK(Money::rounded(payment) == dollars("1289.54"));
    const auto balance = payment * annuityFactor(monthly("0.0775"), 348, Due::InArrears); // what is still owed after a year
    CHECK(Money::rounded(balance) == dollars("178420.16"));
    CHECK(Money::rounded(Decimal(180000) - balance) == dollars("1579.84"));
    CHECK(Money::rounded(payment * Decimal(12) - (Decimal(180000) - balance)) == dollars("13894.67"));
}

TEST_CASE("AMO-02, AMO-03: mortgages with every amount rounded to cents") {
    const auto hp10b2 = amortize(dollars("180000"), Money(), monthly("0.0775"), 360, Due::InArrears);
    CHECK(hp10b2.payment == dollars("1289.54"));
    CHECK(sumOf(hp10b2, 1, 12).principal == dollars("1579.82"));
    CHECK(sumOf(hp10b2, 13, 24).principal == dollars("1706.69"));
    CHECK(sumOf(hp10b2, 13, 24).interest == dollars("13767.79"));
    CHECK(hp10b2.rows[23].balance == dollars("176713.49"));

    const auto hp10b = amortize(dollars("80000"), Money(), monthly("0.0975"), 360, Due::InArrears);
    CHECK(hp10b.payment == dollars("687.32"));
    CHECK(sumOf(hp10b, 1, 12).interest == dollars("7779.42"));
    CHECK(sumOf(hp10b, 1, 12).principal == dollars("468.42"));
    CHECK(hp10b.rows[11].balance == dollars("79531.58"));
}

TEST_CASE("AMO-04: HP-10bII+ car lease, 60 payments in advance") {
    const auto schedule = amortize(dollars("14250"), Money(), monthly("0.115"), 60, Due::InAdvance);
    CHECK(schedule.payment == dollars("310.42"));
    const auto checkRow = [&](std::size_t n, std::string_view principal, std::string_view interest, std::string_view balance) {
        CAPTURE(n);
        CHECK(schedule.rows[n - 1].principal == dollars(principal));
        CHECK(schedule.rows[n - 1].interest == dollars(interest));
        CHECK(schedule.rows[n - 1].balance == dollars(balance));
    };
    checkRow(1, "310.42", "0", "13939.58");
    checkRow(25, "220.21", "90.21", "9193.28");
    checkRow(54, "290.37", "20.05", "1801.57");
    CHECK(schedule.rows.back().payment == dollars("310.40"));
    CHECK(schedule.rows.back().balance.isZero());
}

TEST_CASE("AMO-05: the last payment takes the cents that rounding left over") {
    checkRows(amortize(dollars("1000"), Money(), number("0.10"), 3, Due::InArrears),
              {{"402.11", "100.00", "302.11", "697.89"}, {"402.11", "69.79", "332.32", "365.57"}, {"402.13", "36.56", "365.57", "0.00"}});
}

// --- Present value and equivalent annual cost -------------------------------------------------------

// https://www.dgs.ca.gov/en/Resources/SAM/TOC/3700/3710
TEST_CASE("LVB-08: $100 in a year at 9.479% is $91.34 today") {
    CHECK(Money::rounded(Decimal(100) * discountFactor(number("0.09479"), 1)) == dollars("91.34"));
}

namespace {

/// Equivalent annual cost of buying at `price`, running costs at each year's end, and selling after `years`.
Decimal equivalentAnnualOf(const Decimal& price, const std::vector<std::int64_t>& running, const Decimal& marketValue, const Decimal& rate, int years) {
    Decimal present = price - marketValue * discountFactor(rate, years);
    for (int year = 1; year <= years; ++year) present += Decimal(running[std::size_t(year - 1)]) * discountFactor(rate, year);
    return equivalentAnnual(present, rate, years);
}

} // namespace

TEST_CASE("EAC-03, EAC-06: equivalent annual cost by years kept") {
    const std::vector<std::int64_t> running{5000, 8000, 11000, 14000, 17000}, value{16000, 13000, 11000, 10000, 9500},
        expected{16000, 14212, 14159, 14541, 15181};
    for (int years = 1; years <= 5; ++years)
        CHECK(equivalentAnnualOf(Decimal(25000), running, Decimal(value[std::size_t(years - 1)]), number("0.08"), years).rounded(0) ==
              Decimal(expected[std::size_t(years - 1)]));

    const std::vector<std::int64_t> road{2400, 3000, 3600, 4200, 4800, 5400, 6000, 6600, 7200, 7800};
    const std::vector<std::pair<int, std::string_view>> totals{{1, "16000.00"}, {2, "14107.32"}, {7, "13388.95"},
                                                               {8, "13457.13"}, {9, "13539.01"}, {10, "13629.73"}};
    for (const auto& [years, total] : totals) {
        const auto salvage = Decimal(76000) - Decimal(5600) * Decimal(years);
        const auto annual = Money::rounded(equivalentAnnualOf(Decimal(80000), road, salvage, number("0.05"), years)).value();
        CHECK(std::abs((annual - dollars(total)).cents()) <= 1);
    }
}

TEST_CASE("SEN-03: the residual at which buying for 30,000 equals four payments of 8,000 at 6%") {
    const auto rate = number("0.06");
    const auto residual = (Decimal(30000) - Decimal(8000) * annuityFactor(rate, 4, Due::InArrears)) / discountFactor(rate, 4);
    CHECK(Money::rounded(residual) == dollars("2877.38"));
}

TEST_CASE("INT-02: a nominal yearly rate is divided by the payments per year, not converted") {
    CHECK(valueOf("500", monthly("0.06"), 36, Due::InAdvance) == dollars("16517.69"));
    const auto effective = power(number("1.06"), Decimal(1) / Decimal(12)) - Decimal(1);
    CHECK(valueOf("500", effective, 36, Due::InAdvance) == dollars("16554.67"));
}

// https://cusd200public.ic-board.com/com/print_item.aspx?eId=6K0IiO+a19A%3D&itemId=8459
TEST_CASE("CUSD 200: $160,629 on $616,037.95 is a lease rate factor of 0.26075") {
    CHECK((Decimal(160629) / number("616037.95")).rounded(5) == number("0.26075"));
}
