// SPDX-License-Identifier: Apache-2.0
#include "tco/base/id.hpp"

#include <random>

namespace tco {

IdSource::IdSource() {
    // Blocks of 2^24 ids: 2^29 blocks, so two sessions clash about once in half a billion.
    std::random_device device;
    std::uniform_int_distribution<RawId> block(1, (RawId{1} << 29) - 1);
    m_next = (block(device) << 24) + 1;
}

IdSource::IdSource(RawId first) : m_next(first) {}

} // namespace tco
