// SPDX-License-Identifier: Apache-2.0
#pragma once

// The calendar and clock on the wall of the one who works: for what a file notes about an edit, never for a calculation.

#include <functional>
#include <string>

#include "tco/base/date.hpp"

namespace tco {

struct Moment {
    Date day;
    std::string time; ///< "10:42:07"
};

/// Where the present moment comes from; tests bring their own.
using Clock = std::function<Moment()>;

Moment now(); ///< here, by this computer's clock
Date today();

} // namespace tco
