// SPDX-License-Identifier: Apache-2.0
#pragma once

// A folder of its own for one test, removed at its end.

#include <filesystem>
#include <random>
#include <string>

namespace tco::test {

class TemporaryFolder {
  public:
    TemporaryFolder() : m_path(std::filesystem::temp_directory_path() / ("tco-test-" + std::to_string(std::random_device{}()))) {
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

  private:
    std::filesystem::path m_path;
};

} // namespace tco::test
