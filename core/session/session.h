// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/data/update.h"
#include "core/echo/echo_connection.h"
#include "core/echo/page_ticket.h"
#include "core/evidence/rules.h"
#include "core/session/stamped_echo.h"
#include "core/strategy/run.h"
#include "core/text/shared_words.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace parallax {

class PcapWire;

/// What local files say of an address.
using AddressBook = std::function<AddressFacts(const IpAddress &)>;

/// Takes what happened; moved along, since a record's parts are large.
using Say = std::function<void(Update)>;

/// One tester from the open WebSocket to the finished record. Lives in the measuring thread.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Opening {
        SessionId id{};
        SessionRecord record{};
        MeasureConfig measure{};
        Say say{};
        const AddressBook *addressBook = nullptr; // outlives the session, as do the others
        const PageTickets *tickets = nullptr;
        SharedWords *words = nullptr;
        std::function<Duration()> sayInterval{}; // how often a run is judged and told of, for now
        RunNews news = RunNews::AsItGoes;
        std::string trustedProxy{}; // a front at this end, named by the operator
    };

    /// Takes the connection. `trace` is null where packets can't be captured; otherwise it outlives the
    /// session.
    Session(Opening opening, EchoConnection *connection, PcapWire *trace, QObject *parent);
    ~Session() override;

    void begin();
    /// Something came in for this connection, by the capture.
    void sighted();
    /// Ends now: a revoked invitation, the end of the service.
    void end(SessionEnd end);
    /// After the end: what the store keeps. The flow may be released then.
    FinishedRun handOver();
    /// Tells the tester how its run ended, which need not wait for our disk; deletes itself once the tester
    /// has got its last bytes.
    void retire();

    SessionId id() const { return m_id; }
    const std::string &token() const { return m_connection->request().token; }
    const Flow &flow() const { return m_connection->request().flow; }
    bool hasPong() const;
    /// Packets are captured, but none of this connection has been.
    bool isUnseen() const;
    /// For a run that ended without one.
    std::string whyNothingWasMeasured() const;
    /// At the end: what the capture has lost and ignored so far. The record's own counts are those since the
    /// opening.
    void countLost(std::uint64_t droppedSoFar, const IgnoredCounts &ignoredSoFar);

Q_SIGNALS:
    /// The record is complete, or as complete as it will be.
    void ended();

private:
    void advance();
    void wakeIn(Duration sleep);
    void learn(std::vector<Observation> observations);
    void sayWhatIsNew(Timestamp now);
    void learnFacts();
    void learnAddress(const IpAddress &address);
    FactsLearnt facts() const;
    void judgeNow();
    void hear(const Hello &hello);
    void setVisible(bool visible);
    void tellProgress();

    SessionId m_id;
    MeasureConfig m_measure;
    Say m_say;
    const AddressBook *m_addressBook;
    const PageTickets *m_tickets;
    SharedWords &m_sharedWords;
    std::function<Duration()> m_sayInterval;
    std::string m_trustedProxy;
    const Words *m_words; // the tester's language
    SessionRecord m_record;
    EchoConnection *m_connection;
    PcapWire *m_trace;
    StampedEcho m_echo;
    Run m_run;
    QTimer m_wake;
    bool m_followed; // judged while it goes on, since somebody looks or since it may end early
    std::vector<Observation> m_unsaid; // already in the record; only of a run that is followed
    Timestamp m_nextSay{};
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    QJsonObject m_result; // for the tester; empty if nothing was measured
    double m_toldProgress = 0.0;
    bool m_ended = false;
};

} // namespace parallax
