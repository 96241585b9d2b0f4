// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "ui/charts/distribution_chart.h"
#include "ui/charts/histogram.h"
#include "ui/charts/hop_chart.h"
#include "ui/charts/ladder.h"
#include "ui/charts/ladder_view.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/thin.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/pages/tester_detail.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const Rung &rungOf(const std::vector<Rung> &rungs, Rung::Kind kind)
{
    return *std::find_if(rungs.begin(), rungs.end(), [kind](const Rung &rung) { return rung.kind == kind; });
}

double areaOf(const QList<QPointF> &outline)
{
    double area = 0.0;
    for (qsizetype i = 1; i < outline.size(); ++i)
        area += (outline[i].x() - outline[i - 1].x()) * outline[i].y();
    return area;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProxysJumpIsOnTheBrowsersRung()
    {
        const auto rungs = ladderOf(fixtures::proxy());
        const Rung &browser = rungOf(rungs, Rung::Kind::Browser);
        QVERIFY(browser.gap.has_value());
        QCOMPARE(browser.gap->favours, VerdictKind::Proxy);
        QCOMPARE(browser.gap->from, *rungOf(rungs, Rung::Kind::Endpoint).min);
        QVERIFY(!rungOf(rungs, Rung::Kind::Endpoint).gap.has_value());
    }

    void aTunnelsJumpIsOnTheEndpointsRung()
    {
        const auto rungs = ladderOf(fixtures::tunnel());
        const Rung &endpoint = rungOf(rungs, Rung::Kind::Endpoint);
        QVERIFY(endpoint.gap.has_value());
        QCOMPARE(endpoint.gap->favours, VerdictKind::Tunnel);
        QVERIFY(!rungOf(rungs, Rung::Kind::Browser).gap.has_value());
    }

    void aTunnelsJumpBeginsAtItsExit()
    {
        SessionRecord record = fixtures::tunnel();
        for (Observation &observation : record.observations) { // the third hop is seen through the second
            if (observation.isHop() && observation.probe.ttl == 2)
                observation.reply->from = record.tester.peer.address;
        }
        QCOMPARE(rungOf(ladderOf(record), Rung::Kind::Endpoint).gap->from, *pathOf(record).hops[1].rtt.min);
    }

    void aDirectPathHasNoJump()
    {
        const auto rungs = ladderOf(fixtures::direct());
        QCOMPARE(rungs.size(), std::size_t{7});
        QVERIFY(
            std::none_of(rungs.begin(), rungs.end(), [](const Rung &rung) { return rung.gap.has_value(); }));
    }

    void neighbouringSilentHopsShareARung()
    {
        const auto rungs = ladderOf(fixtures::longPath());
        const Rung &silent = rungOf(rungs, Rung::Kind::Silent);
        QCOMPARE(silent.firstTtl, 7);
        QCOMPARE(silent.lastTtl, 10);
    }

    void withoutCaptureTheKernelsMinimumIsTheEndpoint()
    {
        const auto rungs = ladderOf(fixtures::unprivileged());
        QCOMPARE(rungs.size(), std::size_t{2});
        QCOMPARE(rungs.front().min, fixtures::unprivileged().tcp.minRtt);
    }

    void anEmptyRecordIsAnEmptyLadder() { QVERIFY(ladderOf(SessionRecord{}).empty()); }

    void everySampleIsInTheHistogram()
    {
        const std::vector<Duration> samples{1ms, 1500us, 2ms, 9ms, 10ms};
        const auto outline = stepHistogram(samples, 1.0);
        QVERIFY(qAbs(areaOf(outline) - 100.0) < 1e-9);
        QCOMPARE(outline.front().y(), 0.0);
        QCOMPARE(outline.back().y(), 0.0);
    }

    void noSamplesMakeNoHistogram() { QVERIFY(stepHistogram({}, 1.0).isEmpty()); }

    void aScaleStaysUntilItMustGrow()
    {
        StableScale scale;
        scale.include(43.0);
        const StableScale before = scale;
        scale.include(12.0);
        QCOMPARE(scale, before);
        QCOMPARE(scale.end(), 50.0);
        scale.include(51.0);
        QCOMPARE(scale.end(), 60.0);
    }

    void labelsHaveTheDecimalsOfTheirStep()
    {
        QCOMPARE(decimalsOf(10.0), 0);
        QCOMPARE(decimalsOf(1.0), 0);
        QCOMPARE(decimalsOf(0.5), 1);
        QCOMPARE(decimalsOf(0.01), 2);
        QCOMPARE(decimalsOf(0.002), 3);
        QCOMPARE(decimalsOf(1e-9), 4);
        QCOMPARE(decimalsOf(0.0), 0); // an empty chart
    }

    void thinningKeepsTheExtremes()
    {
        std::vector<Duration> samples(10'000);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = std::chrono::microseconds(i);
        const auto kept = thinned(samples, 24);
        QCOMPARE(kept.size(), std::size_t{24});
        QCOMPARE(kept.front(), 0.0);
        QCOMPARE(kept.back(), 9.999);
    }

    void binsStayWhereTheyAreWhileARunGoesOn()
    {
        const Words words;
        DistributionChart chart(words);
        SessionRecord record = fixtures::direct();
        const auto all = record.observations;
        chart.setRecord(record);
        const double width = chart.binWidth();
        record.observations.assign(all.begin(), all.begin() + 30);
        chart.setRecord(record);
        QCOMPARE(chart.binWidth(), width);
    }

    void aLayerWithoutSamplesLeavesNoLine()
    {
        const Words words;
        DistributionChart chart(words);
        chart.resize(600, 400);
        chart.setRecord(fixtures::direct());
        chart.grab(); // lays it out
        chart.setRecord(fixtures::unprivileged()); // nothing of TCP, which is blue
        const QImage picture = chart.grab().toImage();
        int blue = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                blue += colour.blue() > colour.red() + 60 && colour.blue() > colour.green() + 20 ? 1 : 0;
            }
        }
        QCOMPARE(blue, 0);
    }

    void aHopThatWasAskedOnceSaysSo()
    {
        const Words words;
        HopChart chart(words);
        SessionRecord record;
        record.observations = {{.probe = {.method = Method::ZeroTrace, .ttl = 1}},
                               {.probe = {.method = Method::ZeroTrace, .ttl = 2},
                                .reply = Reply{.kind = ReplyKind::TimeExceeded}}};
        chart.setRecord(record);
        chart.resize(600, 400);
        chart.grab(); // lays it out
        QHelpEvent help(QEvent::ToolTip, {}, {}); // left of all hops
        QApplication::sendEvent(chart.viewport(), &help);
        QCOMPARE(QToolTip::text(), QStringLiteral("TTL 1: no answer to one probe"));
    }

    void theLadderDescribesItselfToAScreenReader()
    {
        const Words words;
        LadderView ladder(words);
        ladder.setRecord(fixtures::proxy());
        QVERIFY(ladder.accessibleDescription().contains(QStringLiteral("Browser (WebSocket)")));
        QVERIFY(ladder.accessibleDescription().contains(QStringLiteral("more than the rung below")));
    }

    void nothingIsLeftOfTheLadderBefore()
    {
        const Words words;
        LadderView ladder(words);
        ladder.setRecord(fixtures::proxy());
        ladder.setRecord(SessionRecord{.id = "another, of whom nothing is known"});
        QVERIFY(ladder.rungs().empty());
        QVERIFY(ladder.accessibleDescription().isEmpty());
    }

    void aSavedPictureCanBeRead_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("ladder") << 0;
        QTest::newRow("hops") << 1;
        QTest::newRow("distribution") << 2;
    }
    void aSavedPictureCanBeRead()
    {
        QFETCH(int, which);
        const Words words;
        const QTemporaryDir folder;
        TesterDetail detail(words);
        detail.setRecord(fixtures::proxy());
        detail.resize(900, 700);
        detail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&detail));
        const Picture picture = detail.pictures()[static_cast<std::size_t>(which)];
        const Caption caption = captionOf(fixtures::proxy(), words, &detail);
        const QString png = folder.filePath(QStringLiteral("picture.png"));
        const QString svg = folder.filePath(QStringLiteral("picture.svg"));
        QVERIFY(savePicture(picture, caption, png));
        QVERIFY(savePicture(picture, caption, svg));
        QVERIFY(QImage(png).width() >= 1440);
        QVERIFY(QSvgRenderer(svg).isValid());
    }

    void aPictureThatCannotBeWrittenSaysWhy()
    {
        const Words words;
        LadderView ladder(words);
        ladder.setRecord(fixtures::proxy());
        const auto saved = savePicture(ladder.picture(), {}, QStringLiteral("/nowhere/at/all.png"));
        QVERIFY(!saved);
        QVERIFY(
            QString::fromStdString(saved.error().message).contains(QStringLiteral("/nowhere/at/all.png")));
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
