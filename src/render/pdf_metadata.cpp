// SPDX-License-Identifier: Apache-2.0

// What PDF/UA-1 and PDF/A-2a want to know about a document besides its tags.

#include "pdf_parts.hpp"

#include <QColorSpace>
#include <QString>

#include <fmt/format.h>

namespace tco {
namespace {

using Object = QPDFObjectHandle;

constexpr const char* creatorTool = "District TCO";

std::string escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped().toStdString(); }

std::string inDefaultLanguage(const std::string& text) { return fmt::format(R"(<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>)", escaped(text)); }

/// PDF/A knows no PDF/UA property, so its schema has to be described (ISO 19005-2, 6.6.2.3.3).
constexpr const char* uaSchema =
    R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>)"
    R"(<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>)"
    R"(<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>)"
    R"(<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>)"
    R"(<pdfaProperty:description>PDF/UA version</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>)";

std::string xmp(const PdfProperties& properties) {
    std::string text = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="")"
                       R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/")"
                       R"( xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/")"
                       R"( xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#")"
                       R"( xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">)";
    text += "<dc:title>" + inDefaultLanguage(properties.title) + "</dc:title>";
    if (!properties.subject.empty()) text += "<dc:description>" + inDefaultLanguage(properties.subject) + "</dc:description>";
    if (!properties.author.empty()) text += "<dc:creator><rdf:Seq><rdf:li>" + escaped(properties.author) + "</rdf:li></rdf:Seq></dc:creator>";
    text += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool>", creatorTool);
    text += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>";
    return text + uaSchema + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// No dates and no random id: the same report has the same bytes.
void addInfo(QPDF& pdf, const PdfProperties& properties) {
    auto info = Object::newDictionary();
    info.replaceKey("/Title", Object::newUnicodeString(properties.title));
    if (!properties.author.empty()) info.replaceKey("/Author", Object::newUnicodeString(properties.author));
    if (!properties.subject.empty()) info.replaceKey("/Subject", Object::newUnicodeString(properties.subject));
    info.replaceKey("/Creator", Object::newUnicodeString(creatorTool));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
    pdf.getTrailer().removeKey("/ID");
}

Object outputIntent(QPDF& pdf) {
    const QByteArray profile = QColorSpace(QColorSpace::SRgb).iccProfile();
    auto stream = pdf.newStream(std::string(profile.constData(), std::size_t(profile.size())));
    stream.getDict().replaceKey("/N", Object::newInteger(3));
    auto intent = Object::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) >>");
    intent.replaceKey("/DestOutputProfile", stream);
    return intent;
}

} // namespace

void addMetadata(QPDF& pdf, const PdfProperties& properties) {
    auto catalog = pdf.getRoot();
    catalog.replaceKey("/Lang", Object::newString("en-US"));
    catalog.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    auto metadata = pdf.newStream(xmp(properties));
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    catalog.replaceKey("/Metadata", metadata);
    auto intents = Object::newArray();
    intents.appendItem(outputIntent(pdf));
    catalog.replaceKey("/OutputIntents", intents);
    addInfo(pdf, properties);
}

void repairTextMapping(QPDF& pdf) {
    for (auto& object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font") || !object.getKey("/ToUnicode").isStream()) continue;
        auto map = contentOf(object.getKey("/ToUnicode"));
        // Qt writes "<glyph> <glyph> [<code> …]": a code follows a bracket, or a code and a space.
        for (auto at = map.find("<0009>"); at != map.npos; at = map.find("<0009>", at + 6))
            if (at > 0 && map[at - 1] != '\n') map.replace(at, 6, "<0020>");
        object.getKey("/ToUnicode").replaceStreamData(map, Object::newNull(), Object::newNull());
    }
}

} // namespace tco
