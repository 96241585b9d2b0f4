// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace parallax {

class MarkWidget;
class PlainLabel;
class Words;

/// The clock server of this machine, and whom to ask: everything a lab needs, in two lines.
class ClockBar : public QWidget
{
    Q_OBJECT

public:
    explicit ClockBar(const Words &words, QWidget *parent = nullptr);

    void setServer(const ClockServerState &server);
    /// This machine as others reach it, for the command to run elsewhere; HOST while it is not known.
    void setShareHost(const QString &host);
    QString shareHost() const { return m_shareHost; }
    QString command() const;
    /// Of the server, running or not.
    std::uint16_t port() const;

Q_SIGNALS:
    void serverStartRequested(const parallax::ClockServerRequest &request);
    void serverStopRequested();
    void notesRequested();
    void connectionsRequested();
    void clientsRequested(const std::vector<parallax::ClockRequest> &requests);

private:
    QWidget *serverLine();
    QWidget *clientLine();
    QPushButton *button(const QString &text, const char *name);
    ClockRequest request() const;
    void addFour();
    void showCommand();

    const Words &m_words;
    ClockServerState m_server{};
    QString m_shareHost;
    MarkWidget *m_mark;
    PlainLabel *m_state;
    QSpinBox *m_port;
    QCheckBox *m_others;
    QPushButton *m_start;
    QPushButton *m_stop;
    QLineEdit *m_command;
    QLineEdit *m_host;
    QComboBox *m_scheme;
    QComboBox *m_every;
    QPushButton *m_add;
    QPushButton *m_four;
};

} // namespace parallax
