// SPDX-License-Identifier: Apache-2.0
#pragma once

// Laid-out pages become a tagged PDF. Every chunk is painted with QPainter as a page of its own of a QPdfWriter;
// libqpdf then joins the chunks of a physical page, wraps each in marked content and adds the structure tree. No
// content stream of Qt is parsed or guessed. docs/report.md tells the whole story.

#include <string>

#include "pages.hpp"

namespace tco {

struct PdfProperties {
    std::string title, author, subject;
};

/// Deterministic for one version of Qt and libqpdf. Throws std::exception when libqpdf refuses its own input.
std::string taggedPdf(const Pages& pages, const PdfProperties& properties);

} // namespace tco
