// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "tco/exchange/csv.hpp"

using namespace tco;
using Cells = std::vector<std::string>;

namespace {

CsvTable read(std::string_view text) {
    auto table = parseCsv(text, "devices.csv");
    INFO((table ? "" : table.error().message));
    REQUIRE(table);
    return *table;
}

std::string refusal(std::string_view text) {
    const auto table = parseCsv(text, "devices.csv");
    REQUIRE_FALSE(table);
    return table.error().message;
}

std::string quoted(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

} // namespace

TEST_CASE("Cells that are written quoted read as they were") {
    CHECK(rc::check([] {
        const auto delimiter = *rc::gen::element(',', ';', '\t');
        const auto lineBreak = *rc::gen::element<std::string>("\n", "\r\n", "\r");
        const auto cell = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', ';', '\t', '\n', ' ', '\'', 'z'));
        const auto rows = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(3, cell));
        std::string text = fmt::format("a{0}b{0}c{1}", delimiter, lineBreak);
        for (const auto& row : rows) text += fmt::format("{}{}{}{}{}{}", quoted(row[0] + "."), delimiter, quoted(row[1]), delimiter, quoted(row[2]), lineBreak);
        const auto table = parseCsv(text, "x");
        RC_ASSERT(table.has_value());
        RC_ASSERT(table->rows.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) RC_ASSERT(table->rows[i].cells == (Cells{rows[i][0] + ".", rows[i][1], rows[i][2]}));
    }));
}

TEST_CASE("Any bytes are a table or a sentence") {
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('"', ',', '\n', '\r', ';', 'a')));
        const auto table = parseCsv(text, "x.csv");
        if (table) {
            RC_ASSERT_FALSE(table->header.empty());
        } else {
            RC_ASSERT(table.error().message.starts_with("x.csv"));
            RC_ASSERT(table.error().message.ends_with("."));
        }
    }));
}

TEST_CASE("Files as programs write them") {
    CHECK(read("\xEF\xBB\xBFname,serial\nA,1\n").header == Cells{"name", "serial"});
    CHECK(read("a;b,c;d\n1;2;3").rows[0].cells == Cells{"1", "2", "3"});
    CHECK(read("a\tb\n1\t2,5\n").rows[0].cells == Cells{"1", "2,5"});
    CHECK(read("\"a,b\";c\n1;2").header == Cells{"a,b", "c"});
    CHECK(read("a,b\n\"Pro 13\"\"\",x").rows[0].cells == Cells{"Pro 13\"", "x"});
    CHECK(read("a,b\n5\" screen,x").rows[0].cells == Cells{"5\" screen", "x"}); // a stray quote inside a cell is text
    CHECK(read("a,b\n1,").rows[0].cells == Cells{"1", ""});
    CHECK(read("a,b\n1").rows[0].cells == Cells{"1"});
    CHECK(read("serial\nX1").rows[0].cells == Cells{"X1"});
}

TEST_CASE("Rows know their line") {
    const auto table = read("\r\na,b\r\n\r\n1,\"two\r\nlines\"\r\n,\r\n3,4");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].line == 4);
    CHECK(table.rows[0].cells[1] == "two\r\nlines");
    CHECK(table.rows[1].line == 7);
}

TEST_CASE("Broken files are refused with their line") {
    CHECK(refusal("a,b\n1,2\n3,\"4\n5,6\n") == "devices.csv, line 3: a quotation mark opens here and is never closed.");
    CHECK(refusal("a,b\n\"x\ny\"z,1") == "devices.csv, line 3: there is text after a closing quotation mark.");
    CHECK(refusal("a,b\n1,2\n\xFFx,2") == "devices.csv, line 3: this is not text in UTF-8; save the file again as “CSV UTF-8”.");
    CHECK(refusal(std::string_view("a\0b", 3)) == "devices.csv, line 1: this is not text in UTF-8; save the file again as “CSV UTF-8”.");
    CHECK(refusal("") == "devices.csv: the file is empty; its first line must name the columns.");
    CHECK(refusal("\n , \n\n").find("is empty") != std::string::npos);
}

TEST_CASE("A table for spreadsheets holds no formulas") {
    CHECK(csvText({{"who", "note"}, {"=HYPERLINK(\"http://x\")", "-5"}, {"@SUM(A1)", "+1,200.50"}, {"-2+cmd|' /C calc'!A0", "a=b"}}) ==
          "who,note\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-5\r\n'@SUM(A1),\"+1,200.50\"\r\n'-2+cmd|' /C calc'!A0,a=b\r\n");
}
