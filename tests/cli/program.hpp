// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs the real `tco` in a folder of its own.

#include <filesystem>
#include <string>
#include <vector>

namespace tco::test {

struct Outcome {
    int exitCode = -1;
    std::string out, err;
};

/// A temporary folder in which the program runs; gone at the end.
class Workplace {
  public:
    Workplace();
    ~Workplace();
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    /// Paths in the arguments are relative to the folder. `out` may name another place for standard output.
    Outcome run(const std::vector<std::string>& arguments, const std::string& out = {}) const;
    /// The same, and the program must be done without an error.
    std::string done(const std::vector<std::string>& arguments) const;

    std::string read(const std::string& name) const;
    void write(const std::string& name, const std::string& content) const;
    bool exists(const std::string& name) const { return std::filesystem::exists(m_folder / name); }
    const std::filesystem::path& folder() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
};

/// A file of resources/samples.
std::string sample(const std::string& name);
std::vector<std::string> samplePlans();

} // namespace tco::test
