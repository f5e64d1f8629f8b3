// SPDX-License-Identifier: Apache-2.0

// Published examples of GASB 87 and 96, and of IFRS 16 and ASC 842 where the measurement is the same.

#include <catch2/catch_all.hpp>

#include "tco/finance/depreciation.hpp"
#include "tco/finance/lease_accounting.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;

namespace {

Money dollars(std::string_view text) { return parseMoney(text).value(); }
Rate percent(std::string_view text) { return Rate::percent(Decimal::of(text)); }

bool near(Money computed, std::string_view published, std::int64_t withinCents) {
    UNSCOPED_INFO(canonical(computed) << " beside " << published);
    return magnitude(computed - dollars(published)).cents() <= withinCents;
}

ContractTerms level(std::string_view payment, int payments, int perYear, std::string_view rate, Due due, Date start) {
    const std::vector<Money> amounts(std::size_t(payments), dollars(payment));
    return {.commencement = start,
            .termMonths = payments * 12 / perYear,
            .annualRate = percent(rate),
            .periodsPerYear = perYear,
            .payments = paymentsOf(start, amounts, perYear, due)};
}

/// From each payment: interest, principal and the liability after it.
struct Row {
    std::string_view interest, principal, liability;
};

void checkRows(const ContractSchedule& schedule, const std::vector<Row>& published, std::int64_t withinCents) {
    REQUIRE(schedule.rows.size() == published.size());
    for (std::size_t i = 0; i < published.size(); ++i) {
        CHECK(near(schedule.rows[i].interest, published[i].interest, withinCents));
        CHECK(near(schedule.rows[i].principal, published[i].principal, withinCents));
        CHECK(near(schedule.rows[i].liability, published[i].liability, withinCents));
    }
}

const Date july2022 = Date::of(2022, 7, 1), january2020 = Date::of(2020, 1, 1);
const FiscalCalendar schoolYear(7), calendarYear(1);
constexpr std::int64_t cent = 1, dollar = 100;

} // namespace

TEST_CASE("L1, LEA-10: a copier, 36 monthly payments in advance (EZLease)") {
    // https://ezlease.com/resources/accounting-examples/gasb-87-lessee-lease-accounting-example/
    const auto schedule = measure(level("209", 36, 12, "4", Due::InAdvance, july2022), schoolYear);
    CHECK(canonical(schedule.presentValue) == "7102.59");
    CHECK(canonical(schedule.asset) == "7102.59");
    CHECK(canonical(schedule.liability) == "6893.59"); // strictly: the first payment is no liability
    CHECK(canonical(schedule.rows[1].interest) == "22.98");
    CHECK(canonical(usedUp(schedule.asset, Decimal(1), Decimal(36))) == "197.29");
    const struct {
        int year;
        std::string_view principal, interestPaid, interestExpense, liability, accrued;
    } published[] = {{2023, "2289.68", "218.32", "234.36", "4812.90", "16.04"},
                     {2024, "2358.41", "149.59", "141.73", "2454.49", "8.18"},
                     {2025, "2454.49", "53.51", "45.32", "0.00", "0.00"}};
    REQUIRE(schedule.years.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& year = schedule.years[i];
        CHECK(year.year.value == published[i].year);
        CHECK(near(year.principal, published[i].principal, cent)); // the published cents of the first year do not add up
        CHECK(near(year.interestPaid, published[i].interestPaid, cent));
        CHECK(canonical(year.interestExpense) == published[i].interestExpense);
        CHECK(canonical(year.liabilityEnd) == published[i].liability);
        CHECK(near(year.accruedInterestEnd, published[i].accrued, cent)); // liability and accrued interest are 4,828.95 together
        CHECK(canonical(year.amortization) == "2367.53");
    }
}

TEST_CASE("L2: City of El Paso, three yearly payments in arrears") {
    // https://solutioninn.com/study-help/questions/gasb-87-provides-a-new-framework-for-accounting-for-leases-10868550
    const auto schedule = measure(level("200000", 3, 1, "4", Due::InArrears, january2020), calendarYear);
    CHECK(display(schedule.liability) == "$555,018");
    CHECK(schedule.liability == schedule.presentValue);
    checkRows(schedule, {{"22200.73", "177799.27", "377218.93"}, {"15088.76", "184911.24", "192307.69"}, {"7692.31", "192307.69", "0.00"}}, cent);
    CHECK(display(schedule.years[0].liabilityEnd) == "$377,219"); // the payment at the end of December counts in its year
    CHECK(schedule.years.size() == 3);
}

