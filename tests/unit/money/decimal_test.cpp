// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/money/money.hpp"

using namespace tco;

TEST_CASE("Decimal refuses everything that is not a plain number") {
    for (const char* text :
         {"", "-", ".", "1.", ".5", "1,000", "12abc", "1.2.3", "--5", "nan", "inf", "1e5", " 1", "1 ", "+", "1234567890123456789012345678901"})
        CHECK_FALSE(Decimal::parse(text).has_value());
    CHECK(Decimal::parse("-0")->text() == "0");
    CHECK(Decimal::parse("+12.50")->text() == "12.5");
}

TEST_CASE("Decimal rounds half away from zero") {
    CHECK(Decimal::of("2.5").rounded(0).text() == "3");
    CHECK(Decimal::of("-2.5").rounded(0).text() == "-3");
    CHECK(Decimal::of("2.675").rounded(2).text() == "2.68"); // RND-B03: a binary 2.675 would give 2.67
    CHECK(Decimal::of("-0.001").rounded(2).text() == "0");
    CHECK(Decimal::of("0.125").rounded(2).text() == "0.13");
}

TEST_CASE("A half is a half, also after a division") {
    // Debian 12's and Debian 13's Boost leave different noise in the last digits of a quotient; cents must not depend on it.
    for (std::int64_t odd = 1; odd < 2'000; odd += 2)
        for (const std::int64_t divisor : {3, 7, 11, 365}) {
            const auto half = Decimal(odd * divisor) / Decimal(divisor) / Decimal(200); // odd / 200 dollars: half a cent
            CHECK(Money::rounded(half)->cents() == (odd + 1) / 2);
            CHECK(Money::rounded(-half)->cents() == -(odd + 1) / 2);
        }
    CHECK(Decimal::of("0.4999999").rounded(0).text() == "0");
    CHECK(Money::fromCents(1'234'567'89).dollars() == Decimal::of("1234567.89"));
}

TEST_CASE("Decimal text and parse are inverse") {
    CHECK(rc::check([](std::int64_t units) {
        const auto value = Decimal(units) / Decimal(1000000);
        RC_ASSERT(*Decimal::parse(value.rounded(6).text()) == value.rounded(6));
    }));
}

TEST_CASE("Powers: whole exponents are exact, others agree with them") {
    CHECK(power(Decimal::of("1.05"), 3).text() == "1.157625");
    CHECK(power(Decimal(2), -2).text() == "0.25");
    CHECK(power(Decimal::of("1.0156"), Decimal(4)).rounded(10) == power(Decimal::of("1.0156"), 4).rounded(10));
    CHECK(power(Decimal(4), Decimal::of("0.5")).rounded(12).text() == "2");
}

TEST_CASE("Money rounds to cents and refuses what it cannot hold") {
    CHECK(Money::rounded(Decimal::of("0.005"))->cents() == 1);
    CHECK(Money::rounded(Decimal::of("-0.005"))->cents() == -1);
    CHECK_FALSE(Money::rounded(Decimal::of("1000000000000000.01")).has_value());
    CHECK(Money::fromDollars(12) + Money::fromCents(5) == Money::fromCents(1205));
}
