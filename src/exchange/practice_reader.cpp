// SPDX-License-Identifier: Apache-2.0

// The files of resources/data and files of districts in the same form. The first fault ends the reading, and a key that
// nobody asked for is a fault, so that a typing error is not silently lost.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "json_text.hpp"
#include "tco/exchange/practice.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

using nlohmann::json;

constexpr std::string_view practiceFormat = "district-tco-practice", codesFormat = "district-tco-account-codes";
constexpr int formatVersion = 1, earliestYear = 1900, latestYear = 2199, mostMonths = 1200;

/// Where in the file, and the first fault found.
struct Reading {
    std::string source;
    std::optional<Error> fault;

    void refuse(std::string_view place, std::string_view sentence, ErrorCode code = ErrorCode::InvalidInput) {
        if (!fault) fault = Error{code, fmt::format("{}{}: {}", source, place, sentence), {}};
    }
};

/// One object in braces. Every key is asked for by name; finish() refuses the others.
class Object {
  public:
    Object(Reading& reading, const json& value, std::string place) : m_reading(reading), m_value(value), m_place(std::move(place)) {
        if (!value.is_object()) refuse({}, fmt::format("an object in braces is expected here, not {}.", describe(value)));
    }

    bool has(const char* key) { return find(key) != nullptr; }

    std::string text(const char* key, bool needed = true) {
        const auto* value = find(key);
        if (!value) return missing(key, needed), "";
        if (value->is_string() && !value->get_ref<const std::string&>().empty()) return *value;
        refuse(key, fmt::format("text in quotation marks is expected here, not {}.", describe(*value)));
        return {};
    }

    int number(const char* key, int lowest, int highest) {
        const auto* value = find(key);
        return value ? numberIn(*value, key, lowest, highest) : (missing(key, true), lowest);
    }

    std::optional<int> optionalNumber(const char* key, int lowest, int highest) {
        return has(key) ? std::optional(number(key, lowest, highest)) : std::nullopt;
    }

    bool flag(const char* key) {
        const auto* value = find(key);
        if (value && !value->is_boolean()) refuse(key, fmt::format("true or false is expected here, not {}.", describe(*value)));
        return value && value->is_boolean() && value->get<bool>();
    }

    Money money(const char* key) {
        const auto written = text(key);
        const auto amount = parseMoney(written);
        if (!amount)
            refuse(key, amount.error().message);
        else if (amount->isNegative())
            refuse(key, "the amount may not be negative.");
        return amount.value_or(Money());
    }

    /// The enumerator with this key, of `count` that begin at zero.
    template <class E> E oneOf(const char* key, int count) {
        const auto written = text(key);
        std::string known;
        for (int i = 0; i < count; ++i) {
            const auto name = tco::key(E(i));
            if (name == written) return E(i);
            known += fmt::format("{}{}", known.empty() ? "" : ", ", name);
        }
        refuse(key, fmt::format("“{}” is not known here; write one of {}.", written, known));
        return {};
    }

    std::vector<int> numbers(const char* key, int lowest, int highest) {
        std::vector<int> all;
        eachValue(key, true, [&](const json& value, const std::string&) { all.push_back(numberIn(value, key, lowest, highest)); });
        if (all.empty()) refuse(key, "at least one number is needed here.");
        return all;
    }

    /// The costs with these keys.
    std::vector<Element> elements(const char* key) {
        std::vector<Element> all;
        eachValue(key, false, [&](const json& value, const std::string&) {
            for (std::size_t i = 0; i < elementCount; ++i)
                if (value.is_string() && value.get_ref<const std::string&>() == tco::key(Element(i))) return all.push_back(Element(i));
            refuse(key, fmt::format("the key of a cost is expected here, such as \"interest\", not {}.", describe(value)));
        });
        return all;
    }

    /// Reads each object of a list, which may be left out.
    template <class Read> auto list(const char* key, Read read) {
        std::vector<decltype(read(std::declval<Object&>()))> all;
        eachValue(key, false, [&](const json& value, const std::string& place) {
            Object object(m_reading, value, place);
            all.push_back(read(object));
            object.finish();
        });
        return all;
    }

    template <class Read> auto optional(const char* key, Read read) -> std::optional<decltype(read(std::declval<Object&>()))> {
        const auto* value = find(key);
        if (!value) return {};
        Object object(m_reading, *value, fmt::format("{}, {}", m_place, key));
        auto result = read(object);
        object.finish();
        return result;
    }

    void refuse(std::string_view key, std::string_view sentence, ErrorCode code = ErrorCode::InvalidInput) {
        m_reading.refuse(key.empty() ? m_place : fmt::format("{}, {}", m_place, key), sentence, code);
    }

    void finish() {
        if (!m_value.is_object()) return;
        for (const auto& [name, value] : m_value.items())
            if (!m_asked.contains(name)) refuse({}, fmt::format("“{}” is not known here; docs/state-practice.md lists the keys.", name));
    }

  private:
    const json* find(const char* key) {
        m_asked.insert(key);
        const auto found = m_value.is_object() ? m_value.find(key) : m_value.end();
        return found == m_value.end() ? nullptr : &*found;
    }

    void missing(const char* key, bool needed) {
        if (needed) refuse({}, fmt::format("“{}” is missing.", key));
    }

