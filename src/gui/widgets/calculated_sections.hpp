// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sections that take longer to calculate than a person waits while typing. They are calculated on another thread, only while they
// can be seen; until the new ones are there, the old ones stay. Where there is nothing to show, one sentence says what is missing
// and a button leads there. A link or button names its target as the page understands it: the key of a page.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QWidget>

#include "gui/app/job.hpp"
#include "gui/models/figure_table_model.hpp"
#include "tco/report/sections.hpp"

namespace tco {

class Session;
namespace Ui {
class CalculatedSections;
}

/// What was calculated.
struct CalculatedContent {
    std::vector<Section> sections;
    std::vector<std::string> choices = {}; ///< what the sections can be about, where there is a choice; each is its own
    std::size_t chosen = 0;
};

class CalculatedSections : public QWidget {
    Q_OBJECT
  public:
    explicit CalculatedSections(QWidget* parent = nullptr);
    ~CalculatedSections() override;

    struct Source {
        std::function<Comparison(const Session&)> scenarios; ///< that the sections are about, the shown one last
        /// Runs on another thread. `choice` is what a person chose, or blank.
        std::function<CalculatedContent(const Comparison&, const std::string& choice)> make;
        QString emptySentence;
        QString emptyButton, emptyTarget; ///< where what is missing is entered
        QString choiceLabel = {};         ///< "Cont&ract", where there is a choice
        QString introduction = {};        ///< may hold links
    };
    /// Must be called once before it is shown.
    void setUp(Session& session, Source source);
    void choose(const QString& choice);

  signals:
    void explainRequested(const tco::FigureSource& source);
    void choiceMade(const QString& choice);
    void linkActivated(const QString& target);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void showIntroduction();
    void refresh();
    void showContent(const CalculatedContent& content, const Comparison& comparison);
    void showChoices(const CalculatedContent& content);

    std::unique_ptr<Ui::CalculatedSections> m_ui;
    Session* m_session = nullptr;
    Source m_source;
    QString m_choice;
    bool m_outdated = true;
    JobHandle m_job;
};

} // namespace tco
