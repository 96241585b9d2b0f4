// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/testers_page.h"

#include "core/text/words.h"
#include "ui/models/tester_model.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/tester_detail.h"
#include "ui/pages/tester_table.h"

#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parallax {

TestersPage::TestersPage(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_model(new TesterModel(words, this))
    , m_table(new TesterTable(m_model, this))
    , m_detail(new TesterDetail(words, this))
    , m_empty(new EmptyState(this))
    , m_filter(new QLineEdit(this))
    , m_splitter(new QSplitter(this))
    , m_stack(new QStackedWidget(this))
{
    m_splitter->addWidget(left());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 0); // a larger window gives its room to the pictures
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({440, 800});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    // Styles, fonts and layouts are worked out now: when the first tester comes, there is a run to follow.
    m_splitter->resize(1200, 800);
    m_splitter->grab();
    connect(m_table, &TesterTable::chosen, this, &TestersPage::chosen);
    connect(m_table, &TesterTable::exportSelectedRequested, this, &TestersPage::exportSelectedRequested);
    connect(m_table, &TesterTable::endRequested, this, &TestersPage::endRequested);
    connect(m_empty, &EmptyState::copyRequested, this, &TestersPage::copyLinkRequested);
    connect(m_empty, &EmptyState::startRequested, this, &TestersPage::startRequested);
}

QWidget *TestersPage::left()
{
    auto *side = new QWidget(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter by name, address or verdict"));
    m_filter->setAccessibleName(tr("Filter the testers"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_table, &TesterTable::setFilter);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(12, 10, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    side->setMinimumWidth(300);
    return side;
}

void TestersPage::putRows(const std::vector<TesterRow> &rows)
{
    m_model->put(rows);
    if (m_model->rowCount() == 0)
        return;
    m_stack->setCurrentWidget(m_splitter);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
}

void TestersPage::removeRow(SessionId session)
{
    m_model->remove(session);
    if (m_model->rowCount() == 0)
        m_stack->setCurrentWidget(m_empty);
}

void TestersPage::setRecord(const SessionRecord &record, const RunComparison &others)
{
    m_detail->setRecord(record, others);
}

void TestersPage::setLink(const QString &link, bool revoked)
{
    if (revoked)
        m_empty->setRevoked();
    else
        m_empty->setLink(link);
}

std::vector<SessionId> TestersPage::selectedSessions() const
{
    return m_table->selectedSessions();
}

std::vector<Picture> TestersPage::pictures()
{
    return m_model->rowCount() == 0 ? std::vector<Picture>{} : m_detail->pictures();
}

void TestersPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QByteArray TestersPage::saveState() const
{
    return m_splitter->saveState();
}

void TestersPage::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace parallax
