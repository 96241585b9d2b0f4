// SPDX-License-Identifier: GPL-3.0-or-later
// How the Path page tells that this machine could send nothing.
#include "tests/support/watched_rounds.h"
#include "tests/window/live_path.h"
#include "ui/charts/timeline_painter.h"
#include "ui/models/path_event_model.h"
#include "ui/models/path_overview_model.h"
#include "ui/pages/path_overview.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// A minute, another in which nothing could be sent, and rounds that left again.
TraceState watchWithOutage(std::size_t after = 0)
{
    fixtures::WatchedRounds watched;
    watched.rounds(60);
    watched.notSent(60);
    watched.rounds(after);
    TraceState state;
    state.request = {.target = "10.0.0.9", .kind = TraceRequest::Kind::Watch, .method = Method::IcmpEcho};
    state.record = {
        .target = "10.0.0.9", .address = {watched.target, 0}, .started = watched.history.start(0)};
    state.history = watched.history;
    return state;
}

/// One that is not passed.
void setLimit(const LivePage &shown)
{
    shown.page.findChild<QDoubleSpinBox *>(QStringLiteral("rttLimit"))->setValue(1000.0);
}

bool isSaidAbove(const LivePage &shown)
{
    return shown.page.findChild<QLabel *>(QStringLiteral("pathTrouble"))->isVisible();
}

QString saidIn(const LivePage &shown, int row)
{
    return shown.page.findChild<PathEventModel *>()->index(row, PathEventModel::What).data().toString();
}

} // namespace

class TestPathOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogSaysWhenAndForHowLong()
    {
        const LivePage shown(watchWithOutage(10));
        QVERIFY(saidIn(shown, 0).startsWith(QStringLiteral("This machine was unable to send")));
        QCOMPARE(saidIn(shown, 1), QStringLiteral("This machine had been unable to send for 60 s"));
    }

    void whoHasSetALimitIsAlertedOnce()
    {
        LivePage shown(watchWithOutage());
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        setLimit(shown);
        QCOMPARE(alerts.count(), 1);
        QVERIFY(alerts[0][0].toString().contains(QStringLiteral("unable to send")));
        QVERIFY(isSaidAbove(shown));
        shown.page.setTrace(TraceId{1}, shown.state);
        QCOMPARE(alerts.count(), 1);
        shown.page.setTrace(TraceId{1}, watchWithOutage(10));
        QVERIFY(!isSaidAbove(shown));
    }

    void aHiddenTargetIsNotNamedAbove()
    {
        LivePage shown(watchWithOutage());
        setLimit(shown);
        const auto *trouble = shown.page.findChild<QLabel *>(QStringLiteral("pathTrouble"));
        QVERIFY(trouble->text().contains(QStringLiteral("10.0.0.9")));
        shown.page.setHideOwn(true);
        QVERIFY2(!trouble->text().contains(QStringLiteral("10.0.0.9")), qPrintable(trouble->text()));
        QVERIFY(trouble->text().contains(QStringLiteral("unable to send")));
    }

    void whoHasSetNoneIsNotAlerted()
    {
        LivePage shown(watchWithOutage());
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        shown.add(TraceId{2});
        shown.page.findChild<QToolButton *>(QStringLiteral("pathAll"))->click(); // which follows events too
        QCOMPARE(alerts.count(), 0);
        QVERIFY(!isSaidAbove(shown));
    }

    void theMarkOfATabAndItsRowSayIt()
    {
        LivePage shown(watchWithOutage());
        setLimit(shown);
        QCOMPARE(shown.tabs()->tabToolTip(0),
                 plainToolTip(QStringLiteral("10.0.0.9: running, unable to send")));
        shown.add(TraceId{2});
        shown.page.findChild<QToolButton *>(QStringLiteral("pathAll"))->click();
        const auto *rows = shown.page.findChild<PathOverview *>()->model();
        QCOMPARE(rows->index(0, PathOverviewModel::State).data().toString(),
                 QStringLiteral("running, unable to send"));
    }

    void theTimelineShadesItUpToTheNewestRound()
    {
        const Words words;
        const TimeSpan hour{Timestamp(1'769'860'800s), Timestamp(1'769'864'400s)};
        const TimelineContent content{
            .view = hour,
            .events = {{.kind = PathEvent::Kind::NotSentBegan, .at = hour.from + 10min}},
            .newest = hour.from + 20min};
        const QPalette palette = lightPalette();
        QImage image(900, 220, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Base));
        {
            QPainter painter(&image);
            TimelinePainter(content, words, QApplication::font(), palette).paint(painter, image.rect());
        }
        const QRectF plot = TimelinePainter::plotIn(image.rect(), QApplication::font());
        const auto colourAfter = [&](Duration begin) { // between the ticks, below the round trips
            const double x = TimeScale{hour, plot.left(), plot.width()}.x(hour.from + begin);
            return image.pixelColor(static_cast<int>(x), static_cast<int>(plot.bottom()) + 8);
        };
        QCOMPARE(colourAfter(6min), palette.color(QPalette::Base));
        QCOMPARE(colourAfter(14min), tint(mutedText(palette), palette));
        QCOMPARE(colourAfter(24min), palette.color(QPalette::Base));
    }
};

QTEST_MAIN(TestPathOutages)
#include "tst_path_outages.moc"
