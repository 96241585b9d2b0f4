// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_dock.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>

namespace parallax {

namespace {

constexpr int mostLines = 2000;
constexpr int longestLine = 2000;
constexpr int mostLinesAFlush = 200; // laying out more would hold up the window

} // namespace

LogDock::LogDock(QWidget *parent)
    : QDockWidget(tr("Log"), parent)
    , m_text(new QPlainTextEdit(this))
    , m_copyAll(new QAction(tr("Copy &all"), this))
    , m_clear(new QAction(tr("C&lear"), this))
{
    setObjectName(QStringLiteral("log"));
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Log"));
    m_text->setTabChangesFocus(true);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this, &LogDock::showMenu);
    connect(m_copyAll, &QAction::triggered, this, &LogDock::copyAll);
    connect(m_clear, &QAction::triggered, this, &LogDock::clear);
    setWidget(m_text);
}

void LogDock::append(const QString &line)
{
    m_waiting << (line.size() > longestLine ? line.left(longestLine) + QStringLiteral("…") : line);
    if (m_waiting.size() > mostLinesAFlush)
        m_waiting.removeFirst();
}

void LogDock::flush()
{
    if (m_waiting.isEmpty())
        return;
    m_text->appendPlainText(m_waiting.join(QLatin1Char('\n')));
    m_waiting.clear();
}

/// What every text offers, and what only a log needs.
void LogDock::showMenu(const QPoint &place)
{
    flush();
    for (QAction *each : {m_copyAll, m_clear})
        each->setEnabled(!m_text->document()->isEmpty());
    QMenu *menu = m_text->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addActions({m_copyAll, m_clear});
    menu->popup(m_text->mapToGlobal(place));
}

void LogDock::copyAll()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
}

void LogDock::clear()
{
    m_waiting.clear();
    m_text->clear();
}

} // namespace parallax
