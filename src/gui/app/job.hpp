// SPDX-License-Identifier: Apache-2.0
#pragma once

// Slow work on another thread, on immutable data, with its result handed back on the thread of `context`.
// Nothing is handed back once the job is cancelled or the context is gone.

#include <atomic>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include <QObject>
#include <QThreadPool>

namespace tco {

class JobSignal : public QObject {
    Q_OBJECT
  signals:
    void finished();
};

/// Keeps one running job; cancels it when it is destroyed or another takes its place.
class JobHandle {
  public:
    JobHandle() = default;
    explicit JobHandle(std::shared_ptr<std::atomic_bool> cancelled) : m_cancelled(std::move(cancelled)) {}
    JobHandle(JobHandle&&) noexcept = default;
    JobHandle& operator=(JobHandle&& other) noexcept {
        cancel();
        m_cancelled = std::move(other.m_cancelled);
        return *this;
    }
    ~JobHandle() { cancel(); }

    void cancel() {
        if (m_cancelled) *m_cancelled = true;
    }

  private:
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

template <class Work, class Done> [[nodiscard]] JobHandle startJob(QObject* context, Work work, Done done) {
    using Result = std::invoke_result_t<Work>;
    auto cancelled = std::make_shared<std::atomic_bool>(false);
    auto result = std::make_shared<std::optional<Result>>();
    // The last owner may be the worker thread; the object itself belongs to this one.
    const std::shared_ptr<JobSignal> signal(new JobSignal, [](JobSignal* object) { object->deleteLater(); });
    QObject::connect(
        signal.get(), &JobSignal::finished, context,
        [cancelled, result, done = std::move(done)] {
            if (!*cancelled) done(std::move(**result));
        },
        Qt::QueuedConnection);
    QThreadPool::globalInstance()->start([cancelled, result, signal, work = std::move(work)] {
        if (*cancelled) return;
        *result = work();
        emit signal->finished();
    });
    return JobHandle(cancelled);
}

} // namespace tco
