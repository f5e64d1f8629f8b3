// SPDX-License-Identifier: Apache-2.0
#include "pdf_parts.hpp"

#include <fmt/format.h>

namespace tco {
namespace {

using Object = QPDFObjectHandle;

class StructureWriter {
  public:
    StructureWriter(QPDF& pdf, const Pages& pages, std::vector<Object>& pdfPages, const ContentIds& ids)
        : m_pdf(pdf), m_pages(pages), m_pdfPages(pdfPages), m_ids(ids), m_owners(pdfPages.size()) {}

    void write() {
        auto root = m_pdf.makeIndirectObject(Object::parse("<< /Type /StructTreeRoot >>"));
        root.replaceKey("/K", element(m_pages.document, root));
        auto numbers = Object::newArray();
        for (std::size_t n = 0; n < m_owners.size(); ++n) {
            numbers.appendItem(Object::newInteger(static_cast<long long>(n)));
            numbers.appendItem(m_pdf.makeIndirectObject(Object::newArray(m_owners[n])));
        }
        auto parents = Object::newDictionary();
        parents.replaceKey("/Nums", numbers);
        root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(parents));
        root.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<long long>(m_owners.size())));
        auto catalog = m_pdf.getRoot();
        catalog.replaceKey("/StructTreeRoot", root);
        catalog.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    }

  private:
    Object element(const StructNode& node, Object parent) {
        auto made = m_pdf.makeIndirectObject(Object::parse("<< /Type /StructElem >>"));
        made.replaceKey("/S", Object::newName("/" + node.tag));
        made.replaceKey("/P", parent);
        if (!node.alt.empty()) made.replaceKey("/Alt", Object::newUnicodeString(node.alt));
        if (!node.scope.empty()) made.replaceKey("/A", Object::parse(fmt::format("<< /O /Table /Scope /{} >>", node.scope)));
        if (node.tag == "Figure")
            made.replaceKey("/A", Object::parse(fmt::format("<< /O /Layout /Placement /Block /BBox [{:.2f} {:.2f} {:.2f} {:.2f}] >>", node.box.left(),
                                                            Pages::height - node.box.bottom(), node.box.right(), Pages::height - node.box.top())));
        auto kids = Object::newArray();
        for (const auto chunk : node.chunks) addContent(made, kids, chunk, m_pages.chunks[node.chunks.front()].page);
        for (const auto& kid : node.kids) kids.appendItem(element(*kid, made));
        if (kids.getArrayNItems() > 0) made.replaceKey("/K", kids);
        return made;
    }

    /// Content on the element's first page is named by its number; on a later page the page is named too.
    void addContent(Object owner, Object kids, std::size_t chunk, std::size_t firstPage) {
        const auto page = m_pages.chunks[chunk].page;
        const auto id = Object::newInteger(m_ids[chunk]);
        if (page == firstPage) {
            owner.replaceKey("/Pg", m_pdfPages[page]);
            kids.appendItem(id);
        } else {
            auto reference = Object::parse("<< /Type /MCR >>");
            reference.replaceKey("/Pg", m_pdfPages[page]);
            reference.replaceKey("/MCID", id);
            kids.appendItem(reference);
        }
        m_owners[page].push_back(owner); // visited in the order of the numbers
    }

    QPDF& m_pdf;
    const Pages& m_pages;
    std::vector<Object>& m_pdfPages;
    const ContentIds& m_ids;
    std::vector<std::vector<Object>> m_owners; ///< by page and MCID
};

/// The bookmark `index`, its followers of a deeper level as its children; moves `index` behind them.
Object bookmarkTree(QPDF& pdf, const Pages& pages, std::vector<Object>& pdfPages, std::size_t& index, Object parent, int level, long long& count) {
    Object first, last;
    while (index < pages.bookmarks.size() && pages.bookmarks[index].level >= level) {
        const auto& bookmark = pages.bookmarks[index++];
        auto item = pdf.makeIndirectObject(Object::newDictionary());
        item.replaceKey("/Title", Object::newUnicodeString(bookmark.title.toStdString()));
        item.replaceKey("/Parent", parent);
        auto target = Object::newArray();
        target.appendItem(pdfPages[bookmark.page]);
        target.appendItem(Object::newName("/XYZ"));
        target.appendItem(Object::newInteger(0));
        target.appendItem(Object::newReal(Pages::height - bookmark.top, 1));
        target.appendItem(Object::newNull());
        item.replaceKey("/Dest", target);
        long long below = 0;
        bookmarkTree(pdf, pages, pdfPages, index, item, bookmark.level + 1, below);
        count += 1 + below;
        if (last.isInitialized()) {
            last.replaceKey("/Next", item);
            item.replaceKey("/Prev", last);
        } else {
            first = item;
        }
        last = item;
    }
    if (first.isInitialized()) {
        parent.replaceKey("/First", first);
        parent.replaceKey("/Last", last);
        parent.replaceKey("/Count", Object::newInteger(count));
    }
    return parent;
}

} // namespace

void addStructure(QPDF& pdf, const Pages& pages, std::vector<QPDFObjectHandle>& pdfPages, const ContentIds& ids) {
    StructureWriter(pdf, pages, pdfPages, ids).write();
}

void addBookmarks(QPDF& pdf, const Pages& pages, std::vector<QPDFObjectHandle>& pdfPages) {
    if (pages.bookmarks.empty()) return;
    auto outlines = pdf.makeIndirectObject(Object::parse("<< /Type /Outlines >>"));
    std::size_t index = 0;
    long long count = 0;
    bookmarkTree(pdf, pages, pdfPages, index, outlines, 1, count);
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

} // namespace tco