TEST_CASE("L3: Kendall County computers, the first of three payments at inception") {
    // https://solutioninn.com/study-help/questions/kendall-county-entered-into-a-lease-agreement-to-finance-computer-8568818
    const auto schedule = measure(level("610000", 3, 1, "4", Due::InAdvance, january2020), calendarYear);
    CHECK(near(schedule.presentValue, "1760517", dollar));
    CHECK(canonical(schedule.liability) == "1150517.75");
    checkRows(schedule, {{"0.00", "610000.00", "1150517.75"}, {"46020.71", "563979.29", "586538.46"}, {"23461.54", "586538.46", "0.00"}}, cent);
    for (const auto& year : schedule.years) CHECK(canonical(year.amortization) == "586839.25");
}

TEST_CASE("L5: McCormick County, 540,000 at inception and four more") {
    // https://writerscampus.com/mccormick-county-agreed-to-acquire-a-new-recreation-equipment/; its factors are rounded
    const auto schedule = measure(level("540000", 5, 1, "7", Due::InAdvance, january2020), calendarYear);
    CHECK(near(schedule.presentValue, "2369093", 2 * dollar));
    checkRows(schedule,
              {{"0.00", "540000.00", "1829094.08"},
               {"128036.59", "411963.41", "1417130.66"},
               {"99199.15", "440800.85", "976329.81"},
               {"68343.09", "471656.91", "504672.90"},
               {"35327.10", "504672.90", "0.00"}},
              cent);
}

TEST_CASE("L7: City of Oliver amortizes over the term, not over the longer life") {
    // https://examlex.com/exams/123288-exam-17-accounting-for-state-and-local-governments-part-/questions/9756761
    const auto schedule = measure(level("40000", 5, 1, "10", Due::InAdvance, january2020), calendarYear);
    CHECK(display(schedule.presentValue) == "$166,795");
    const std::string_view balances[] = {"126794.62", "99474.08", "69421.49", "36363.64", "0.00"};
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(near(schedule.rows[i].liability, balances[i], cent));
        CHECK(near(schedule.years[i].amortization, "33358.92", cent));
    }
}

TEST_CASE("L10: a subscription with initial implementation (EZLease)") {
    // https://ezlease.com/resources/accounting-examples/gasb-96-lease-accounting-example/
    auto terms = level("20000", 2, 1, "4", Due::InAdvance, Date::of(2023, 1, 1));
    terms.directCosts = Money::fromDollars(3000);
    const auto schedule = measure(terms, calendarYear);
    CHECK(display(schedule.presentValue) == "$39,231");
    CHECK(display(schedule.asset) == "$42,231");
    CHECK(canonical(schedule.liability) == "19230.77");
    CHECK(canonical(schedule.rows[1].interest) == "769.23");
    for (const auto& year : schedule.years) CHECK(near(year.amortization, "21115.38", cent));
}

TEST_CASE("L11: schedule 17 of the Pasco County schools to the dollar") {
    // https://pasco.k12.fl.us/library/financial_report/2021/ACFR%20FY21_files/part67.htm
    const auto schedule = measure(level("1356897.82", 4, 1, "3.29", Due::InAdvance, Date::of(2018, 8, 3)), schoolYear);
    CHECK(near(schedule.presentValue, "5173734", cent));
    checkRows(schedule,
              {{"0.00", "1356897.82", "3816836.18"},
               {"125573.91", "1231323.91", "2585512.28"},
               {"85063.35", "1271834.46", "1313677.82"},
               {"43220.00", "1313677.82", "0.00"}},
              cent);
    CHECK(display(schedule.years[1].liabilityEnd) == "$2,585,512");
    CHECK(display(schedule.years[2].principal) == "$1,271,834");
    CHECK(display(schedule.years[2].liabilityEnd) == "$1,313,678");
}

TEST_CASE("LEA-01, LEA-13: leases in advance of ASC 842") {
    // PwC lease accounting guide, examples 4-2 and 4-11; it carries whole dollars
    const auto pwc = measure(level("1100", 5, 1, "7", Due::InAdvance, january2020), calendarYear);
    CHECK(near(pwc.liability, "3725", dollar));
    CHECK(near(pwc.asset, "4825", dollar));
    const std::string_view interest[] = {"0", "261", "202", "139", "73"};
    for (std::size_t i = 0; i < 5; ++i) CHECK(near(pwc.rows[i].interest, interest[i], dollar + dollar / 2)); // 72 where the source carries 73

    // https://solutioninn.com/study-help/questions/please-show-calculations-refer-to-the-following-lease-amortization-schedule-7652973
    const auto table = measure(level("10000", 10, 1, "10", Due::InAdvance, january2020), calendarYear);
    CHECK(display(table.presentValue) == "$67,590");
    const std::string_view balances[] = {"57590", "53349", "48684", "43552", "37907", "31698", "24868", "17355"};
    for (std::size_t i = 0; i < 8; ++i) CHECK(near(table.rows[i].liability, balances[i], dollar));
    CHECK(display(table.years[0].amortization) == "$6,759");
}

