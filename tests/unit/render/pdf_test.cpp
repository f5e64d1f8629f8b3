// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "application.hpp"
#include "pdfua_check.hpp"
#include "support/comparisons.hpp"
#include "support/temporary_folder.hpp"
#include "tco/base/file.hpp"
#include "tco/money/text.hpp"
#include "tco/render/pdf.hpp"

using namespace tco;

namespace {

Report boardReport() { return comparisonReport(test::chromebookPlan(), test::chromebookComparison(), {"lakeview.tco", Date::of(2026, 11, 24)}); }

/// Output of a poppler tool on the bytes; nothing where poppler is not installed.
std::optional<std::string> poppler(const std::string& command, const std::string& bytes) {
    if (std::system("pdftotext -v >/dev/null 2>&1") != 0) return {};
    const test::TemporaryFolder folder;
    const auto path = folder / "report.pdf";
    REQUIRE(writeFileAtomically(path, bytes));
    std::string out;
    auto* pipe = popen((command + " '" + path.string() + "' " + (command.starts_with("pdftotext") ? "-" : "") + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> buffer;
    for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), n);
    pclose(pipe);
    return out;
}

/// All white space as one blank, as a reader would search.
std::string searchable(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\f' || c == '\t';
        if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
    }
    return out;
}

long tagCount(const test::PdfCheck& check, const std::string& tag) { return std::ranges::count(check.tags, tag); }

Report tableReport(std::size_t rows, const std::string& text = "In the plan") {
    Table table;
    table.caption = "A long table";
    table.columns = {{"Item", TextAlign::Left, 2}, {"Words", TextAlign::Left, 2}, {"Cost", TextAlign::Right}};
    for (std::size_t r = 0; r < rows; ++r)
        table.rows.push_back({{{"Item " + std::to_string(r)}, {text}, {display(Money::fromDollars(std::int64_t(1000 + r)))}}});
    table.rows.push_back({{{"Total"}, {"–"}, {"$1"}}, true});
    return {"Long", "Author", "Subject", "Header", "Footer", {Heading{1, "Long"}, table}};
}

} // namespace

TEST_CASE("The board report is a tagged, archivable PDF") {
    test::needApplication();
    const auto report = boardReport();
    const auto bytes = pdfBytes(report);
    REQUIRE(bytes);
    const auto check = test::checkPdf(*bytes);
    CHECK(check.faults == std::vector<std::string>{});
    CHECK(tagCount(check, "H1") == 1);
    CHECK(tagCount(check, "Figure") == std::ranges::count_if(report.blocks, [](const Block& block) { return std::holds_alternative<ChartBlock>(block); }));
    CHECK(tagCount(check, "Table") == tagCount(check, "Caption"));
    CHECK(check.alternativeTexts.front() == alternativeText(yearlyChart(test::chromebookComparison())));
    std::vector<std::string> headings;
    for (const auto& block : report.blocks)
        if (const auto* heading = std::get_if<Heading>(&block)) headings.push_back(heading->text);
    CHECK(check.bookmarks == headings);
    for (const auto& font : check.fonts) CHECK(font.starts_with("DistrictTCOSans"));
}

TEST_CASE("The same report has the same bytes") {
    test::needApplication();
    CHECK(*pdfBytes(boardReport()) == *pdfBytes(boardReport()));
}

TEST_CASE("Text read out of the PDF holds the words and the figures") {
    test::needApplication();
    const auto comparison = test::chromebookComparison();
    const auto bytes = *pdfBytes(boardReport());
    const auto extracted = poppler("pdftotext", bytes);
    if (!extracted) return; // poppler is not installed
    const auto text = searchable(*extracted);
    CHECK(text.find(answerSentence(comparison)) != text.npos);
    for (const auto& scenario : comparison.scenarios)
        for (const auto& year : scenario.figures.years) CHECK(text.find(display(year.nominal)) != text.npos);
    CHECK(text.find("page 1 of ") != text.npos);
    CHECK(text.find("✓ ") != text.npos);
    const auto info = searchable(*poppler("pdfinfo", bytes));
    for (const char* part : {"Tagged: yes", "Author: R. Ortiz", "612 x 792 pts (letter)"}) CHECK(info.find(part) != info.npos);
}

TEST_CASE("A table of 300 rows goes over pages and stays one table") {
    test::needApplication();
    const auto bytes = *pdfBytes(tableReport(300));
    const auto check = test::checkPdf(bytes);
    CHECK(check.faults == std::vector<std::string>{});
    CHECK(check.pages > 5);
    CHECK(tagCount(check, "Table") == 1);
    CHECK(tagCount(check, "TR") == 302);
    CHECK(tagCount(check, "TD") == 602);
    // Seen on each page, but read once.
    if (const auto text = poppler("pdftotext -layout", bytes)) {
        std::size_t seen = 0;
        for (auto at = text->find("Words"); at != text->npos; at = text->find("Words", at + 1)) ++seen;
        CHECK(seen == check.pages);
        CHECK(text->find("Item 299") != text->npos);
    }
}

