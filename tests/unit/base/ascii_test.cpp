// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <clocale>

#include "tco/base/ascii.hpp"

using namespace tco;

TEST_CASE("White space around a text is taken away, and none within it") {
    CHECK(trimmed(" \t a b\r\n") == "a b");
    CHECK(trimmed(" \r\n").empty());
    CHECK(trimmed("").empty());
}

TEST_CASE("Only ASCII letters change their case, whatever the locale") {
    // In ISO 8859-1 the bytes of “É” are letters of their own; a machine without that locale shows less.
    const std::string before = std::setlocale(LC_CTYPE, nullptr);
    std::setlocale(LC_CTYPE, "en_US.ISO-8859-1");
    CHECK(lowerCase("LA Cañada ÉCOLE 4") == "la cañada École 4");
    std::setlocale(LC_CTYPE, before.c_str());
}
