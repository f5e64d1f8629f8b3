// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

#include <sys/wait.h>

#include <catch2/catch_all.hpp>
#include <fmt/format.h>

namespace tco::test {
namespace {

std::string quoted(std::string text) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != text.npos; at += 4) text.replace(at, 1, "'\\''");
    return "'" + text + "'";
}

} // namespace

Workplace::Workplace() : m_folder(std::filesystem::temp_directory_path() / fmt::format("tco-cli-{:08x}", std::random_device{}())) {
    std::filesystem::create_directories(m_folder);
}

Workplace::~Workplace() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

Outcome Workplace::run(const std::vector<std::string>& arguments, const std::string& out) const {
    auto command = fmt::format("cd {} && XDG_STATE_HOME={} {}", quoted(m_folder.string()), quoted((m_folder / "state").string()), quoted(TCO_PROGRAM));
    for (const auto& argument : arguments) command += " " + quoted(argument);
    command += fmt::format(" >{} 2>.err </dev/null", quoted(out.empty() ? ".out" : out));
    const int status = std::system(command.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), out.empty() ? read(".out") : std::string(), read(".err")};
}

std::string Workplace::done(const std::vector<std::string>& arguments) const {
    const auto outcome = run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.exitCode == 0);
    return outcome.out;
}

std::string Workplace::read(const std::string& name) const {
    std::ifstream file(m_folder / name, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

void Workplace::write(const std::string& name, const std::string& content) const {
    std::ofstream file(m_folder / name, std::ios::binary);
    file << content;
    REQUIRE(file.flush());
}

std::string sample(const std::string& name) { return TCO_SOURCE_DIR "/resources/samples/" + name; }

std::vector<std::string> samplePlans() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(TCO_SOURCE_DIR "/resources/samples"))
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    REQUIRE(paths.size() >= 3);
    return paths;
}

} // namespace tco::test
