// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/settings.h"

#include "tests/component/cli_program.h"

#include <QTest>

#include <unistd.h>

using namespace parallax;

/// What the program says of its arguments.
class TestCliArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsAnOptionOfServeWithHelp()
    {
        const QByteArray help = runCli({QStringLiteral("serve"), QStringLiteral("--help")}).out;
        QStringList missing;
        for (const Setting &setting : settings()) {
            const QString name =
                QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
            if (!help.contains("  --" + name.toUtf8() + ' '))
                missing << name;
        }
        QCOMPARE(missing, QStringList{});
    }

    void badArgumentsEndWithThreeAndName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const char *named) {
            QTest::newRow(name) << arguments << QByteArray(named);
        };
        const QString serve = QStringLiteral("serve");
        row("nothing", {}, "subcommand");
        row("an unknown command", {QStringLiteral("measure")},
            "\"measure\" is no command; those there are: serve, doctor");
        row("an unknown option", {serve, QStringLiteral("--pongs"), QStringLiteral("1")}, "--pongs");
        row("a group", {QStringLiteral("trace"), QStringLiteral("224.0.0.1")}, "not the address of one host");
        row("a group of IPv6", {QStringLiteral("ping"), QStringLiteral("ff02::1%lo")},
            "not the address of one host");
        row("out of range", {serve, QStringLiteral("--max-ttl"), QStringLiteral("65")},
            "--max-ttl must be a whole number from 1 to 64");
        row("negative", {serve, QStringLiteral("--threshold-ms"), QStringLiteral("-1")}, "--threshold-ms");
        row("words for a number", {serve, QStringLiteral("--pings=many")}, "--pings");
        row("no value", {serve, QStringLiteral("--pings")}, "--pings");
        row("a certificate alone", {serve, QStringLiteral("--cert"), QStringLiteral("c.pem")},
            "cert and key");
        row("neither true nor false", {serve, QStringLiteral("--allow-anonymous=maybe")},
            "a flag takes no value, or true or false");
        const QString here = QStringLiteral("127.0.0.1");
        row("a port for a flag", {QStringLiteral("ping"), QStringLiteral("--tcp=443"), here},
            "tcp was given a disallowed flag override");
        row("an empty device", {QStringLiteral("trace"), QStringLiteral("-i"), QString(), here},
            "must not be empty");
        if (::geteuid() == 0) // else the right to send is missing first
            row("a source of others",
                {QStringLiteral("trace"), QStringLiteral("-s"), QStringLiteral("192.0.2.1"), here},
                "192.0.2.1 is no address of this machine");
    }

    void badArgumentsEndWithThreeAndName()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const Outcome outcome = runCli(arguments);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.error.contains(named), outcome.error.constData());
    }

    void whatThisMachineRoutesToItselfIsItsOwn()
    {
        if (::geteuid() != 0)
            QSKIP("needs the right to send");
        const Outcome outcome =
            runCli({QStringLiteral("ping"), QStringLiteral("-c"), QStringLiteral("1"), QStringLiteral("-I"),
                    QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
        QCOMPARE(outcome.code, 0);
    }

    void aBadEnvironmentEndsWithThreeAndNamesTheVariable()
    {
        const Outcome outcome = runCli({QStringLiteral("doctor")},
                                       {{QStringLiteral("PARALLAX_HTTP_PORT"), QStringLiteral("70000")}});
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.error.contains("PARALLAX_HTTP_PORT"));
    }
};

QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cli_arguments.moc"
