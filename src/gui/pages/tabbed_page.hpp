// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "gui/pages/page.hpp"
#include "gui/widgets/calculated_sections.hpp"

namespace tco {

struct ItemScope;
namespace Ui {
class TabbedPage;
}

/// A page of several parts, one in view at a time: what is entered (tables of items) and what follows from it (calculated
/// sections). Titles of parts may name a key (“&Quotes”: Alt+Q); Ctrl+Tab goes to the next part. A link in a part leads to a part
/// of this page (“#0”) or to another page (its key).
class TabbedPage : public Page {
    Q_OBJECT
  public:
    TabbedPage(Session& session, const QString& heading, QWidget* parent = nullptr);
    ~TabbedPage() override;

    void addItems(const QString& title, ItemScope scope, const QString& emptySentence);
    void addSections(const QString& title, CalculatedSections::Source source);

    ItemTable* itemTable() override; ///< of the part in view

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void follow(const QString& target);
    void step(int by);
    void tellSelection();

    std::unique_ptr<Ui::TabbedPage> m_ui;
};

} // namespace tco
