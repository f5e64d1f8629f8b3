// SPDX-License-Identifier: Apache-2.0

// The program is killed hundreds of times: at every step of writing, and at any moment. Each time the file must hold a
// state that was saved, and what is offered back must be the last state that edit() had promised, or the one it was making.

#include <cstdint>
#include <filesystem>
#include <optional>

#include <catch2/catch_all.hpp>
#include <poll.h>

#include "faulty_disk.hpp"
#include "support/plan_text.hpp"
#include "support/random_plan.hpp"
#include "support/state_folder.hpp"
#include "tco/document/document.hpp"

using namespace tco;
using test::between, test::chance, test::Random;

// Each fork copies the page tables of the process: the sanitizer must not hold on to much memory that was freed.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=2:thread_local_quarantine_size_kb=64:malloc_context_size=4"; } // NOLINT

namespace {

const DocumentOptions asDesktop{.locking = true, .recovery = true};
constexpr ItemRef district{Kind::District, singleId};

/// Names a state of a plan and its devices.
std::uint64_t nameOf(const Plan& plan, std::vector<std::string> serials) {
    std::ranges::sort(serials);
    auto text = test::planText(plan);
    for (const auto& serial : serials) text += serial + '\n';
    return std::hash<std::string>{}(text);
}
std::uint64_t nameOf(const Document& document) { return nameOf(document.plan(), document.deviceSerials()); }

/// What the program that will be killed tells the test.
enum class Event : std::uint64_t {
    Begins,   ///< the state it starts with
    WillBe,   ///< the state that an edit, undo or redo is about to make
    Is,       ///< the state after it
    WillSave, ///< the state that is about to be saved
    HasSaved
};
struct Message {
    Event event;
    std::uint64_t state;
};

/// Both ends of a pipe.
class Pipe {
  public:
    Pipe() { REQUIRE(pipe(m_ends) == 0); }
    ~Pipe() {
        closeWriting();
        close(m_ends[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void tell(Event event, std::uint64_t state) const {
        const Message message{event, state};
        if (write(m_ends[1], &message, sizeof message) != sizeof message) std::abort();
    }
    void closeWriting() {
        if (!std::exchange(m_isClosed, true)) close(m_ends[1]);
    }
    /// Nothing at the end, or when nothing comes for so long.
    std::optional<Message> next(int milliseconds) const {
        pollfd wait{m_ends[0], POLLIN, 0};
        Message message{};
        if (poll(&wait, 1, milliseconds) <= 0 || read(m_ends[0], &message, sizeof message) != sizeof message) return {};
        return message;
    }

  private:
    int m_ends[2] = {};
    bool m_isClosed = false;
};

/// Works on a plan and tells what it does. Any fault ends the process otherwise than by the kill that the test waits for.
class Worker {
  public:
    Worker(const std::filesystem::path& path, const Pipe& pipe, std::uint32_t seed) : m_pipe(pipe), m_random(seed), m_document(begin(path, m_random)) {
        m_states.push_back(nameOf(m_document));
        m_pipe.tell(Event::Begins, m_states.back());
    }

    /// With an import of so many devices.
    void edit(int devices = 0) {
        const auto made = m_document.edit("Edit", [&](Editor& editor) -> Expected<void> {
            const auto text = std::to_string(m_random());
            must(editor.set(district, "name", text)); // several tables: all or nothing
            must(editor.set({Kind::Assumptions, singleId}, "inflation_devices", Rate::percent(Decimal(between(m_random, -5, 5)))));
            if (chance(m_random, 10)) must(editor.add(Kind::Site, {{"name", text}}));
            if (chance(m_random, 30)) must(editor.setProvenance({district, "name"}, {text, "", Confidence::Record}));
            auto serials = m_document.deviceSerials();
            if (devices > 0) must(editor.addInventory(inventory(devices, serials)));
            m_states.resize(++m_at + 1);
            m_states[m_at] = nameOf(editor.plan(), serials);
            m_pipe.tell(Event::WillBe, m_states[m_at]);
            return {};
        });
        must(made);
        tellIs();
    }
    void undo() {
        if (!m_document.canUndo()) return;
        m_pipe.tell(Event::WillBe, m_states[--m_at]);
        must(m_document.undo());
        tellIs();
    }
    void redo() {
        if (!m_document.canRedo()) return;
        m_pipe.tell(Event::WillBe, m_states[++m_at]);
        must(m_document.redo());
        tellIs();
    }
    void save() {
        m_pipe.tell(Event::WillSave, m_states[m_at]);
        must(m_document.save());
        m_pipe.tell(Event::HasSaved, m_states[m_at]);
    }
    void anything() {
        const int dice = between(m_random, 1, 100);
        if (dice <= 50)
            edit(dice <= 8 ? 20 : 0);
        else if (dice <= 65)
            undo();
        else if (dice <= 75)
            redo();
        else
            save();
    }

  private:
    template <class Result> static void must(const Result& result) {
        if (!result) std::abort();
    }

    /// Goes on with what the last crash left, or begins anew.
    static Document begin(const std::filesystem::path& path, Random& random) {
        const auto left = leftBehind();
        if (left.size() > 1) std::abort();
        if (!left.empty() && chance(random, 70)) {
            auto recovered = Document::recover(left[0], asDesktop);
            must(recovered);
            return std::move(*recovered);
        }
        if (!left.empty()) must(discard(left[0]));
        auto opened = Document::open(path, asDesktop);
        must(opened);
        return std::move(*opened);
    }

    InventoryImport inventory(int devices, std::vector<std::string>& serials) {
        const RawId id = RawId(m_random()) + 5000;
        InventoryImport made;
        made.source = "devices.csv";
        made.format = "gam-chromeos";
        made.assetModels.push_back({.id = {id}, .name = "Chromebook"});
        made.cohorts.push_back({.id = {id + 1}, .model = {id}, .inService = Date::of(2025, 8, 1), .quantity = devices});
        for (int i = 0; i < devices; ++i) {
            made.devices.push_back({.serial = std::to_string(id) + "-" + std::to_string(i), .inService = Date::of(2025, 8, 1), .cohort = {id + 1}});
            serials.push_back(made.devices.back().serial);
        }
        return made;
    }

    void tellIs() {
        if (nameOf(m_document) != m_states[m_at]) std::abort();
        m_pipe.tell(Event::Is, m_states[m_at]);
    }

    const Pipe& m_pipe;
    Random m_random;
    Document m_document;
    std::vector<std::uint64_t> m_states; ///< that undo and redo lead to
    std::size_t m_at = 0;
};

/// A plan in a folder of its own, and what is known about it over many crashes.
class Victim {
  public:
    Victim() {
        auto document = Document::create();
        REQUIRE(document.edit("Fill", [](Editor& editor) { return editor.set(district, "name", std::string("Cedar ISD")); }));
        REQUIRE(document.saveAs(m_path));
        m_saved = nameOf(document);
    }

    /// Runs `work`, kills it after some messages and a moment more (0: it kills itself), and checks everything.
    void crash(std::uint32_t seed, const std::function<void(Worker&)>& work, int messages, int microseconds) {
        Pipe pipe;
        const pid_t child = fork();
        if (child == 0) {
            Worker worker(m_path, pipe, seed);
            work(worker);
            test::die();
        }
        pipe.closeWriting();
        std::vector<Message> told;
        while (int(told.size()) < messages) {
            const auto message = pipe.next(20'000);
            if (!message) break;
            told.push_back(*message);
        }
        if (microseconds) {
            usleep(useconds_t(microseconds));
            kill(child, SIGKILL);
        }
        while (const auto message = pipe.next(20'000)) told.push_back(*message);
        int status = 0;
        waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        REQUIRE(WTERMSIG(status) == SIGKILL); // anything else is a fault that the worker found
        check(told);
    }

    std::size_t filesLeft() const { return m_state.files(); }
    const std::filesystem::path& folder() const { return m_folder.path(); }
    std::string lastPlan() const { return test::planText(Document::open(m_path)->plan()); }

  private:
    void check(const std::vector<Message>& told) {
        // What it started with was the file's state or the one left behind; nobody ended before it began.
        std::optional<std::uint64_t> current, coming, saving;
        for (const auto& message : told) {
            if (message.event == Event::Begins) REQUIRE((message.state == m_saved || message.state == m_left));
            if (message.event == Event::Begins || message.event == Event::Is) current = message.state, coming.reset();
            if (message.event == Event::WillBe) coming = message.state;
            if (message.event == Event::WillSave) saving = message.state;
            if (message.event == Event::HasSaved) m_saved = message.state, saving.reset();
        }
        const auto file = Document::open(m_path);
        REQUIRE(file);
        const auto onDisk = nameOf(*file);
        REQUIRE((onDisk == m_saved || onDisk == saving));
        m_saved = onDisk;

        const auto left = leftBehind();
        REQUIRE(left.size() <= 1);
        if (!current) { // it never came to offer anything: what was left before may still be there
            if (!left.empty()) REQUIRE(left[0].fault.empty());
            return;
        }
        if (left.empty()) { // nothing is lost: the file has it all
            REQUIRE((onDisk == *current || onDisk == coming));
            m_left.reset();
            return;
        }
        REQUIRE(left[0].fault.empty());
        m_left = look();
        REQUIRE((m_left == current || m_left == coming));
    }

    /// The state of the working copy that was left behind, seen in a copy of it, so that the next program finds it as it is.
    std::uint64_t look() const {
        const auto original = m_state.path();
        const test::StateFolder elsewhere;
        std::filesystem::copy(original, elsewhere.path(), std::filesystem::copy_options::recursive);
        const auto document = Document::recover(leftBehind().at(0), {.recovery = true});
        REQUIRE(document);
        return nameOf(*document);
    }

    test::StateFolder m_state;
    test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder / "plan.tco";
    std::uint64_t m_saved = 0;
    std::optional<std::uint64_t> m_left;
};

} // namespace

TEST_CASE("killed at any step of writing, no edit that was made is lost") {
    Victim victim;
    bool cameToItsEnd = false;
    int step = 0;
    for (; !cameToItsEnd && step < 5000; step += step < 50 ? 1 : 9) {
        INFO("step " << step);
        Pipe end;
        victim.crash(
            std::uint32_t(step),
            [&](Worker& worker) {
                const test::FaultyDisk disk(step, [] { return test::die(), 0; });
                worker.edit();
                worker.save();
                worker.edit(20);
                worker.undo();
                worker.redo();
                worker.save();
                worker.edit();
                end.tell(Event::Is, 0);
            },
            1000, 0);
        end.closeWriting();
        cameToItsEnd = end.next(0).has_value();
    }
    CHECK(cameToItsEnd);
    CHECK(step > 50);
}

TEST_CASE("killed at any moment, hundreds of times on the same plan, no edit that was made is lost") {
    Victim victim;
    const auto start = victim.lastPlan();
    Random random(20261127);
    for (int round = 0; round < 240; ++round) {
        INFO("round " << round);
        victim.crash(
            std::uint32_t(random()),
            [](Worker& worker) {
                for (;;) worker.anything();
            },
            between(random, 0, 25), between(random, 1, chance(random, 50) ? 300 : 5000));
    }
    CHECK(victim.lastPlan() != start);
    // A later session clears away what the killed ones left beside the plan; at most their last backup is there.
    CHECK(victim.filesLeft() <= 5);
}

TEST_CASE("killed while many devices are imported and saved, the import is there as a whole or not at all") {
    Victim victim;
    Random random(20261128);
    for (int round = 0; round < 40; ++round) {
        INFO("round " << round);
        victim.crash(
            std::uint32_t(random()),
            [](Worker& worker) {
                worker.edit(3000);
                worker.save();
                worker.undo();
                worker.save();
            },
            between(random, 1, 4), between(random, 1, 60'000));
    }
}
