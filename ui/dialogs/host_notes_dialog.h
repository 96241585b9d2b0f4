// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/host_clock.h"

#include <QDialog>

#include <string>

class QPlainTextEdit;

namespace parallax {

class PlainLabel;
class Words;

/// What keeps this machine's clock, and the firewall rules to copy; none is applied.
class HostNotesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `words` is lent and must outlive the dialog.
    HostNotesDialog(const Words &words, const std::string &rules, QWidget *parent = nullptr);

    /// Until the call it says that the time services are being asked.
    void setClock(const HostClock &clock);

private:
    const Words &m_words;
    PlainLabel *m_clock;
    QPlainTextEdit *m_rules;
};

} // namespace parallax
