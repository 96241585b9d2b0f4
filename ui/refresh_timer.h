// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace parallax {

/// Turns any number of requests into at most one `due` an interval, and none when nothing was requested.
class RefreshTimer : public QObject
{
    Q_OBJECT

public:
    explicit RefreshTimer(std::chrono::milliseconds interval, QObject *parent = nullptr)
        : QObject(parent)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(interval);
        connect(&m_timer, &QTimer::timeout, this, &RefreshTimer::due);
    }

    void request()
    {
        if (!m_timer.isActive())
            m_timer.start();
    }

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
};

} // namespace parallax
