// SPDX-License-Identifier: Apache-2.0
#include "pdfua_check.hpp"

#include <map>
#include <set>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace tco::test {
namespace {

using Object = QPDFObjectHandle;

/// What one page paints, and inside which marks.
struct PageContent : Object::ParserCallbacks {
    int depth = 0, unmarked = 0;
    std::set<int> ids;
    std::vector<Object> operands;

    void handleObject(Object object) override {
        static const std::set<std::string> painting{"Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"};
        if (!object.isOperator()) {
            operands.push_back(object);
            return;
        }
        const auto name = object.getOperatorValue();
        if (name == "BDC" || name == "BMC") {
            ++depth;
            if (name == "BDC" && operands.size() > 1 && operands[1].isDictionary() && operands[1].hasKey("/MCID"))
                ids.insert(int(operands[1].getKey("/MCID").getIntValue()));
        } else if (name == "EMC") {
            --depth;
        } else if (depth == 0 && painting.contains(name)) {
            ++unmarked;
        }
        operands.clear();
    }
    void handleEOF() override {}
};

class Checker {
  public:
    explicit Checker(const std::string& bytes) { m_pdf.processMemoryFile("report", bytes.data(), bytes.size()); }

    PdfCheck run() {
        checkCatalog();
        const auto pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
        m_result.pages = pages.size();
        for (std::size_t n = 0; n < pages.size(); ++n) checkPage(pages[n], int(n));
        auto tree = m_pdf.getRoot().getKey("/StructTreeRoot");
        need(tree.isDictionary(), "There is no structure tree.");
        if (tree.isDictionary()) walk(tree.getKey("/K"), Object::newNull());
        for (const auto& [page, ids] : m_painted)
            need(m_owned[page] == ids, "Page " + std::to_string(page + 1) + ": the marked content and the structure tree differ.");
        for (const auto& warning : m_pdf.getWarnings()) need(false, warning.what());
        for (auto& outline : QPDFOutlineDocumentHelper(m_pdf).getTopLevelOutlines()) collect(outline);
        return std::move(m_result);
    }

  private:
    void need(bool ok, const std::string& fault) {
        if (!ok) m_result.faults.push_back(fault);
    }

    void collect(QPDFOutlineObjectHelper& outline) {
        m_result.bookmarks.push_back(outline.getTitle());
        need(outline.getDestPage().isDictionary(), "A bookmark leads nowhere.");
        for (auto& kid : outline.getKids()) collect(kid);
    }

    static bool isTrue(Object object) { return object.isBool() && object.getBoolValue(); }

    void checkCatalog() {
        auto catalog = m_pdf.getRoot();
        need(catalog.getKey("/Lang").isString(), "There is no language.");
        auto mark = catalog.getKey("/MarkInfo"), preferences = catalog.getKey("/ViewerPreferences");
        need(mark.isDictionary() && isTrue(mark.getKey("/Marked")), "It is not marked as tagged.");
        need(preferences.isDictionary() && isTrue(preferences.getKey("/DisplayDocTitle")), "The title is not displayed.");
        std::string xmp;
        if (catalog.getKey("/Metadata").isStream()) {
            Pl_String sink("xmp", nullptr, xmp);
            catalog.getKey("/Metadata").pipeStreamData(&sink, 0, qpdf_dl_all);
        }
        for (const char* property : {"<pdfuaid:part>1", "<pdfaid:part>2", "<dc:title>"})
            need(xmp.find(property) != xmp.npos, std::string("XMP lacks ") + property + ".");
        need(catalog.getKey("/OutputIntents").isArray(), "There is no output intent.");
    }

    void checkPage(QPDFPageObjectHelper page, int number) {
        auto object = page.getObjectHandle();
        const auto where = "Page " + std::to_string(number + 1) + ": ";
        m_pageNumbers[object.getObjGen()] = number;
        need(object.getKey("/Tabs").isName() && object.getKey("/Tabs").getName() == "/S", where + "the tab order is not that of the structure.");
        need(object.hasKey("/StructParents"), where + "there is no way from content to structure.");
        PageContent content;
        page.parseContents(&content);
        need(content.unmarked == 0, where + std::to_string(content.unmarked) + " painting operators are outside marked content.");
        need(content.depth == 0, where + "marks are opened and not closed.");
        m_painted[number] = content.ids;
        for (auto& [name, font] : page.getAttribute("/Resources", false).getKey("/Font").getDictAsMap()) checkFont(name, font);
    }

    void checkFont(const std::string& name, Object font) {
        auto descendants = font.getKey("/DescendantFonts");
        auto descriptor = (descendants.isArray() ? descendants.getArrayItem(0) : font).getKey("/FontDescriptor");
        const bool embedded =
            descriptor.isDictionary() && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3"));
        need(embedded, "Font " + name + " is not embedded.");
        need(font.hasKey("/ToUnicode"), "Font " + name + " does not say which characters it shows.");
        auto family = font.getKey("/BaseFont").getName();
        family.erase(0, family.find_last_of("/+") + 1);
        m_result.fonts.push_back(family);
    }

    static bool hasAttribute(Object element, const char* key) {
        auto attributes = element.getKey("/A");
        if (attributes.isDictionary()) return attributes.hasKey(key);
        if (attributes.isArray())
            for (auto& each : attributes.getArrayAsVector())
                if (each.isDictionary() && each.hasKey(key)) return true;
        return false;
    }

    void walk(Object node, Object page) {
        if (node.isInteger()) {
            const auto number = m_pageNumbers.at(page.getObjGen());
            need(m_owned[number].insert(int(node.getIntValue())).second, "A piece of content has two owners.");
            return;
        }
        if (node.isArray()) {
            for (auto& kid : node.getArrayAsVector()) walk(kid, page);
            return;
        }
        if (!node.isDictionary()) return;
        if (node.hasKey("/Pg")) page = node.getKey("/Pg");
        if (node.hasKey("/MCID")) return walk(node.getKey("/MCID"), page);
        checkElement(node);
        walk(node.getKey("/K"), page);
    }

    void checkElement(Object element) {
        const auto tag = element.getKey("/S").getName().substr(1);
        m_result.tags.push_back(tag);
        if (tag == "Figure") {
            auto alt = element.getKey("/Alt");
            need(alt.isString() && !alt.getUTF8Value().empty(), "A figure has no alternative text.");
            if (alt.isString()) m_result.alternativeTexts.push_back(alt.getUTF8Value());
            need(hasAttribute(element, "/BBox"), "A figure has no bounding box.");
        }
        if (tag == "TH") need(hasAttribute(element, "/Scope"), "A header cell has no scope.");
        if (tag.size() == 2 && tag[0] == 'H') {
            need(tag[1] - '0' <= m_lastHeading + 1, "A heading level is skipped before " + tag + ".");
            m_lastHeading = tag[1] - '0';
        }
        if (tag == "TR") {
            auto parent = element.getKey("/P").getKey("/S");
            need(parent.isName() && (parent.getName() == "/THead" || parent.getName() == "/TBody"), "A table row is outside a table.");
        }
    }

    QPDF m_pdf;
    PdfCheck m_result;
    std::map<QPDFObjGen, int> m_pageNumbers;
    std::map<int, std::set<int>> m_painted, m_owned;
    int m_lastHeading = 0;
};

} // namespace

PdfCheck checkPdf(const std::string& bytes) { return Checker(bytes).run(); }

} // namespace tco::test
