// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything a plan says as one text, so that two plans can be compared and the difference read.

#include <string>

#include "tco/model/plan.hpp"

namespace tco::test {

inline std::string planText(const Plan& plan) {
    std::string text;
    const auto line = [&](ItemRef item, std::string_view field, std::string_view value) {
        text += std::string(infoOf(item.kind).key) + ' ' + std::to_string(item.id) + ' ' + std::string(field) + " = " + std::string(value) + '\n';
    };
    for (const Kind kind : allKinds)
        for (const auto item : itemsOf(plan, kind))
            for (const auto& field : fieldsOf(kind)) line(item, field.key, canonicalText(field, valueOf(plan, item, field.key)));
    for (const auto& [ref, provenance] : plan.provenance)
        line(ref.item, "source of " + ref.field, provenance.source + " | " + provenance.note + " | " + std::string(key(provenance.confidence)));
    for (const auto& [where, value] : plan.overrides) {
        const auto* field = findField(where.second.item.kind, where.second.field);
        line(where.second.item, "in scenario " + std::to_string(where.first.value) + ' ' + where.second.field, field ? canonicalText(*field, value) : "?");
    }
    return text;
}

} // namespace tco::test