    int numberIn(const json& value, const char* key, int lowest, int highest) {
        const auto number = wholeNumber(value);
        if (number && lowest <= *number && *number <= highest) return int(*number);
        refuse(key, fmt::format("a whole number from {} to {} is expected here, not {}.", lowest, highest, describe(value)));
        return lowest;
    }

    template <class Visit> void eachValue(const char* key, bool needed, Visit visit) {
        const auto* values = find(key);
        if (!values) return missing(key, needed);
        if (!values->is_array()) return refuse(key, fmt::format("a list in brackets is expected here, not {}.", describe(*values)));
        for (std::size_t i = 0; i < values->size(); ++i) visit((*values)[i], fmt::format("{}, {}, entry {}", m_place, key, i + 1));
    }

    Reading& m_reading;
    const json& m_value;
    std::string m_place;
    std::set<std::string> m_asked;
};

Evidence evidenceIn(Object& object) {
    return {.source = object.text("source"),
            .year = object.number("year", earliestYear, latestYear),
            .unconfirmed = object.flag("unconfirmed"),
            .note = object.text("note", false)};
}

/// Groups of codes, each with its evidence, as one list.
std::vector<AccountCode> codesIn(Object& object, const char* key) {
    std::vector<AccountCode> all;
    const auto groups = object.list(key, [](Object& group) {
        const auto evidence = evidenceIn(group);
        return group.list("codes", [&](Object& code) {
            return AccountCode{.code = code.text("code"),
                               .title = code.text("title", false),
                               .use = code.text("use", false),
                               .charges = code.elements("charges"),
                               .evidence = evidence};
        });
    });
    for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
    std::set<std::string_view> seen;
    for (const auto& code : all)
        if (!seen.insert(code.code).second) object.refuse(key, fmt::format("the code {} appears twice.", code.code));
    return all;
}

CodeLists codeListsIn(Object& object) {
    return {.functions = codesIn(object, "functions"),
            .objects = codesIn(object, "objects"),
            .funds = codesIn(object, "funds"),
            .balanceSheet = codesIn(object, "balance_sheet")};
}

LeaseLimit leaseLimitIn(Object& object) {
    return {.appliesTo = object.text("applies_to"),
            .longestMonths = object.optionalNumber("longest_months", 1, mostMonths),
            .conditions = object.list("conditions",
                                      [](Object& condition) {
                                          return LeaseCondition{.need = condition.oneOf<LeaseNeed>("need", int(LeaseNeed::Coding) + 1),
                                                                .text = condition.text("text"),
                                                                .fromMonths = condition.optionalNumber("from_months", 1, mostMonths)};
                                      }),
            .evidence = evidenceIn(object)};
}

StatePractice practiceIn(Object& root) {
    StatePractice practice{.state = root.text("state"), .name = root.text("name")};
    const auto isCapital = [](char letter) { return 'A' <= letter && letter <= 'Z'; };
    if (practice.state.size() != 2 || !std::ranges::all_of(practice.state, isCapital))
        root.refuse("state", fmt::format("“{}” are not the two capital letters of a state, such as IL.", practice.state));
    practice.fiscalYear = root.optional(
        "fiscal_year", [](Object& year) { return FiscalYearStart{.firstMonths = year.numbers("first_months", 1, 12), .evidence = evidenceIn(year)}; });
    practice.accountStyle =
        root.optional("account_style", [](Object& style) { return AccountStyle{.example = style.text("example"), .evidence = evidenceIn(style)}; });
    practice.codes = codeListsIn(root);
    practice.leases = root.list("leases", leaseLimitIn);
    practice.thresholds = root.list("thresholds", [](Object& threshold) {
        return CapitalizationThreshold{.kind = threshold.oneOf<ThresholdKind>("kind", int(ThresholdKind::Track) + 1),
                                       .appliesTo = threshold.text("applies_to"),
                                       .amount = threshold.money("amount"),
                                       .evidence = evidenceIn(threshold)};
    });
    practice.notes = root.list("notes", [](Object& note) { return PracticeNote{.text = note.text("text"), .evidence = evidenceIn(note)}; });
    return practice;
}

void checkFormat(Object& root, std::string_view format) {
    const auto found = root.text("format");
    if (found != format) root.refuse({}, fmt::format("the file must say \"format\": \"{}\".", format));
    if (root.number("version", 1, mostMonths) > formatVersion)
        root.refuse({}, fmt::format("this program reads version {} of such files; use a newer District TCO.", formatVersion), ErrorCode::NewerVersion);
}

template <class Read> auto readFileText(std::string_view text, std::string_view source, std::string_view format, Read read)
    -> Expected<decltype(read(std::declval<Object&>()))> {
    const auto parsed = parseStrictJson(text, source);
    if (!parsed) return failFrom(parsed);
    Reading reading{std::string(source), {}};
    Object root(reading, *parsed, {});
    checkFormat(root, format);
    auto result = read(root);
    root.finish();
    if (reading.fault) return tl::unexpected<Error>(*reading.fault);
    return result;
}

} // namespace

Expected<StatePractice> readPractice(std::string_view text, std::string_view source) { return readFileText(text, source, practiceFormat, practiceIn); }

Expected<AccountCodes> readAccountCodes(std::string_view text, std::string_view source) {
    return readFileText(text, source, codesFormat, [](Object& root) {
        return AccountCodes{.name = root.text("name"), .edition = root.number("edition", earliestYear, latestYear), .codes = codeListsIn(root)};
    });
}

} // namespace tco
