// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/invitation.h"
#include "core/data/session_record.h"
#include "core/data/stored_path.h"
#include "core/data/trace_state.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace parallax {

/// Names a session inside this process; SessionRecord::id is its name in the world.
/// (Not std::uint64_t: that is unsigned long here, which Qt cannot stream when a signal carries the enum.)
enum class SessionId : unsigned long long {};

/// When a run is told of. Without a window nobody looks at it before its end: then FactsLearnt, Observed and
/// Judged need not be said.
enum class RunNews : std::uint8_t { AsItGoes, AtItsEnd };

/// The service answers on these addresses.
struct Listening {
    std::vector<std::string>
        urls{}; // with the open invitation's token; a non-loopback IPv4 first where there is one
    std::uint16_t httpPort = 0;
    std::uint16_t webSocketPort = 0;
    bool privileged = false; // packets are captured and probes sent
};
struct ListeningStopped {
};

/// Something that the operator should know or mend; `code` selects the sentence, `detail` fills it.
enum class NoticeCode : std::uint8_t {
    NoPrivileges,
    PortInUse,
    AddressUnusable,
    CertificateUnusable,
    GeoFilesUnusable,
    CannotListen,
    StoreUnusable,
    StoreRecovered,
    RunsUnreadable, // damaged rows in the store, skipped
    RoundsUnreadable, // likewise, of a watched path
    CaptureStopped,
    CaptureRecovered,
    TooManyTesters,
    StoreSlow,
    NoNetwork,
    TooManyRuns, // from the address that is named
    TestersUnseen, // their packets do not arrive at the port that is listened on
};
struct Notice {
    NoticeCode code{};
    std::string detail{};
    bool cleared = false; // the trouble named by `code` is over
    Wording wording{}; // of a detail that is an error's message

    bool operator==(const Notice &) const = default;
};

struct SessionOpened {
    SessionId session{};
    SessionRecord record{}; // id, started, tester and the TCP facts known so far
};
/// Facts that came in after the opening: hello message, SYN, TCP_INFO.
struct FactsLearnt {
    SessionId session{};
    Tester tester{};
    TcpFacts tcp{};
    TimestampSource timestamps{};
    std::map<IpAddress, AddressFacts> addresses{};
};
struct Observed {
    SessionId session{};
    std::vector<Observation> batch{};
};
struct Judged {
    SessionId session{};
    Verdict verdict{};
    Classic classic{};
    std::string calculatencyLabel{};
    double progress = 0.0; // of the run, 0 … 1
};
/// The run is over and, unless `stored` is false, safe on disk.
struct SessionClosed {
    SessionId session{};
    SessionEnd end{};
    Duration duration{};
    bool complete = false;
    bool stored = false;
    TraceEnd traceEnd = TraceEnd::NotRun;
    std::uint64_t captureDrops = 0; // during the run
    std::uint64_t droppedSoFar = 0; // by the whole capture, since it began
    FinishedRun run{}; // as it was given to the store, for those who did not follow it; may be null
};
/// Opened, but nothing could be measured: there is no report.
struct SessionFailed {
    SessionId session{};
    std::string reason{};
};
/// Earlier runs, read from the store at launch, oldest first.
struct HistoryLoaded {
    std::vector<SessionRecord> records{};
};
/// The invitation with this token is new or has changed.
struct InvitationChanged {
    Invitation invitation{};
    std::optional<IpAddress> usedFrom{}; // where a use, or the run of one, has just begun or ended
};

/// Names a trace inside this process.
enum class TraceId : unsigned long long {};
/// A number no other trace of this process has. From any thread.
TraceId nextTraceId();

/// The target's name is resolved and the first probes go out.
struct TraceOpened {
    TraceId trace{};
    TraceRequest request{};
    TraceRecord record{}; // without observations
};
struct TraceObserved {
    TraceId trace{};
    std::vector<Observation> batch{};
    std::vector<Probe> notSent{};
};
/// What local files and name servers say of the addresses on the path: what is new of it.
struct AddressesLearnt {
    TraceId trace{};
    std::map<IpAddress, AddressFacts> addresses{}; // new, or with a name now
    bool complete = true; // no name server is still being asked
};
struct TraceClosed {
    TraceId trace{};
    PathEnd end{};
    Duration duration{};
};
/// Nothing was measured: an unknown host, no route, no rights.
struct TraceFailed {
    TraceId trace{};
    Error error{};
};

/// The watched paths in the store, the newest first: when asked for, and when one was deleted.
struct StoredPathsListed {
    std::vector<StoredPath> paths{};
};
/// A stored path, read as a whole. It never changes again.
struct StoredPathOpened {
    TraceId trace{};
    std::shared_ptr<const TraceState> state{};
};
/// A stored path was written to a file of its own.
struct StoredPathCopied {
    std::string file{};
};
/// A stored path was not opened, not copied or not deleted.
struct StoredPathFailed {
    std::string id{}; // what was to be opened, or its file; empty where that was not asked for
    Error error{};
};

/// Everything that can happen, in the order it happened. The only thing the measuring side says.
using Update = std::variant<Listening, ListeningStopped, Notice, SessionOpened, FactsLearnt, Observed, Judged,
                            SessionClosed, SessionFailed, HistoryLoaded, InvitationChanged, TraceOpened,
                            TraceObserved, AddressesLearnt, TraceClosed, TraceFailed, StoredPathsListed,
                            StoredPathOpened, StoredPathCopied, StoredPathFailed>;

/// The trace that it concerns; nothing for those of testers and of the service.
inline std::optional<TraceId> traceOf(const Update &update)
{
    return std::visit(
        [](const auto &u) -> std::optional<TraceId> {
            if constexpr (requires { u.trace; })
                return u.trace;
            else
                return std::nullopt;
        },
        update);
}

} // namespace parallax
