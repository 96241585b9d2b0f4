// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/data/update.h"
#include "core/echo/echo_server.h"
#include "core/probe/packet_port.h"
#include "core/session/admissions.h"
#include "core/session/flow_table.h"
#include "core/session/run_rate.h"
#include "core/session/saving_runs.h"
#include "core/session/session.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace parallax {

/// Owns the testers' sessions and everything that takes a timestamp. Lives in the measuring thread; says what
/// happens in batches of updates, hears commands as slots.
class SessionHub : public QObject
{
    Q_OBJECT

public:
    /// `port` is null without the right to capture; otherwise it outlives the hub.
    explicit SessionHub(PacketPort *port, RunNews news = RunNews::AsItGoes);
    ~SessionHub() override;

    /// Asked for each tester and hop; set before anybody comes. Works without.
    void setAddressBook(AddressBook book) { m_addressBook = std::move(book); }
    /// Issued by the page, read here.
    const PageTickets &tickets() const { return m_tickets; }
    /// Listens for testers. The WebSocket port, or why not.
    Result<quint16> listen(const Config &config);
    /// Says that the service answers at `listening`; adds the token of the link that is open to everybody.
    void announce(parallax::Listening listening);
    /// The link that the window prints; renewed by every listen(), and while it listens.
    const Invitation &openInvitation() const { return m_openInvitation; }
    /// Offers a new link before the present one expires; the latter stays good until then. Called once a
    /// minute.
    void renewOpenInvitation(parallax::Timestamp now);

    void stop();
    void invite(const QString &name, std::chrono::seconds validFor, std::optional<int> maxUses);
    void revoke(const QString &token);
    void endSession(parallax::SessionId session);
    /// The store's answer to saveRequested: an empty error means that the record is safe on disk.
    void stored(parallax::SessionId id, const QString &error);
    /// Sightings wait in the port.
    void takeSightings();
    void captureFailed(const QString &reason);

Q_SIGNALS:
    /// The link that is open to everybody has another token.
    void openInvitationRenewed(const QString &token);
    void updated(const QList<parallax::Update> &updates);
    void saveRequested(parallax::SessionId session, const parallax::FinishedRun &run);

private:
    Admission admit(const EchoRequest &request);
    void open(EchoConnection *connection);
    SessionRecord openingRecord(const EchoRequest &request) const;
    void offerLink(Timestamp now);
    void revokeOpenInvitations();
    CaptureCounts captured() const;
    IgnoredCounts ignoredSoFar() const;
    Duration sayInterval() const;
    std::size_t mostRunning() const { return static_cast<std::size_t>(m_config.service.maxTesters); }
    void finish(SessionId id);
    void remove(SessionId id);
    void tellOfRedirection(const Session &ended);
    void say(Update update);
    void flush();

    PacketPort *m_port;
    CaptureCounts m_lastCaptured; // when it failed
    RunNews m_news;
    AddressBook m_addressBook;
    PageTickets m_tickets;
    Config m_config;
    std::unique_ptr<EchoServer> m_server;
    Admissions m_admissions;
    RunRate m_begun;
    Invitation m_openInvitation;
    Invitation m_formerInvitation; // offered before, and perhaps still good
    std::optional<FlowTable> m_flows;
    std::map<SessionId, std::unique_ptr<Session>> m_sessions;
    std::unordered_map<Flow, Session *> m_byFlow;
    SavingRuns m_saving;
    int m_running = 0; // sessions that have not ended
    bool m_redirected = false; // it was told that testers' packets are not seen here
    SharedWords m_words;
    quint64 m_nextSession = 1;
    QList<Update> m_unsaid;
    QTimer m_flush;
    QTimer m_renewal;
};

} // namespace parallax
