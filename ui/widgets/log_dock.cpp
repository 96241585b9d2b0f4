// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_dock.h"

#include <QFontDatabase>
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
{
    setObjectName(QStringLiteral("log"));
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Log"));
    m_text->setTabChangesFocus(true);
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

} // namespace parallax
