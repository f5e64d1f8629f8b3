// SPDX-License-Identifier: Apache-2.0
#include "tco/render/pdf.hpp"

#include <exception>

#include <QImage>
#include <QPainter>

#include "page_layout.hpp"
#include "tagged_pdf.hpp"
#include "tco/base/file.hpp"

namespace tco {

Expected<std::string> pdfBytes(const Report& report) {
    const auto pages = layoutPages(report);
    try {
        return taggedPdf(*pages, {report.title, report.author, report.subject});
    } catch (const std::exception& problem) { // libqpdf
        return fail(ErrorCode::Unwritable, "The PDF could not be put together; please send the log to the developers.", problem.what());
    }
}

Expected<void> writePdf(const Report& report, const std::filesystem::path& path) {
    const auto bytes = pdfBytes(report);
    if (!bytes) return failFrom(bytes);
    return writeFileAtomically(path, *bytes);
}

std::vector<QImage> pageImages(const Report& report, double scale) {
    const auto pages = layoutPages(report);
    std::vector<QImage> images;
    for (std::size_t n = 0; n < pages->count; ++n) {
        images.emplace_back(qRound(Pages::width * scale), qRound(Pages::height * scale), QImage::Format_RGB32);
        images.back().fill(Qt::white);
    }
    for (const auto& chunk : pages->chunks) {
        QPainter painter(&images[chunk.page]);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        chunk.paint(painter);
    }
    return images;
}

} // namespace tco
