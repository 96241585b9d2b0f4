// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"

#include <QStringList>
#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace parallax {

/// Where to, and how: everything a trace needs, on one line.
class PathBar : public QWidget
{
    Q_OBJECT

public:
    explicit PathBar(QWidget *parent = nullptr);

    void setRunning(bool running);
    /// Nothing while the user types another.
    void setHost(const QString &host);
    void focusHost();
    TraceRequest request() const;
    /// The hosts traced before, the last one first.
    QStringList history() const;
    void setHistory(const QStringList &hosts);
    /// What is chosen beside the host, as the settings file keeps it.
    QVariantMap choices() const;
    /// What cannot be chosen stays as it is; a number beyond its range is the nearest in it.
    void setChoices(const QVariantMap &values);
    /// How every probe is made: what probe_settings names of it.
    const TraceRequest &probes() const { return m_probes; }
    void setProbes(const TraceRequest &probes);

Q_SIGNALS:
    void startRequested(const parallax::TraceRequest &request);
    void stopRequested();

private:
    void fill();
    void start();
    void showChoices();
    void adviseFlows();
    void allowStart(const QString &text);
    void askProbes();

    QComboBox *m_host;
    QComboBox *m_method;
    QSpinBox *m_port;
    QComboBox *m_family;
    QComboBox *m_every;
    QSpinBox *m_flows;
    QPushButton *m_options;
    QPushButton *m_start;
    QPushButton *m_stop;
    TraceRequest m_probes{};
    bool m_once = false; // how often, when it was chosen last
    bool m_typed = false; // by the user, and not started
};

/// The host of whatever was pasted: a name, an address, or a web address. Empty where there is none.
QString hostIn(const QString &pasted);

} // namespace parallax
