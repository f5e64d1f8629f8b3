// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts that libqpdf adds to the painted pages.

#include <string>
#include <vector>

#define POINTERHOLDER_TRANSITION 4 // libqpdf 11 asks for it
#include <qpdf/QPDF.hh>

#include "pages.hpp"
#include "tagged_pdf.hpp"

namespace tco {

/// The MCID of each chunk on its page; -1 for artifacts.
using ContentIds = std::vector<int>;

/// Structure tree and parent tree, and the marks in the catalog that go with them.
void addStructure(QPDF& pdf, const Pages& pages, std::vector<QPDFObjectHandle>& pdfPages, const ContentIds& ids);
void addBookmarks(QPDF& pdf, const Pages& pages, std::vector<QPDFObjectHandle>& pdfPages);
/// Title, author, XMP, language, colour profile.
void addMetadata(QPDF& pdf, const PdfProperties& properties);
/// Qt's fonts map the glyph of the space back to a tab; text read out of the PDF must have the space.
void repairTextMapping(QPDF& pdf);

std::string contentOf(QPDFObjectHandle stream);

} // namespace tco
