// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include <QSocketNotifier>

namespace parallax {

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (SignalPipe::descriptor() < 0)
        return;
    auto *notifier = new QSocketNotifier(SignalPipe::descriptor(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        if (m_pipe.take())
            Q_EMIT stopRequested();
    });
}

} // namespace parallax