TEST_CASE("A cell or a paragraph higher than a page goes on over the next") {
    test::needApplication();
    std::string words;
    for (int i = 0; i < 4000; ++i) words += "word" + std::to_string(i) + " ";
    auto report = tableReport(2, words);
    report.blocks.push_back(Paragraph{Paragraph::Style::Body, words});
    const auto bytes = *pdfBytes(report);
    const auto check = test::checkPdf(bytes);
    CHECK(check.faults == std::vector<std::string>{});
    CHECK(tagCount(check, "P") == 1);
    if (const auto text = poppler("pdftotext", bytes)) CHECK(text->find("word3999") != text->npos);
}

TEST_CASE("Odd characters never bring another font in") {
    test::needApplication();
    auto plan = test::chromebookPlan();
    plan.district.name = "A <b>&amp; \"B\" 🙂 日本\u00A0District\u00AD\x01";
    plan.assetModels[0].name = "<&> \xE2\x80\x8B\tmodel";
    plan.scenarios[0].name = "Buy <&> 🙂";
    const auto bytes = *pdfBytes(comparisonReport(plan, compare(plan, defaultScenarios(plan)), {"<&>.tco", Date::of(2026, 11, 24)}));
    const auto check = test::checkPdf(bytes);
    CHECK(check.faults == std::vector<std::string>{});
    for (const auto& font : check.fonts) CHECK(font.starts_with("DistrictTCOSans"));
    if (const auto text = poppler("pdftotext", bytes)) CHECK(text->find("A <b>&amp; \"B\" ? ?? District") != text->npos);
}

TEST_CASE("Every character that a report uses has a glyph") {
    test::needApplication();
    const auto extracted = poppler("pdftotext -raw", *pdfBytes({"T", "", "", "", "", {Heading{1, "✓ → ″ ′ − – — ≤ ≥ × … “ ” ‘ ’ · • ÷ ± ½ ¢ § é ñ"}}}));
    if (!extracted) return; // poppler is not installed
    CHECK(searchable(*extracted).find("✓ → ″ ′ − – — ≤ ≥ × … “ ” ‘ ’ · • ÷ ± ½ ¢ § é ñ") != std::string::npos);
    CHECK(extracted->find('?') == extracted->npos);
}

TEST_CASE("Six options fit on the page, whatever they are called") {
    test::needApplication();
    std::vector<test::NamedCosts> options;
    for (int i = 0; i < 6; ++i)
        options.push_back({"Donaudampfschifffahrtsgesellschaft option " + std::to_string(i), {123'456'789, 987'654'321, 1}, 999'999'999});
    const auto comparison = test::comparisonOf(options);
    const auto bytes = *pdfBytes(comparisonReport(*comparison.scenarios[0].calculation->plan, comparison, {"a.tco", Date()}));
    CHECK(test::checkPdf(bytes).faults == std::vector<std::string>{});
    if (const auto text = poppler("pdftotext", bytes)) CHECK(text->find("$987,654,321") != text->npos);
}

TEST_CASE("Empty reports and empty plans are still whole PDFs") {
    test::needApplication();
    const Plan plan;
    const auto empty = comparisonReport(plan, compare(plan, {ScenarioId{}}), {"", Date()});
    for (const auto& report : {Report{}, empty, Report{"T", "", "", "", "", {Heading{1, ""}, Paragraph{}, Table{}, ChartBlock{}}}}) {
        const auto bytes = pdfBytes(report);
        REQUIRE(bytes);
        CHECK(test::checkPdf(*bytes).faults == std::vector<std::string>{});
    }
}

TEST_CASE("The preview shows the pages of the PDF") {
    test::needApplication();
    const auto report = boardReport();
    const auto images = pageImages(report, 0.5);
    CHECK(images.size() == test::checkPdf(*pdfBytes(report)).pages);
    for (const auto& image : images) {
        CHECK(image.size() == QSize(306, 396));
        const QRgb paper = qRgb(255, 255, 255);
        bool painted = false;
        for (int y = 0; y < image.height() && !painted; ++y)
            for (int x = 0; x < image.width() && !painted; ++x) painted = image.pixel(x, y) != paper;
        CHECK(painted);
    }
}

TEST_CASE("A place that cannot be written to is named in one sentence") {
    test::needApplication();
    const auto written = writePdf(boardReport(), "/no/such/folder/report.pdf");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::Unwritable);
    CHECK(written.error().message.find("report.pdf") != std::string::npos);
}
