// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include <QTest>

using namespace parallax;

/// Settings that each are right and together are not.
class TestConfigCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageOfHttpsNeedsASocketOfWss_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("socket");
        QTest::addColumn<bool>("works");
        const auto row = [](const char *name, const char *certificate, const char *page, const char *socket,
                            bool works) {
            QTest::newRow(name) << QByteArray(certificate) << QByteArray(page) << QByteArray(socket) << works;
        };
        row("as they are at first", "", "", "", true);
        row("a front for the page alone", "", "https://a.example", "", false);
        row("a plain socket", "", "https://a.example", "ws://a.example", false);
        row("a plain socket beside a certificate", "c.pem", "", "ws://a.example", false);
        row("a front for both", "", "https://a.example", "wss://a.example", true);
        row("a certificate for both", "c.pem", "https://a.example", "", true);
        row("a plain page", "", "http://a.example", "", true);
    }

    void aPageOfHttpsNeedsASocketOfWss()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, socket);
        QFETCH(bool, works);
        Config config;
        config.service.certificateFile = certificate.toStdString();
        config.service.keyFile = certificate.toStdString();
        config.service.publicUrl = page.toStdString();
        config.service.publicWebSocketUrl = socket.toStdString();
        QCOMPARE(bool(checkConfig(config)), works);
    }
};

QTEST_APPLESS_MAIN(TestConfigCheck)
#include "tst_config_check.moc"
