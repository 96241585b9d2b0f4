// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/window/named.h"
#include "tests/window/own_settings.h"
#include "tests/window/typed_host.h"
#include "ui/pages/path_page.h"
#include "ui/widgets/path_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

/// What the Path page's bar takes, and what is asked for by it.
class TestPathBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startAsksForWhatTheBarSays()
    {
        const Words words;
        PathPage page(words);
        QSignalSpy asked(&page, &PathPage::openRequested);
        auto *method = named<QComboBox>(page, "method");
        method->setCurrentIndex(method->findText(QStringLiteral("TCP")));
        named<QSpinBox>(page, "port")->setValue(443);
        typeHost(page, QStringLiteral(" https://example.org/path "));
        QCOMPARE(asked.count(), 1);
        const auto request = asked[0][0].value<TraceRequest>();
        QCOMPARE(request.target, std::string("example.org"));
        QCOMPARE(request.kind, TraceRequest::Kind::Watch);
        QCOMPARE(request.method, Method::TcpSyn);
        QCOMPARE(request.port, 443);
        QVERIFY(request.interval == 1s);
        QCOMPARE(request.flows, 1);
    }

    void onceFindsTheBranches()
    {
        const Words words;
        PathPage page(words);
        QSignalSpy asked(&page, &PathPage::openRequested);
        auto *every = named<QComboBox>(page, "every");
        every->setCurrentIndex(every->findData(0));
        named<QSpinBox>(page, "flows")->setValue(12);
        typeHost(page, QStringLiteral("192.0.2.1"));
        const auto request = asked.value(0).value(0).value<TraceRequest>();
        QCOMPARE(request.kind, TraceRequest::Kind::Trace);
        QCOMPARE(request.flows, 12);
    }

    void theFlowsStayWhereAnotherIntervalIsChosen()
    {
        const Words words;
        const PathPage page(words);
        auto *every = named<QComboBox>(page, "every");
        auto *flows = named<QSpinBox>(page, "flows");
        flows->setValue(4);
        every->setCurrentIndex(every->findData(5000));
        QCOMPARE(flows->value(), 4);
        every->setCurrentIndex(every->findData(0));
        QCOMPARE(flows->value(), 8);
        every->setCurrentIndex(every->findData(2000));
        QCOMPARE(flows->value(), 1);
    }

    void aHostThatIsBeingTypedStays()
    {
        const Words words;
        PathPage page(words);
        page.setHosts({QStringLiteral("example.org")});
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *host = named<QComboBox>(page, "host");
        host->setFocus();
        typeHost(page, QStringLiteral("nowhere.invalid"));
        page.addTrace(TraceId{5}, {.target = "nowhere.invalid"});
        host->lineEdit()->selectAll();
        QTest::keyClicks(host, QStringLiteral("exam")); // the rest may be proposed
        page.showFailure(TraceId{5}, {ErrorCode::UnknownHost, "nowhere.invalid: Host not found"});
        QVERIFY2(host->currentText().startsWith(QStringLiteral("exam")), qPrintable(host->currentText()));
    }

    void whatIsNoHostCannotBeStarted_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("host");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("blank") << QStringLiteral("  ") << QString();
        QTest::newRow("two words") << QStringLiteral("two words") << QString();
        QTest::newRow("longer than a name can be") << QString(300, QLatin1Char('a')) << QString();
        QTest::newRow("name") << QStringLiteral("example.org") << QStringLiteral("example.org");
        QTest::newRow("address in brackets")
            << QStringLiteral("[2001:db8::1]") << QStringLiteral("2001:db8::1");
        QTest::newRow("web address") << QStringLiteral("https://example.org:8443/x")
                                     << QStringLiteral("example.org");
        QTest::newRow("with a path") << QStringLiteral("example.org/x") << QStringLiteral("example.org");
        QTest::newRow("with a port") << QStringLiteral("example.org:443") << QStringLiteral("example.org");
        QTest::newRow("IPv4 with a port") << QStringLiteral("192.0.2.1:80") << QStringLiteral("192.0.2.1");
        QTest::newRow("IPv6 with a port")
            << QStringLiteral("[2001:db8::1]:80") << QStringLiteral("2001:db8::1");
        QTest::newRow("IPv6 alone") << QStringLiteral("2001:db8::1") << QStringLiteral("2001:db8::1");
        QTest::newRow("IPv6 of one link") << QStringLiteral("fe80::1%eth0") << QStringLiteral("fe80::1%eth0");
    }
    void whatIsNoHostCannotBeStarted()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, host);
        const Words words;
        PathPage page(words);
        named<QComboBox>(page, "host")->lineEdit()->setText(pasted);
        QCOMPARE(hostIn(pasted), host);
        QCOMPARE(named<QPushButton>(page, "pathStart")->isEnabled(), !host.isEmpty());
    }

    void theChoicesAreThoseOfTheNextBar()
    {
        PathBar bar;
        auto *method = named<QComboBox>(bar, "method");
        method->setCurrentIndex(method->findText(QStringLiteral("UDP")));
        named<QSpinBox>(bar, "port")->setValue(5353);
        named<QComboBox>(bar, "family")->setCurrentIndex(2);
        auto *every = named<QComboBox>(bar, "every");
        every->setCurrentIndex(every->findData(0));
        named<QSpinBox>(bar, "flows")->setValue(12);
        PathBar next;
        next.setChoices(bar.choices());
        QVERIFY(next.request() == bar.request());
        QVERIFY(next.request() != PathBar().request());
    }

    void whatCannotBeChosenStaysAsItIs()
    {
        PathBar bar;
        bar.setChoices({{QStringLiteral("method"), QStringLiteral("QUIC")},
                        {QStringLiteral("port"), QStringLiteral("http")},
                        {QStringLiteral("family"), 3},
                        {QStringLiteral("every_ms"), 7},
                        {QStringLiteral("flows"), QVariantList{}}});
        QVERIFY(bar.request() == PathBar().request());
    }

    void aHostIsRememberedOnceAndFirst()
    {
        const Words words;
        PathPage page(words);
        for (const char *host : {"one.example", "two.example", "one.example"})
            typeHost(page, QLatin1String(host));
        QCOMPARE(page.hosts(), QStringList({QStringLiteral("one.example"), QStringLiteral("two.example")}));
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathBar)
#include "tst_path_bar.moc"
