// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QStringList>

class QAction;
class QPlainTextEdit;
class QPoint;

namespace parallax {

/// The newest lines of the log.
class LogDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit LogDock(QWidget *parent = nullptr);

    /// Kept until flush(): a flood of lines costs one change of the document.
    void append(const QString &line);
    void flush();

private:
    void showMenu(const QPoint &place);
    void copyAll();
    void clear();

    QPlainTextEdit *m_text;
    QAction *m_copyAll;
    QAction *m_clear;
    QStringList m_waiting;
};

} // namespace parallax
