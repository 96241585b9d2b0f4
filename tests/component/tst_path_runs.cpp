// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_history.h"
#include "core/probe/socket_wire.h"
#include "tests/component/listened_path.h"

#include <QTest>

#include <algorithm>

#include <net/if.h>

using namespace parallax;

namespace {

/// The kernel sends nothing from this machine's loopback address to another host.
TraceRequest refused(TraceRequest request)
{
    request.target = "192.0.2.1";
    request.source = "127.0.0.1";
    return request;
}

} // namespace

/// Traces and pings without an event loop, to this machine itself.
class TestPathRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto port = SocketPort::open();
        if (!port)
            QSKIP("needs CAP_NET_RAW");
        m_port = std::move(port).value();
    }

    void aPingIsAnswered()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, pingsToMyself());
        const auto observed = path.await<TraceObserved>();
        QVERIFY(observed.has_value());
        QCOMPARE(observed->batch.size(), std::size_t(1));
        QVERIFY(observed->batch[0].reply.has_value());
        QVERIFY(*path.runs.patience(wallClock()) <= 1s); // the clock may be set meanwhile
    }

    void theNextOneComesAtItsTime()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, pingsToMyself());
        QVERIFY(path.await<TraceObserved>().has_value());
        const Timestamp now = wallClock();
        path.runs.advance(now + 5s);
        path.runs.advance(now + 11s);
        const auto second = path.await<TraceObserved>();
        QVERIFY(second.has_value());
        QCOMPARE(second->batch[0].probe.id, ProbeId{2});
    }

    void aClockSetBackBeginsANewRhythm()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, pingsToMyself());
        QVERIFY(path.await<TraceObserved>().has_value());
        path.runs.advance(wallClock() - 1h);
        const auto second = path.await<TraceObserved>();
        QVERIFY(second.has_value());
        QCOMPARE(second->batch[0].probe.id, ProbeId{2});
    }

    void twoTracesShareWhatIsAskedOfNameServers()
    {
        Listened path{{m_port.get(), {}}};
        TraceRequest named = pingsToMyself();
        named.names = true;
        path.runs.open(TraceId{1}, named);
        path.runs.open(TraceId{2}, named);
        std::map<TraceId, std::string> names;
        while (names.size() < 2) {
            const auto learnt = path.await<AddressesLearnt>();
            QVERIFY(learnt.has_value());
            if (learnt->complete)
                names[learnt->trace] = learnt->addresses.begin()->second.name;
        }
        QCOMPARE(names[TraceId{1}], names[TraceId{2}]);
        path.runs.open(TraceId{3}, named); // it is known by now
        const auto third = path.await<AddressesLearnt>();
        QVERIFY(third.has_value());
        QVERIFY(third->complete);
        QCOMPARE(third->addresses.begin()->second.name, names[TraceId{1}]);
    }

    void whatCameInTimeIsNoLossHoweverLateItIsRead()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, traceToMyself());
        const auto all = path.observedByTheTimeAlone();
        QVERIFY(!all.empty());
        for (const Observation &observation : all)
            QVERIFY(observation.reply);
    }

    /// One of these ports is our own of that flow.
    void aTargetPortThatIsOursHidesNoTarget()
    {
        Listened path{{m_port.get(), {}}};
        std::uint64_t asked = 0;
        for (int port = 20'480; port < 28'672; port += SocketPort::mostFlows) {
            TraceRequest request = pingsToMyself();
            request.target = "127.0.0.2";
            request.source = "127.0.0.1";
            request.method = Method::TcpSyn;
            request.port = static_cast<std::uint16_t>(port);
            request.count = 1;
            path.runs.open(TraceId{++asked}, request);
        }
        const auto observed = path.observedUntilTheEnd();
        QCOMPARE(observed.size(), std::size_t{asked});
        QVERIFY(std::all_of(observed.begin(), observed.end(),
                            [](const Observation &observation) { return observation.reply.has_value(); }));
    }

    /// As of a device that went and came back.
    void aNamedDeviceIsFoundByItsNewIndex()
    {
        const IpAddress here = IpAddress::parse("127.0.0.1").value();
        SocketWire wire(*m_port,
                        {.address = {here, 0}, .source = here, .interfaceIndex = 9999, .device = "lo"});
        wire.renewSource();
        QCOMPARE(wire.target().interfaceIndex, if_nametoindex("lo"));
        QCOMPARE(wire.target().source, here);
    }

    void whatIsClosedEnds()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, pingsToMyself());
        path.runs.close(TraceId{1});
        const auto closed = path.await<TraceClosed>();
        QVERIFY(closed.has_value());
        QCOMPARE(closed->end, PathEnd::Interrupted);
        QVERIFY(!path.runs.patience(wallClock()).has_value());
    }

    void whatIsUnderWayAsATraceIsInterruptedIsNotLost()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, traceToMyself());
        path.runs.close(TraceId{1}); // before its answer is heard
        const auto news = path.runs.takeNews();
        QVERIFY(std::holds_alternative<TraceClosed>(news.back()));
        QVERIFY(std::none_of(news.begin(), news.end(), [](const Update &update) {
            return std::holds_alternative<TraceObserved>(update);
        }));
    }

    void aPausedWatchSendsNothingUntilItGoesOn()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, watchOfMyself());
        QVERIFY(path.await<TraceObserved>().has_value());
        path.runs.setPaused(TraceId{1}, true);
        path.runs.advance(wallClock() + 11s);
        QVERIFY(!path.observes());
        path.runs.setPaused(TraceId{1}, false);
        path.runs.advance(wallClock() + 11s);
        const auto observed = path.await<TraceObserved>();
        QVERIFY(observed.has_value());
        QCOMPARE(static_cast<std::uint64_t>(observed->batch[0].probe.id) / idsPerRound, std::uint64_t{2});
    }

    void aWatchOfWhichNothingLeftStaysWhatWasMeasured()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, refused(watchOfMyself()));
        const auto observed = path.await<TraceObserved>();
        QVERIFY(observed.has_value());
        QVERIFY(observed->batch.empty());
        QCOMPARE(observed->notSent.size(), std::size_t{1});
        path.runs.close(TraceId{1});
        const auto news = path.runs.takeNews();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(std::holds_alternative<TraceClosed>(news[0]));
        QCOMPARE(std::get<TraceClosed>(news[0]).end, PathEnd::Interrupted);
    }

    void aTraceOrPingOfWhichNothingLeftFails()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, refused(traceToMyself()));
        path.runs.open(TraceId{2}, refused(pingsToMyself()));
        path.runs.close(TraceId{1});
        path.runs.close(TraceId{2});
        const auto news = path.runs.takeNews();
        QCOMPARE(std::ranges::count_if(
                     news, [](const Update &update) { return std::holds_alternative<TraceFailed>(update); }),
                 std::ptrdiff_t{2});
    }

    void anAddressOfOneLinkIsNotAskedOnAnother()
    {
        Listened path{{m_port.get(), {}}};
        TraceRequest request = pingsToMyself();
        request.target = "fe80::1%lo";
        request.interface = "other0";
        path.runs.open(TraceId{1}, request);
        const auto failed = path.await<TraceFailed>();
        QVERIFY(failed.has_value());
        QCOMPARE(failed->error.code, ErrorCode::InvalidArgument);
        QCOMPARE(failed->error.message, std::string("fe80::1%lo is an address on lo, not on other0"));
    }

    void withoutTheRightToProbeItSaysWhy()
    {
        Listened path{{nullptr, {ErrorCode::NotPermitted, "no"}}};
        path.runs.open(TraceId{1}, pingsToMyself());
        const auto failed = path.await<TraceFailed>();
        QVERIFY(failed.has_value());
        QCOMPARE(failed->error.message, std::string("no"));
    }

private:
    std::unique_ptr<SocketPort> m_port;
};

QTEST_GUILESS_MAIN(TestPathRuns)
#include "tst_path_runs.moc"
