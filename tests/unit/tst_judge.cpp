// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/judge.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// As many observations as there are RTTs, a tenth of a second apart.
void answer(SessionRecord &record, Method method, const std::vector<std::chrono::milliseconds> &rtts)
{
    const ReplyKind kind = method == Method::TcpSegment ? ReplyKind::Acknowledgement : ReplyKind::Pong;
    Timestamp sent{1h};
    for (const auto rtt : rtts) {
        const ProbeId id{record.observations.size() + 1};
        record.observations.push_back({.probe = {.id = id, .method = method, .sent = sent},
                                       .reply = Reply{.id = id, .kind = kind, .received = sent + rtt}});
        sent += 100ms;
    }
}

SessionRecord behindRelay(const std::vector<std::chrono::milliseconds> &control)
{
    SessionRecord record;
    record.tcp.mss = 1460;
    answer(record, Method::TcpSegment, {6ms, 6ms, 6ms, 48ms, 6ms, 6ms, 6ms, 6ms, 6ms, 6ms});
    answer(record, Method::WebSocketText, {97ms, 124ms, 48ms, 124ms, 48ms, 99ms, 48ms, 99ms, 48ms, 124ms});
    answer(record, Method::WebSocketControl, control);
    return record;
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRelayThatHoldsBackSmallSegmentsIsStillAProxy()
    {
        const auto verdict = judge(behindRelay({47ms, 48ms, 47ms, 47ms, 48ms, 48ms, 47ms, 47ms, 48ms, 47ms}));
        QCOMPARE(verdict.kind, VerdictKind::Proxy);
        QVERIFY(verdict.confidence > 0.9);
    }

    void controlPingsThatAnIntermediaryAnswersDoNotMakeTheTextSurer()
    {
        const auto layers = layersOf(behindRelay({6ms, 6ms, 6ms, 6ms, 6ms}));
        QCOMPARE(gapNoise(layers, {}), uncertaintyOfMinimum(layers.text));
    }
};

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
