// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved picture of a path shows and names, whichever of the pictures is in front.
#include "core/data/own_addresses.h"
#include "tests/window/live_path.h"
#include "tests/window/own_settings.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/main_window.h"
#include "ui/models/path_event_model.h"
#include "ui/models/path_model.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"
#include "ui/widgets/plain_label.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

enum Tab { TimelineTab, EachHopTab, MapTab };

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

PathEvent changeFrom(const char *before, const char *after, int hops = 1)
{
    return {.kind = PathEvent::Kind::RouteChanged,
            .at = fixtures::watchBegan(),
            .ttl = 1,
            .before = address(before),
            .after = address(after),
            .hops = hops};
}

void bringToFront(const LivePage &shown, Tab tab)
{
    shown.page.findChild<QTabWidget *>(QStringLiteral("pathViews"))->setCurrentIndex(tab);
}

QAction *hideOwnAction(const QWidget &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QStringLiteral("&Hide own addresses of the path");
    });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

class TestPathPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotInFrontIsSavedAsWell()
    {
        LivePage shown;
        QVERIFY(drawn(shown, EachHopTab).contains("198.51.100.9"));
        bringToFront(shown, MapTab);
        shown.table()->selectRow(1);
        QVERIFY(drawn(shown, TimelineTab).contains("TTL 2"));
    }

    void hiddenAddressesAreInNoPicture()
    {
        LivePage shown;
        shown.table()->selectRow(0);
        bringToFront(shown, EachHopTab);
        QVERIFY(drawn(shown, EachHopTab).contains("192.168."));
        bringToFront(shown, TimelineTab);
        QVERIFY(drawn(shown, TimelineTab).contains("192.168."));
        bringToFront(shown, MapTab);
        shown.page.setHideOwn(true);
        for (const Tab tab : {TimelineTab, EachHopTab, MapTab})
            QVERIFY(!drawn(shown, tab).contains("192.168."));
        QVERIFY(drawn(shown, EachHopTab).contains("198.51.100.9"));
    }

    void whatIsHiddenWhileThePageIsNotShownIsHiddenInIt()
    {
        LivePage shown;
        shown.table()->selectRow(0);
        for (const Tab tab : {TimelineTab, EachHopTab}) {
            shown.page.setHideOwn(false);
            bringToFront(shown, tab);
            QVERIFY(standing(shown, tab).contains("192.168."));
            shown.page.hide();
            shown.page.setHideOwn(true);
            shown.page.show();
            QVERIFY(standing(shown, tab).contains("(own)"));
            QVERIFY(!standing(shown, tab).contains("192.168."));
        }
    }

    void aBalancedHopKeepsItsNameThoughItsBranchesTakeTurns()
    {
        const auto balanced = [](std::size_t round) {
            return std::vector<fixtures::PlayedHop>{{round % 2 == 0 ? "192.0.2.3" : "192.0.2.4", 1ms},
                                                    {"192.0.2.9", 2ms}};
        };
        for (const std::size_t rounds : {50U, 51U}) {
            LivePage shown(fixtures::watched(balanced, rounds, "192.0.2.9"));
            shown.table()->selectRow(0);
            QVERIFY(drawn(shown, TimelineTab).contains("192.0.2.3 and 1 more"));
            QVERIFY(drawn(shown, EachHopTab).contains("192.0.2.3 ")); // and what there is room for
            QVERIFY(!drawn(shown, EachHopTab).contains("192.0.2.4"));
        }
    }

    void ofAPathThatWasTracedOnceEachHopSaysWhyItIsEmpty()
    {
        TraceState once = fixtures::farWatch(0);
        once.request.kind = TraceRequest::Kind::Trace;
        LivePage shown(once);
        QVERIFY(drawn(shown, EachHopTab).contains("Traced once"));
    }

    void whatTheProbesLeaveFromIsHiddenToo()
    {
        LivePage shown;
        shown.state.record.source = address("198.51.100.9"); // no private one, but ours
        QCOMPARE(shown.cell(1, PathModel::Address), QStringLiteral("198.51.100.9"));
        shown.table()->selectRow(1);
        shown.page.setHideOwn(true);
        for (const int column : {PathModel::Address, PathModel::Name, PathModel::Network})
            QCOMPARE(shown.cell(1, column), QStringLiteral("(own)"));
        for (const Tab tab : {TimelineTab, EachHopTab, MapTab})
            QVERIFY(!drawn(shown, tab).contains("198.51.100.9"));
        shown.page.setHideOwn(false);
        QCOMPARE(shown.cell(1, PathModel::Address), QStringLiteral("198.51.100.9"));
    }

    void hiddenAddressesAreInNoEvent()
    {
        const Words words;
        PathEventModel model(words);
        const std::vector<PathEvent> events{changeFrom("192.168.1.1", "10.0.0.1"),
                                            changeFrom("192.168.1.1", "192.0.2.7", 3)};
        model.setEvents(events);
        const auto said = [&model](int row) {
            return model.index(row, PathEventModel::What).data().toString();
        };
        QVERIFY(said(0).contains(QStringLiteral("192.168.1.1")));
        model.setEvents(withOwnHidden(events, {}));
        QCOMPARE(said(0), QStringLiteral("The route changed at TTL 1: (own) instead of (own)"));
        QCOMPARE(said(1),
                 QStringLiteral("The route changed at 3 hops, from TTL 1 on: 192.0.2.7 instead of (own)"));
    }

    void whatIsNotOwnIsSaidAsEver()
    {
        const Words words;
        const PathEvent event = changeFrom("192.0.2.7", "192.0.2.9", 2);
        QCOMPARE(shownEvent(words, withOwnHidden({event}, {}).front()), words.pathEvent(event));
    }

    void aPrivateTargetIsNamedNowhere()
    {
        const QWidget look;
        const TraceState printer{
            .record = {.target = "printer.home.example", .address = {address("192.168.1.9"), 0}}};
        QVERIFY(captionOf(printer, false, &look).heading.contains(QStringLiteral("192.168.1.9")));
        QCOMPARE(captionOf(printer, true, &look).heading, QStringLiteral("(own)"));
        TraceState other{.record = {.target = "example.org", .address = {address("192.0.2.9"), 0}}};
        QVERIFY(captionOf(other, true, &look).heading.contains(QStringLiteral("192.0.2.9")));
        QCOMPARE(hostOf(other, true), QStringLiteral("example.org"));
        QCOMPARE(hostOf(printer, false), QStringLiteral("printer.home.example"));
        QCOMPARE(hostOf(printer, true), QString());
        other.record.source = address("192.0.2.9"); // this machine has that address
        QCOMPARE(captionOf(other, true, &look).heading, QStringLiteral("(own)"));
        LivePage shown;
        shown.state.record.address.address = address("192.168.1.9");
        shown.page.setHideOwn(true);
        const auto *heading = shown.page.findChild<ElidedLabel *>(QStringLiteral("pathHeading"));
        QVERIFY(heading->text().startsWith(QStringLiteral("(own)")));
        QCOMPARE(shown.tabs()->tabText(0), QStringLiteral("(own)"));
        QCOMPARE(shown.tabs()->tabToolTip(0), plainToolTip(QStringLiteral("(own): running")));
    }

    void anAddressIsNamedOnceAboveAPicture()
    {
        const QWidget look;
        const TraceState typed{.record = {.target = "192.0.2.9", .address = {address("192.0.2.9"), 0}}};
        QCOMPARE(captionOf(typed, false, &look).heading, QStringLiteral("192.0.2.9"));
        const TraceState named{.record = {.target = "example.org", .address = {address("192.0.2.9"), 0}}};
        QCOMPARE(captionOf(named, false, &look).heading, QStringLiteral("example.org · 192.0.2.9"));
    }

    void aPrivateTargetIsNotToldByTheBar()
    {
        LivePage shown;
        shown.state.record.address.address = address("192.168.1.9");
        const auto host = [&shown] {
            return shown.page.findChild<QComboBox *>(QStringLiteral("host"))->currentText();
        };
        shown.add(TraceId{2});
        shown.tabs()->setCurrentIndex(0);
        QCOMPARE(host(), QStringLiteral("sydney.example"));
        shown.page.setHideOwn(true);
        QCOMPARE(host(), QString());
        shown.tabs()->setCurrentIndex(1);
        QCOMPARE(host(), QString());
        shown.page.addStored(TraceId{3}, shown.state);
        QCOMPARE(host(), QString());
        shown.page.setTrace(TraceId{3}, shown.state);
        shown.page.setHideOwn(false);
        QCOMPARE(host(), QStringLiteral("sydney.example"));
    }

    void theChoiceIsRemembered()
    {
        const Words words;
        {
            MainWindow window(Config{}, words);
            window.show();
            QVERIFY(!hideOwnAction(window)->isChecked());
            hideOwnAction(window)->setChecked(true);
            window.close();
        }
        const MainWindow window(Config{}, words);
        QVERIFY(hideOwnAction(window)->isChecked());
    }

private:
    /// The picture as it is on the screen, if another one is asked for.
    QByteArray standing(LivePage &shown, Tab tab) const
    {
        return written(shown, shown.page.pictures(shown.state, MapTab).at(tab));
    }
    QByteArray drawn(LivePage &shown, Tab tab) const
    {
        return written(shown, shown.page.pictures(shown.state, tab).at(tab));
    }
    QByteArray written(const LivePage &shown, const Picture &picture) const
    {
        const QString name = m_folder.filePath(QStringLiteral("picture.svg"));
        const Caption caption = captionOf(shown.state, true, &shown.page);
        if (!savePicture(picture, caption, name))
            return {};
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    OwnSettings m_folder;
};

QTEST_MAIN(TestPathPictures)
#include "tst_path_pictures.moc"
