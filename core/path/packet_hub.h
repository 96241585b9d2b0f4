// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace parallax {

class CraftPort;

/// The packet workbench's measuring side: sends what the user made, and hears the answers. Lives in the
/// measuring thread. Here, and nowhere before, is decided whether a packet may leave.
class PacketHub : public QObject
{
    Q_OBJECT

public:
    /// `port` is null without the right to send; `why` then says so. Otherwise it outlives the hub.
    PacketHub(CraftPort *port, Error why);

    /// Answered with PacketSurroundingsFound.
    void survey(const parallax::IpAddress &target);
    /// Answered with PacketSent and PacketAnswered as they come and PacketsDone at the end, or PacketRefused:
    /// beyond a limit, while another is under way, or when exactly the packet's dangers are not confirmed.
    void send(const parallax::PacketRequest &request);
    /// Ends early.
    void stop();

Q_SIGNALS:
    void updated(const QList<parallax::PacketUpdate> &updates);

private:
    /// A request under way.
    struct Run {
        PacketRequest request{};
        PacketBytes bytes{};
        bool manyMayAnswer = false;
        int sent = 0;
        int answers = 0;
    };

    void refuse(Error error, std::vector<PacketDanger> missing = {});
    /// A packet that may leave.
    struct Admitted {
        AssembledPacket packet{};
        bool manyMayAnswer = false;
    };
    Result<Admitted> admit(const PacketRequest &request, std::vector<PacketDanger> &missing) const;
    void sendNext();
    void hear();
    void finish(bool stopped = false);

    CraftPort *m_port;
    Error m_why;
    QTimer m_wake{this};
    std::optional<Run> m_run;
};

} // namespace parallax
