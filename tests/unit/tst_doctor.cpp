// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace parallax;

namespace {

const Rights allRights{.canCapture = true, .canSendRaw = true};

Check checkNamed(const std::vector<Check> &checks, const char *name)
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [name](const Check &check) { return check.name == QLatin1String(name); });
    return found == checks.end() ? Check{} : *found;
}

Config configWithFreePorts()
{
    Config config;
    config.service.httpPort = 0;
    config.service.webSocketPort = 0;
    return config;
}

Check storeCheck(const QString &file)
{
    Config config = configWithFreePorts();
    config.store = file.toStdString();
    return checkNamed(examine(config, allRights), "store");
}

constexpr QFileDevice::Permissions readOnly =
    QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther | QFileDevice::ExeOther;

/// Root may write everywhere: it is nobody for a while.
class AsSomebody
{
public:
    AsSomebody()
    {
        if (m_isRoot)
            m_changed = ::setresuid(nobody, nobody, 0) == 0;
    }
    ~AsSomebody()
    {
        if (m_changed && ::setresuid(0, 0, 0) != 0)
            qFatal("still nobody");
    }
    Q_DISABLE_COPY_MOVE(AsSomebody)

private:
    static constexpr uid_t nobody = 65534;
    bool m_isRoot = ::geteuid() == 0;
    bool m_changed = false;
};

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingRightNamesTheCommandThatMendsIt()
    {
        const auto checks = examine(configWithFreePorts(), Rights{});
        const Check rights = checkNamed(checks, "rights");
        QCOMPARE(rights.state, Check::State::Missing);
        QVERIFY(rights.mend.startsWith(QStringLiteral("sudo setcap cap_net_raw+ep /")));
        QCOMPARE(checkNamed(checks, "capture").state, Check::State::Missing);
        QVERIFY(!isReady(checks));
    }

    void withEveryRightNothingIsMissingThere()
    {
        const auto checks = examine(configWithFreePorts(), allRights);
        QCOMPARE(checkNamed(checks, "rights").state, Check::State::Ok);
        QCOMPARE(checkNamed(checks, "capture").state, Check::State::Ok);
    }

    /// The other program of the command line has a file of its own; here that is the test's.
    void aProgramThatCannotTraceIsWorthANote()
    {
        Rights rights = allRights;
        rights.fileHasCapabilities = true;
        const Check check = checkNamed(examine(configWithFreePorts(), rights), "trace");
        QCOMPARE(check.state, Check::State::Note);
        QVERIFY(check.mend.startsWith(QStringLiteral("sudo setcap cap_net_raw+ep /")));
        QCOMPARE(checkNamed(examine(configWithFreePorts(), allRights), "trace").state, Check::State::Ok);
    }

    void plainRootIsWorthANoteOnly()
    {
        Rights rights = allRights;
        rights.isRoot = true;
        const Check check = checkNamed(examine(configWithFreePorts(), rights), "user");
        QCOMPARE(check.state, Check::State::Note);
        QVERIFY(check.mend.startsWith(QStringLiteral("sudo setcap cap_net_raw+ep /")));
        rights.fileHasCapabilities = true;
        QCOMPARE(checkNamed(examine(configWithFreePorts(), rights), "user").mend, QString());
        rights.startedForUser = true;
        QCOMPARE(checkNamed(examine(configWithFreePorts(), rights), "user").state, Check::State::Ok);
    }

    void aPortInUseIsMissingAndNamed()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::Any));
        Config config = configWithFreePorts();
        config.service.webSocketPort = other.serverPort();
        const Check check = checkNamed(examine(config, allRights), "ws-port");
        QCOMPARE(check.state, Check::State::Missing);
        QVERIFY(check.detail.contains(QString::number(other.serverPort())));
        QCOMPARE(check.mend, QStringLiteral("parallax-cli serve --ws-port 0"));
    }

    void anAddressOfNobodyIsMissing()
    {
        Config config = configWithFreePorts();
        config.service.bind = "203.0.113.200";
        QCOMPARE(checkNamed(examine(config, allRights), "http-port").state, Check::State::Missing);
    }

    void aStoreInANewFolderIsFine()
    {
        const QTemporaryDir folder;
        Config config = configWithFreePorts();
        config.store = (folder.path() + QStringLiteral("/a/b/c.sqlite")).toStdString();
        QCOMPARE(checkNamed(examine(config, allRights), "store").state, Check::State::Ok);
    }

    void aStoreWhereNothingCanBeWrittenIsMissing()
    {
        const QTemporaryDir closed;
        QVERIFY(QFile::setPermissions(closed.path(), readOnly));
        const AsSomebody somebody;
        QCOMPARE(storeCheck(closed.path() + QStringLiteral("/store.sqlite")).state, Check::State::Missing);
    }

    /// Its own folder alone is given to the user: what lies above belongs to others.
    void onlyTheStoresOwnFolderIsGivenAway()
    {
        const QTemporaryDir closed;
        QVERIFY(QFile::setPermissions(closed.path(), readOnly));
        const AsSomebody somebody;
        QCOMPARE(storeCheck(closed.path() + QStringLiteral("/own/store.sqlite")).mend,
                 QStringLiteral("sudo install -d -o \"$USER\" '") + closed.path() + QStringLiteral("/own'"));
        for (const char *file : {"/store.sqlite", "/etc/store.sqlite", "/nowhere/at/all.sqlite"})
            QVERIFY(!storeCheck(QString::fromLatin1(file)).mend.contains(QStringLiteral("chown")));
    }

    void anUnreadableKeyIsMissing()
    {
        Config config = configWithFreePorts();
        config.service.certificateFile = "/no where/it's.pem";
        config.service.keyFile = "/nowhere/k.pem";
        const Check check = checkNamed(examine(config, allRights), "certificate");
        QCOMPARE(check.state, Check::State::Missing);
        QVERIFY(check.mend.endsWith(QStringLiteral("'/no where/it'\\''s.pem'"))); // for a shell
    }

    void absentGeoFilesDoNotStopTheMainJob()
    {
        QCOMPARE(checkNamed(examine(configWithFreePorts(), allRights), "geo_files").state,
                 Check::State::Note);
    }

    void notesAloneLeaveItReady()
    {
        QVERIFY(isReady({{QStringLiteral("a"), Check::State::Ok, {}, {}},
                         {QStringLiteral("b"), Check::State::Note, {}, {}}}));
        QVERIFY(!isReady({{QStringLiteral("a"), Check::State::Missing, {}, {}}}));
    }

    void theTextShowsStateAndCommand()
    {
        const QByteArray text = checksText({{QStringLiteral("store"), Check::State::Missing,
                                             QStringLiteral("It is full."), QStringLiteral("rm x")}});
        QCOMPARE(text,
                 QByteArray("missing  store       It is full.\n"
                            "                     mend: rm x\n"
                            "Not ready: see what is missing above.\n"));
    }

    void theJsonIsOneObjectOnOneLine()
    {
        const QByteArray json =
            checksJson({{QStringLiteral("clock"), Check::State::Note, QStringLiteral("Unset."), {}}});
        QCOMPARE(json.count('\n'), 1);
        const QJsonObject all = QJsonDocument::fromJson(json).object();
        QCOMPARE(all[QStringLiteral("ready")].toBool(), true);
        const QJsonObject row = all[QStringLiteral("checks")].toArray().first().toObject();
        QCOMPARE(row[QStringLiteral("name")].toString(), QStringLiteral("clock"));
        QCOMPARE(row[QStringLiteral("state")].toString(), QStringLiteral("note"));
        QVERIFY(row[QStringLiteral("mend")].isNull());
    }
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
