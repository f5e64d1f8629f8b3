// SPDX-License-Identifier: Apache-2.0
#pragma once

// A disk on which every step of writing can fail, or be the last: what SQLite writes and what tco/base/file.hpp writes are counted
// together. While there is no FaultyDisk nothing fails.

#include <functional>

namespace tco::test {

class FaultyDisk {
  public:
    /// From step number `first` on (the first is 0) `fault` is asked; an errno value other than 0 makes the step fail.
    FaultyDisk(int first, std::function<int()> fault);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    int steps() const; ///< so far
};

} // namespace tco::test
