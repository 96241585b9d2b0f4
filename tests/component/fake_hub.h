// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/service/page_server.h"

#include <QObject>

#include <set>

namespace parallax {

/// Stands where the measuring thread's hub does: writes down what is asked for, and says what the test wants.
struct FakeHub : QObject {
    PageServer &server;
    std::vector<std::pair<TraceId, TraceRequest>> opened{};
    std::set<TraceId> closed{};
    int hops = 3; // that a finished trace has

    explicit FakeHub(PageServer &page)
        : server(page)
    {
        connect(&page, &PageServer::traceRequested, this,
                [this](TraceId trace, const TraceRequest &request) { opened.emplace_back(trace, request); });
        connect(&page, &PageServer::traceCloseRequested, this,
                [this](TraceId trace) { closed.insert(trace); });
    }

    static IpAddress target() { return IpAddress::parse("192.0.2.9").value(); }

    Observation observation(int ttl) const
    {
        using namespace std::chrono_literals;
        const Probe probe{.id = ProbeId{static_cast<std::uint64_t>(ttl)},
                          .method = Method::IcmpEcho,
                          .ttl = static_cast<std::uint8_t>(ttl),
                          .sent = wallClock()};
        const bool last = ttl == hops;
        return {probe,
                Reply{.id = probe.id,
                      .kind = last ? ReplyKind::EchoReply : ReplyKind::TimeExceeded,
                      .from = last ? target() : IpAddress::fromV4(0x0a000000U + static_cast<unsigned>(ttl)),
                      .received = probe.sent + ttl * 1ms,
                      .icmpType = static_cast<std::uint8_t>(last ? 0 : 11)}};
    }

    void begin(std::size_t at) const
    {
        const auto &[trace, request] = opened.at(at);
        server.apply({TraceOpened{.trace = trace,
                                  .request = request,
                                  .record = {.target = request.target,
                                             .address = {target(), portOf(request)},
                                             .method = request.method,
                                             .started = wallClock()}}});
    }
    void observe(std::size_t at, int ttl) const
    {
        server.apply({TraceObserved{.trace = opened.at(at).first, .batch = {observation(ttl)}}});
    }
    void close(std::size_t at, PathEnd end = PathEnd::Reached) const
    {
        server.apply({TraceClosed{
            .trace = opened.at(at).first, .end = end, .duration = std::chrono::milliseconds(9)}});
    }
    void fail(std::size_t at, const Error &error) const
    {
        server.apply({TraceFailed{.trace = opened.at(at).first, .error = error}});
    }
    /// The whole of it.
    void run(std::size_t at) const
    {
        begin(at);
        for (int ttl = 1; ttl <= hops; ++ttl)
            observe(at, ttl);
        close(at);
    }
};

} // namespace parallax
