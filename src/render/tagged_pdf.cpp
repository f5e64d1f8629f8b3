// SPDX-License-Identifier: Apache-2.0
#include "tagged_pdf.hpp"

#include "pdf_parts.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace tco {
namespace {

using Object = QPDFObjectHandle;

/// Each chunk as a page of its own, in page coordinates.
QByteArray paintChunks(const Pages& pages) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(72 * 20);
    writer.setPageLayout({QPageSize(QPageSize::Letter), QPageLayout::Portrait, QMarginsF()});
    QPainter painter;
    for (const auto& chunk : pages.chunks) {
        if (painter.isActive())
            writer.newPage();
        else
            painter.begin(&writer);
        painter.save();
        painter.scale(20, 20);
        chunk.paint(painter);
        painter.restore();
    }
    painter.end();
    return buffer.data();
}

/// Qt names resources by their object number, so those of two chunks never clash.
void mergeResources(Object target, Object source) {
    for (const auto& category : source.getKeys()) {
        auto entries = source.getKey(category);
        if (!entries.isDictionary()) continue;
        if (!target.hasKey(category)) target.replaceKey(category, Object::newDictionary());
        for (const auto& name : entries.getKeys()) target.getKey(category).replaceKey(name, entries.getKey(name));
    }
}

std::string markOf(const Chunk& chunk, int id) {
    if (chunk.owner) return "/" + chunk.owner->tag + " <</MCID " + std::to_string(id) + ">> BDC\n";
    if (chunk.artifact.empty()) return "/Artifact BMC\n";
    return "/Artifact <</Type /Pagination /Subtype /" + chunk.artifact + ">> BDC\n";
}

/// Joins the chunks of each physical page. Returns the pages.
std::vector<Object> joinPages(QPDF& pdf, const Pages& pages, ContentIds& ids) {
    const auto chunkPages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::vector<Object> pdfPages;
    std::vector<std::string> contents;
    std::vector<int> nextId;
    for (std::size_t i = 0; i < pages.chunks.size(); ++i) {
        const auto& chunk = pages.chunks[i];
        auto chunkPage = chunkPages.at(i);
        if (pdfPages.size() <= chunk.page) { // every page has a footer, so none is skipped
            pdfPages.push_back(chunkPage.getObjectHandle());
            contents.emplace_back();
            nextId.push_back(0);
        } else {
            mergeResources(pdfPages[chunk.page].getKey("/Resources"), chunkPage.getObjectHandle().getKey("/Resources"));
        }
        ids.push_back(chunk.owner ? nextId[chunk.page]++ : -1);
        std::string body;
        Pl_String sink("chunk", nullptr, body);
        chunkPage.pipeContents(&sink);
        contents[chunk.page] += markOf(chunk, ids.back()) + "q\n" + body + "\nQ\nEMC\n";
    }
    // At once: removing the chunks' pages one by one would take quadratic time.
    auto tree = pdf.getRoot().getKey("/Pages");
    tree.replaceKey("/Kids", Object::newArray(pdfPages));
    tree.replaceKey("/Count", Object::newInteger(static_cast<long long>(pdfPages.size())));
    for (std::size_t n = 0; n < pdfPages.size(); ++n) {
        pdfPages[n].replaceKey("/Parent", tree);
        pdfPages[n].replaceKey("/Contents", pdf.newStream(contents[n]));
        pdfPages[n].replaceKey("/StructParents", Object::newInteger(static_cast<long long>(n)));
        pdfPages[n].replaceKey("/Tabs", Object::newName("/S"));
    }
    pdf.updateAllPagesCache();
    return pdfPages;
}

} // namespace

std::string contentOf(QPDFObjectHandle stream) {
    std::string content;
    Pl_String sink("content", nullptr, content);
    stream.pipeStreamData(&sink, 0, qpdf_dl_all);
    return content;
}

std::string taggedPdf(const Pages& pages, const PdfProperties& properties) {
    const auto painted = paintChunks(pages);
    QPDF pdf;
    pdf.processMemoryFile("painted pages", painted.constData(), std::size_t(painted.size()));
    ContentIds ids;
    auto pdfPages = joinPages(pdf, pages, ids);
    repairTextMapping(pdf);
    addStructure(pdf, pages, pdfPages, ids);
    addBookmarks(pdf, pages, pdfPages);
    addMetadata(pdf, properties);

    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true); // PDF/A, 6.1.7.1
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

} // namespace tco
