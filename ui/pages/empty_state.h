// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace parallax {

class PlainLabel;
class QrView;

/// What to do first: one sentence and one button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty link: nobody listens.
    void setLink(const QString &link);
    /// Of the link that everyone could use nothing is left to send.
    void setRevoked();

Q_SIGNALS:
    void copyRequested();
    void startRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_listening = false;
    PlainLabel *m_heading;
    PlainLabel *m_sentence;
    PlainLabel *m_steps;
    QrView *m_code;
    QPushButton *m_button;
};

} // namespace parallax
