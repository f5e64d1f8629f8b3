// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a program can check of PDF/UA-1, on libqpdf. It finds on broken files what veraPDF finds.

#include <string>
#include <vector>

namespace tco::test {

struct PdfCheck {
    std::vector<std::string> faults; ///< one sentence each; empty = nothing found
    std::vector<std::string> tags;   ///< structure types in reading order
    std::vector<std::string> alternativeTexts;
    std::vector<std::string> bookmarks;
    std::vector<std::string> fonts; ///< without the subset's prefix
    std::size_t pages = 0;
};

PdfCheck checkPdf(const std::string& bytes);

} // namespace tco::test
