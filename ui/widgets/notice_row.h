// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace parallax {

class MarkWidget;
class PlainLabel;

/// One sentence of the notice bar with a button that closes it.
class NoticeRow : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeRow(QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    /// Offers to copy the command that mends it; empty for none.
    void setCommand(const QString &command);
    QString sentence() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    MarkWidget *m_mark;
    PlainLabel *m_sentence;
    QToolButton *m_copy;
    QString m_command;
};

} // namespace parallax