TEST_CASE("LEA-02: a payment below the interest due leaves interest owing, which bears interest") {
    // PwC lease accounting guide, examples 4-3 and 4-12: an incentive lowers the second payment, an option is certain to be used
    auto terms = level("0", 1, 1, "9.0408799861", Due::InAdvance, january2020);
    terms.termMonths = 120;
    terms.payments = paymentsOf(january2020,
                                std::vector{dollars("500000"), dollars("315000"), dollars("530450"), dollars("546364"), dollars("562754"), dollars("579637"),
                                            dollars("597026"), dollars("614937"), dollars("633385"), dollars("652387")},
                                1, Due::InAdvance);
    terms.payments.push_back({Date::of(2030, 1, 1), 120, dollars("3000000")});
    const auto schedule = measure(terms, calendarYear);
    CHECK(near(schedule.liability, "4500000", dollar));
    CHECK(near(schedule.asset, "5000000", dollar));
    const std::string_view owed[] = {"4906840", "5006983", "4881251", "4726800", "4540511", "4318972", "4058443", "3754829", "3403650", "3000000"};
    for (std::size_t i = 0; i < 10; ++i) CHECK(near(schedule.years[i].liabilityEnd + schedule.years[i].accruedInterestEnd, owed[i], 2 * dollar));
    CHECK(schedule.rows[1].principal.isZero());
    CHECK(schedule.rows[1].liability == schedule.liability);
    CHECK(near(schedule.rows[1].accrued, "91840", dollar)); // 406,840 − 315,000
    CHECK(schedule.years[10].liabilityEnd.isZero());
}

TEST_CASE("LEA-04, LEA-06, LEA-11: an amount at the end, one period after the last payment in advance") {
    // PwC lease accounting guide, page 181: a guarantee of 10,000 becomes certain before three payments of 100,000
    auto terms = level("100000", 5, 1, "5", Due::InAdvance, january2020);
    ContractEvent guarantee{.date = Date::of(2022, 1, 1)};
    guarantee.payments = std::vector(terms.payments.begin() + 2, terms.payments.end());
    guarantee.payments->push_back({Date::of(2024, 12, 31), 60, dollars("10000")});
    terms.events = {guarantee};
    const auto schedule = measure(terms, calendarYear);
    CHECK(display(schedule.changes[0].liability) == "$8,638");
    CHECK(schedule.changes[0].asset == schedule.changes[0].liability);
    CHECK(schedule.changes[0].gain.isZero());
    const std::string_view balances[] = {"194579", "104308", "9524"}, interest[] = {"9729", "5215", "476"};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(display(schedule.rows[i + 2].liability) == display(dollars(balances[i])));
        CHECK(display(schedule.rows[i + 3].interest) == display(dollars(interest[i])));
    }

    // page 179: 30,000 at the end at 3 %; the source truncates
    auto option = level("100000", 3, 1, "3", Due::InAdvance, january2020);
    option.payments.push_back({Date::of(2022, 12, 31), 36, dollars("30000")});
    const auto bought = measure(option, calendarYear);
    const std::string_view left[] = {"218801", "125365", "29126"};
    for (std::size_t i = 0; i < 3; ++i) CHECK(near(bought.rows[i].liability, left[i], dollar));

    // https://timevalue.com/node/1191
    auto value = level("1300", 59, 12, "6", Due::InAdvance, january2020);
    value.payments.push_back({Date::of(2024, 12, 31), 60, dollars("15000")});
    CHECK(display(measure(value, calendarYear).presentValue) == "$77,731");
}

TEST_CASE("LEA-07: IFRS 16 example 13, direct costs and an incentive") {
    auto terms = level("50000", 10, 1, "5", Due::InAdvance, january2020);
    terms.directCosts = dollars("20000");
    terms.incentives = dollars("5000");
    const auto schedule = measure(terms, calendarYear);
    CHECK(display(schedule.presentValue) == "$405,391");
    CHECK(display(schedule.liability) == "$355,391");
    CHECK(display(schedule.asset) == "$420,391");
}

