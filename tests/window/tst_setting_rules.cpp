// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "core/data/settings.h"
#include "ui/dialogs/setting_rules.h"

#include <QTest>

using namespace parallax;

/// What the dialog lets through is what the next start takes.
class TestSettingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheDialogAcceptsTheNextStartDoesToo_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("value");
        for (const char *setting : {"bind", "trusted-proxy", "public-url", "public-ws-url", "api-token",
                                    "cert", "key", "http-port", "ws-port"}) {
            for (const char *value : {"secret",
                                      "0123456789abcdef",
                                      "0123456789abcdef.",
                                      "0123456789abcdef\xc3\xa4",
                                      "HTTPS://a.example",
                                      "Http://a.example",
                                      "http:/a.example",
                                      "http:a.example",
                                      "https://",
                                      "http://[::1]:80/",
                                      "http:// a",
                                      "https://a.example",
                                      "WSS://a.example",
                                      "Ws://a.example",
                                      "ws://a.example",
                                      "ftp://a.example",
                                      "192.0.2.256",
                                      "127.1",
                                      "[::1]",
                                      "::1",
                                      "fe80::1%lo",
                                      "localhost",
                                      "8080",
                                      "8081",
                                      "0"})
                QTest::addRow("%s %s", setting, value) << QByteArray(setting) << QByteArray(value);
        }
    }

    void whatTheDialogAcceptsTheNextStartDoesToo()
    {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, value);
        Config config;
        const auto applied = applySetting(config, setting.toStdString(), value.toStdString());
        const bool accepted = applied && problemsOf(config).empty();
        QVERIFY(!accepted || checkConfig(config));
    }
};

QTEST_GUILESS_MAIN(TestSettingRules)
#include "tst_setting_rules.moc"
