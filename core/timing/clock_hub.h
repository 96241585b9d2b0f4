// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"
#include "core/timing/clock_run.h"
#include "core/timing/clock_server.h"

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QHostInfo;

namespace parallax {

/// Owns the clock server and the clock clients. Lives in the measuring thread; says what happens as updates,
/// hears commands as slots.
class ClockHub : public QObject
{
    Q_OBJECT

public:
    ClockHub();
    ~ClockHub() override;

    void startServer(const parallax::ClockServerRequest &request);
    void stopServer();
    /// Begins; the id is the caller's.
    void open(parallax::ClockId clock, const parallax::ClockRequest &request);
    /// The same where the host's addresses are known: the first is asked, the next where it does not answer,
    /// and the first again where none does. Where another client of the same host is answered, that address:
    /// two of them may be two machines.
    void openAt(parallax::ClockId clock, const parallax::ClockRequest &request,
                std::vector<parallax::IpAddress> addresses);
    /// Ends early.
    void close(parallax::ClockId clock);

Q_SIGNALS:
    void updated(const QList<parallax::ClockUpdate> &updates);

private:
    struct Active {
        std::unique_ptr<ClockRun> run{};
        std::unique_ptr<QSocketNotifier> notifier{};
        QTimer wake{};
        ClockRequest request{};
        IpAddress address{};
        std::vector<IpAddress> others{}; // of the same host: those not yet asked, and the first once more
    };
    /// Of a name.
    void resolved(ClockId clock, const ClockRequest &request, const QHostInfo &info);
    void fail(ClockId clock, const ClockRequest &request, Error trouble);
    void openNext(ClockId clock, const ClockRequest &request, std::vector<IpAddress> addresses);
    std::optional<IpAddress> answeringAddress(const ClockRequest &request) const;
    void follow(ClockId clock, std::unique_ptr<Active> active);
    void hear(ClockId clock);
    void drive(ClockId clock);
    void retire(ClockId clock);
    void finish(ClockId clock, ClockEnd end);
    void gather(ClockId clock, Active &active);
    void flush();

    std::unique_ptr<ClockServer> m_server;
    std::map<ClockId, std::unique_ptr<Active>> m_active;
    std::map<ClockId, ClockRequest> m_lookups; // whose host is being asked for
    QList<ClockUpdate> m_news;
    QTimer m_flush{this};
};

} // namespace parallax