TEST_CASE("LEA-08: IFRS 16 example 17, half of the space goes back and the rest is priced anew") {
    auto terms = level("50000", 10, 1, "6", Due::InArrears, january2020);
    const std::string_view balances[] = {"340085", "310490", "279119", "245866", "210618"};
    const auto before = measure(terms, calendarYear);
    CHECK(display(before.liability) == "$368,004");
    for (std::size_t i = 0; i < 5; ++i) CHECK(display(before.rows[i].liability) == display(dollars(balances[i])));
    CHECK(display(before.years[4].assetEnd) == "$184,002");

    ContractEvent half{.date = Date::of(2025, 1, 1), .kind = ContractEventKind::PartialTermination};
    half.share = Decimal::of("0.5");
    ContractEvent anew{.date = half.date, .kind = ContractEventKind::Modification};
    anew.annualRate = percent("5");
    anew.payments = std::vector(terms.payments.begin() + 5, terms.payments.end());
    for (auto& payment : *anew.payments) payment.amount = dollars("30000");
    terms.events = {half, anew};
    const auto schedule = measure(terms, calendarYear);
    REQUIRE(schedule.changes.size() == 2);
    CHECK(display(schedule.changes[0].gain) == "$13,308");
    CHECK(display(schedule.changes[1].asset) == "$24,575");
    CHECK(schedule.changes[1].gain.isZero());
    CHECK(near(schedule.rows[4].liability + schedule.changes[0].liability + schedule.changes[1].liability, "129884", dollar));
    CHECK(near(schedule.years[5].principal, "23506", dollar)); // 30,000 − 129,884 × 5%
    CHECK(schedule.years.back().liabilityEnd.isZero());
}

TEST_CASE("LEA-15: the first and the last payment at once (HP-10bII+)") {
    auto terms = level("2400", 47, 12, "9", Due::InAdvance, january2020);
    CHECK(canonical(measure(terms, calendarYear).presentValue) == "95477.55");
    terms.payments.insert(terms.payments.begin(), terms.payments.front());
    const auto schedule = measure(terms, calendarYear);
    CHECK(canonical(schedule.presentValue) == "97877.55");
    CHECK(canonical(schedule.paidAtCommencement()) == "4800.00");
}

TEST_CASE("A liability that falls by more than the asset is worth is a gain") {
    auto terms = level("10000", 4, 1, "0", Due::InArrears, january2020);
    terms.amortizationMonths = 30;
    ContractEvent end{.date = Date::of(2022, 1, 1)};
    end.payments.emplace(); // nothing more is owed: 20,000 gone, of the asset 8,000 were left
    terms.events = {end};
    const auto schedule = measure(terms, calendarYear);
    CHECK(canonical(schedule.changes[0].liability) == "-20000.00");
    CHECK(canonical(schedule.changes[0].asset) == "-8000.00");
    CHECK(canonical(schedule.changes[0].gain) == "12000.00");
    CHECK(schedule.years.size() == 3);
    CHECK(schedule.years.back().assetEnd.isZero());
}

TEST_CASE("A longer term spreads what is left of the asset over it") {
    auto terms = level("12000", 2, 1, "0", Due::InArrears, january2020);
    ContractEvent longer{.date = Date::of(2021, 1, 1), .termMonths = 36};
    longer.payments = std::vector{terms.payments[1], ContractPayment{Date::of(2022, 12, 31), 36, dollars("12000")}};
    terms.events = {longer};
    const auto schedule = measure(terms, calendarYear);
    REQUIRE(schedule.years.size() == 3);
    for (const auto& year : schedule.years) CHECK(canonical(year.amortization) == "12000.00");
}

TEST_CASE("Part of a month counts its days") {
    // 30 days of June after June 1: what has accrued on June 16 is half of a month’s interest, compounded
    auto terms = level("1000", 1, 12, "12", Due::InArrears, Date::of(2024, 6, 16));
    const auto schedule = measure(terms, schoolYear); // 15 of 30 days from June 16 to the end of June
    CHECK(canonical(schedule.liability) == "990.10");
    CHECK(canonical(schedule.years[0].accruedInterestEnd) == "4.94"); // 1000 ÷ 1.01^½ − 990.10
    CHECK(canonical(schedule.years[0].amortization) == "495.05");
}

TEST_CASE("Amounts that would grow beyond all bounds are not measured") {
    CHECK(isMeasurable(level("10000000", 600, 12, "1000", Due::InArrears, july2022)));
    CHECK(isMeasurable(level("100", 600, 12, "-5", Due::InArrears, july2022)));
    CHECK_FALSE(isMeasurable(level("100", 600, 1, "-99", Due::InArrears, july2022)));
    CHECK_FALSE(isMeasurable(level("100", 3, 1, "-100", Due::InArrears, july2022)));
    CHECK_FALSE(isMeasurable(level("10000000000", 600, 1, "0", Due::InArrears, july2022)));
    auto terms = level("100", 600, 1, "2", Due::InArrears, july2022);
    ContractEvent event{.date = Date::of(2023, 1, 1)};
    event.annualRate = percent("-99");
    terms.events = {event};
    CHECK_FALSE(isMeasurable(terms));
}
