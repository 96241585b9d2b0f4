// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace parallax {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal in the thread of this object. The first of a kind asks the
/// program to end, a second one ends it at once. One object a process.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;
    StopSignals(StopSignals &&) = delete;
    StopSignals &operator=(StopSignals &&) = delete;

    /// 130 when SIGINT was what stopped the program, else 0.
    int exitCode() const;

Q_SIGNALS:
    void stopRequested();

private:
    void readPipe(int readEnd);

    int m_received = 0;
};

} // namespace parallax
