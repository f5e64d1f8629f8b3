// SPDX-License-Identifier: Apache-2.0
#include "tco/model/defaults.hpp"

#include <cassert>

namespace tco {

void applyDefaults(Plan& plan, ItemRef item, std::span<const DefaultValue> defaults) {
    for (const auto& entry : defaults) {
        const auto* field = findField(item.kind, entry.field);
        assert(field);
        const auto value = valueFromCanonical(*field, entry.value);
        assert(value);
        setValue(plan, item, entry.field, *value);
        plan.provenance[{item, std::string(entry.field)}] = {std::string(entry.source), {}, entry.confidence};
    }
}

} // namespace tco
