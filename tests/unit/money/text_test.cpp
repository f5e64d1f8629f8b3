// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/money/text.hpp"

using namespace tco;

TEST_CASE("Money for people") {
    CHECK(display(Money::fromCents(123456789)) == "$1,234,568");
    CHECK(display(Money::fromCents(-123456), MoneyStyle::Cents) == "−$1,234.56");
    CHECK(display(Money::fromCents(-49)) == "$0"); // no "−$0"
    CHECK(displayCell(Money()) == "–");
    CHECK(display(Money::fromDollars(1420000), MoneyStyle::Compact) == "$1.42 M");
    CHECK(display(Money::fromDollars(-214000), MoneyStyle::Compact) == "−$214 k");
    CHECK(display(Money::fromDollars(999'999), MoneyStyle::Compact) == "$1 M");
    CHECK(display(Money::fromDollars(980), MoneyStyle::Compact) == "$980");
    CHECK(displayUnitPrice(Decimal::of("51.09318")) == "$51.09318");
    CHECK(displayUnitPrice(Decimal(5)) == "$5.00");
}

TEST_CASE("Money as people write it") {
    CHECK(parseMoney("$1,234.50")->cents() == 123450);
    CHECK(parseMoney(" 1234.5 ")->cents() == 123450);
    CHECK(parseMoney("(12.00)")->cents() == -1200);
    CHECK(parseMoney("−$5")->cents() == -500);
    CHECK(parseMoney("$-5")->cents() == -500);
    for (const char* text : {"", "$", "1,00", "12,5", "1,2345", "1.005", "1e3", "--5", "(5", "5 dollars", "1000000000000", ",5"})
        CHECK_FALSE(parseMoney(text).has_value());
}

TEST_CASE("Rates need a percent sign where they could be misread") {
    CHECK(canonical(*parseRate("1.56%")) == "0.0156");
    CHECK(canonical(*parseRate("0.0156")) == "0.0156");
    CHECK(canonical(*parseRate("-1.8 %")) == "-0.018");
    CHECK(display(*parseRate("1.56%")) == "1.56%");
    CHECK_FALSE(parseRate("3.5").has_value());
    CHECK_FALSE(parseRate("%").has_value());
}

TEST_CASE("What is displayed can be typed back") {
    CHECK(rc::check([](std::int64_t raw) {
        const auto money = Money::fromCents(raw % 99'999'999'999'999);
        RC_ASSERT(*parseMoney(display(money, MoneyStyle::Cents)) == money);
        RC_ASSERT(*parseMoney(canonical(money)) == money);
        const auto count = raw % 1'000'000'000'000;
        RC_ASSERT(*parseCount(displayCount(count)) == count);
        const Rate rate(Decimal(raw % 1'000'000) / Decimal(1'000'000));
        RC_ASSERT(*parseRate(display(rate)) == rate);
    }));
}
