// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/tcp_clock.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace parallax {

class MarkWidget;
class PlainLabel;
class TcpConnectionModel;
class Words;

/// The TCP time and echo server of this machine and its connections. Closing the dialog does not stop it.
class TcpServerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `words` is lent and must outlive the dialog.
    explicit TcpServerDialog(const Words &words, QWidget *parent = nullptr);

    void setServer(const TcpClockState &server);
    /// This machine as others reach it, for the command to run elsewhere; HOST while it is not known.
    void setShareHost(const QString &host) { m_shareHost = host; }

Q_SIGNALS:
    void startRequested(const parallax::TcpServerRequest &request);
    void stopRequested();

private:
    QWidget *serverLine();
    void setUpTable();
    void showState(const TcpClockState &server);

    const Words &m_words;
    QString m_shareHost;
    MarkWidget *m_mark;
    PlainLabel *m_state;
    QSpinBox *m_port;
    QCheckBox *m_others;
    QPushButton *m_start;
    QPushButton *m_stop;
    PlainLabel *m_counts;
    TcpConnectionModel *m_model;
    QTableView *m_table;
    QLineEdit *m_command;
};

} // namespace parallax
