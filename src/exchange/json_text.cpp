// SPDX-License-Identifier: Apache-2.0
#include "json_text.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace tco {
namespace {

using nlohmann::json;

constexpr std::size_t maxDepth = 16;

/// Reads the text once without building anything, to find what the library would let pass.
class StrictnessCheck final : public nlohmann::json_sax<json> {
  public:
    StrictnessCheck(std::string_view text, std::string_view source) : m_text(text), m_source(source) {}

    Error takeError() { return std::move(m_error); }

    bool null() override { return nextEntry(); }
    bool boolean(bool) override { return nextEntry(); }
    bool number_integer(number_integer_t) override { return nextEntry(); }
    bool number_unsigned(number_unsigned_t) override { return nextEntry(); }
    bool number_float(number_float_t, const string_t&) override { return nextEntry(); }
    bool string(string_t&) override { return nextEntry(); }
    bool binary(binary_t&) override { return nextEntry(); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        auto& level = m_levels.back();
        if (!level.keys.insert(name).second) return refuse(fmt::format("{}{}: “{}” appears twice.", m_source, place(), name));
        level.key = name;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception& error) override {
        const auto read = m_text.substr(0, position > 0 ? position - 1 : 0);
        const auto line = std::ranges::count(read, '\n') + 1;
        m_error = {ErrorCode::InvalidInput, fmt::format("{}, line {}: this is not correct JSON.", m_source, line), error.what()};
        return false;
    }

  private:
    struct Level {
        bool isObject;
        std::set<std::string> keys;
        std::string key;       ///< the one being read, in an object
        std::size_t entry = 0; ///< the one being read, in a list
    };

    bool refuse(std::string sentence) {
        m_error = {ErrorCode::InvalidInput, std::move(sentence), {}};
        return false;
    }

    bool nextEntry() {
        if (!m_levels.empty() && !m_levels.back().isObject) ++m_levels.back().entry;
        return true;
    }

    bool open(bool isObject) {
        nextEntry();
        if (m_levels.size() == maxDepth) return refuse(fmt::format("{}{}: braces and brackets are nested too deeply.", m_source, place()));
        m_levels.push_back({isObject, {}, {}, 0});
        return true;
    }

    bool close() {
        m_levels.pop_back();
        return true;
    }

    std::string place() const {
        std::string text;
        for (std::size_t i = 0; i + 1 < m_levels.size(); ++i)
            text += m_levels[i].isObject ? ", " + m_levels[i].key : fmt::format(", entry {}", m_levels[i].entry);
        return text;
    }

    std::string_view m_text, m_source;
    std::vector<Level> m_levels;
    Error m_error;
};

} // namespace

Expected<json> parseStrictJson(std::string_view text, std::string_view source) {
    StrictnessCheck check(text, source);
    if (!json::sax_parse(text, &check)) return tl::unexpected<Error>(check.takeError());
    return json::parse(text, nullptr, false);
}

std::string jsonText(const nlohmann::ordered_json& value) {
    // Text that is not UTF-8 cannot come from our readers; should it be there, the rest still gets out.
    return value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::optional<std::int64_t> wholeNumber(const json& value) {
    if (!value.is_number_integer()) return {};
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return {};
    return value.get<std::int64_t>();
}

std::string describe(const json& value) {
    switch (value.type()) {
    case json::value_t::null: return "null";
    case json::value_t::object: return "an object";
    case json::value_t::array: return "a list";
    case json::value_t::boolean: return value.get<bool>() ? "true" : "false";
    case json::value_t::string: return fmt::format("“{}”", value.get_ref<const std::string&>());
    default: return fmt::format("the number {}", value.dump());
    }
}

} // namespace tco
