// SPDX-License-Identifier: GPL-3.0-or-later
// How the probes of a path are made: asked in a dialog, said on its button, kept for the next start.
#include "core/text/words.h"
#include "tests/window/named.h"
#include "tests/window/own_settings.h"
#include "ui/dialogs/probe_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/path_page.h"
#include "ui/probe_settings.h"
#include "ui/widgets/path_bar.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr int expedited = 46; // RFC 3246

TraceRequest unusual()
{
    TraceRequest probes{.source = "192.0.2.7",
                        .interface = "eth0",
                        .tos = expedited << probe_settings::ecnBits,
                        .length = 1400,
                        .firstTtl = 3,
                        .maxTtl = 12};
    probe_settings::setLongestWait(probes, 700ms);
    return probes;
}

} // namespace

class TestPathOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestHasThem()
    {
        PathBar bar;
        bar.setHost(QStringLiteral("example.org"));
        bar.setProbes(unusual());
        const TraceRequest request = bar.request();
        QCOMPARE(request.target, std::string("example.org"));
        QCOMPARE(request.kind, TraceRequest::Kind::Watch);
        QCOMPARE(request.length, 1400);
        QCOMPARE(request.tos, expedited * 4);
        QVERIFY(request.longestWait == 700ms && request.tailWait == 700ms);
        QCOMPARE(request.firstTtl, 3);
        QCOMPARE(request.maxTtl, 12);
        QCOMPARE(request.source, std::string("192.0.2.7"));
        QCOMPARE(request.interface, std::string("eth0"));
        QCOMPARE(request.family, AddressFamily::V4); // the source's
    }

    void theDialogChangesNothingByItself()
    {
        QVERIFY(ProbeDialog(unusual()).probes() == unusual());
        QVERIFY(ProbeDialog(TraceRequest{}).probes() == TraceRequest{});
    }

    void theDefaultsComeBackAtOnce()
    {
        const ProbeDialog dialog(unusual());
        named<QPushButton>(dialog, "probeDefaults")->click();
        QVERIFY(dialog.probes() == TraceRequest{});
    }

    void aSourceMustBeAnAddress()
    {
        const ProbeDialog dialog(TraceRequest{});
        const auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        named<QLineEdit>(dialog, "probeSource")->setText(QStringLiteral("router.example"));
        QVERIFY(!ok->isEnabled());
        QVERIFY(named<QLabel>(dialog, "probeTrouble")->isVisibleTo(&dialog));
        named<QLineEdit>(dialog, "probeSource")->setText(QStringLiteral("2001:db8::1"));
        QVERIFY(ok->isEnabled());
        QVERIFY(!named<QLabel>(dialog, "probeTrouble")->isVisibleTo(&dialog));
    }

    void theLargestTtlIsNotBelowTheFirst()
    {
        const ProbeDialog dialog(TraceRequest{});
        named<QSpinBox>(dialog, "probeFirstTtl")->setValue(40);
        QCOMPARE(dialog.probes().maxTtl, 40);
    }

    void theButtonSaysWhatIsNotAsUsual()
    {
        PathBar bar;
        const auto *button = named<QPushButton>(bar, "probeOptions");
        QVERIFY(!button->text().contains(QLatin1Char('(')));
        bar.setProbes({.tos = expedited << probe_settings::ecnBits, .firstTtl = 3});
        QVERIFY(button->text().contains(QStringLiteral("(2)")));
        QVERIFY(button->toolTip().contains(QStringLiteral("EF (46)")));
        QVERIFY(button->toolTip().contains(QStringLiteral("first TTL 3")));
    }

    void theNextStartHasThem()
    {
        const Words words;
        {
            MainWindow window(Config{}, words);
            window.show();
            window.findChild<PathPage *>()->setProbes(unusual());
            named<QSpinBox>(window, "flows")->setValue(7);
            window.close();
        }
        const MainWindow next(Config{}, words);
        QCOMPARE(named<QSpinBox>(next, "flows")->value(), 7);
        QVERIFY(next.findChild<PathPage *>()->probes() == unusual());
    }

    void aDamagedSettingIsAsUsual_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("too short") << QStringLiteral("length") << QVariant(20);
        QTest::newRow("longer than a packet") << QStringLiteral("length") << QVariant(70'000);
        QTest::newRow("no DSCP") << QStringLiteral("dscp") << QVariant(64);
        QTest::newRow("no time") << QStringLiteral("wait_ms") << QVariant(0);
        QTest::newRow("behind the largest TTL") << QStringLiteral("first_ttl") << QVariant(31);
        QTest::newRow("no TTL") << QStringLiteral("max_ttl") << QVariant(256);
        QTest::newRow("no address") << QStringLiteral("source") << QVariant(QStringLiteral("here"));
        QTest::newRow("no number") << QStringLiteral("length") << QVariant(QStringLiteral("long"));
    }
    void aDamagedSettingIsAsUsual()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QVERIFY(probe_settings::restored({{key, value}}) == TraceRequest{});
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathOptions)
#include "tst_path_options.moc"
