// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signal_pipe.h"

#include <QObject>

namespace parallax {

/// SignalPipe's signals as a Qt signal in the thread of this object.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);

    bool received() const { return m_pipe.received(); }
    int exitCode() const { return m_pipe.exitCode(); }

Q_SIGNALS:
    void stopRequested();

private:
    SignalPipe m_pipe;
};

} // namespace parallax
