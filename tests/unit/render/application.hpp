// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tco/render/pdf.hpp"

namespace tco::test {

/// One for the whole test program, and never destroyed: Qt neither begins again nor ends after main().
inline void needApplication() {
    static const auto* application = new OffscreenApplication;
    static_cast<void>(application);
}

} // namespace tco::test
