// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/privileges.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace parallax;

namespace {

std::string statusOf(const std::string &task)
{
    std::ostringstream text;
    text << std::ifstream("/proc/self/task/" + task + "/status").rdbuf();
    return text.str();
}

bool hasLine(const std::string &status, std::string_view line)
{
    return status.find("\n" + std::string(line) + "\n") != std::string::npos;
}

bool hasNoCapability(const std::string &status)
{
    return hasLine(status, "CapInh:\t0000000000000000") && hasLine(status, "CapPrm:\t0000000000000000")
        && hasLine(status, "CapEff:\t0000000000000000") && hasLine(status, "CapBnd:\t0000000000000000")
        && hasLine(status, "CapAmb:\t0000000000000000") && hasLine(status, "NoNewPrivs:\t1");
}

bool isEnvironment(const char *name, const std::string &value)
{
    const char *found = std::getenv(name);
    return found != nullptr && found == value;
}

/// The drop cannot be undone, so it happens in a child. What the child returned, or -1.
int exitCodeInChild(const std::function<bool()> &statement)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(statement() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string statusOfThisTask()
{
    return statusOf(std::to_string(::gettid()));
}

/// What `ask` answers in a thread of its own.
template<class Ask>
auto inThread(Ask ask)
{
    decltype(ask()) answer{};
    std::thread([&] { answer = ask(); }).join();
    return answer;
}

bool everyTaskIsBare()
{
    return dropPrivileges() && hasNoCapability(statusOfThisTask())
        && hasNoCapability(inThread(statusOfThisTask));
}

bool threadIsRefused()
{
    return inThread([] { return !dropPrivileges(); });
}

bool isUser(const passwd &user)
{
    std::array<uid_t, 3> ids{};
    ::getresuid(ids.data(), &ids[1], &ids[2]);
    return std::all_of(ids.begin(), ids.end(), [&user](uid_t id) { return id == user.pw_uid; })
        && ::getgid() == user.pw_gid && ::setuid(0) != 0;
}

const passwd *ordinaryUser()
{
    return ::getpwnam("nobody");
}

} // namespace

class TestPrivileges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *variable : {"PKEXEC_UID", "SUDO_UID", "SUDO_GID"})
            qunsetenv(variable);
    }

    void afterTheDropEveryTaskIsWithoutCapabilities()
    {
        needRoot();
        QCOMPARE(exitCodeInChild(everyTaskIsBare), 0);
    }

    void plainRootStaysRootWithoutRights()
    {
        needRoot();
        QCOMPARE(exitCodeInChild([] {
                     const bool dropped{dropPrivileges()};
                     const Rights rights = rightsOfThisProcess();
                     return dropped && ::geteuid() == 0 && rights.isRoot && !rights.canCapture
                         && !rights.canSendRaw && !rights.mayGainPrivileges;
                 }),
                 0);
    }

    void sudoBecomesTheUserWithItsFolders_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("sudo") << QByteArray("SUDO_UID");
        QTest::newRow("pkexec") << QByteArray("PKEXEC_UID");
    }

    void sudoBecomesTheUserWithItsFolders()
    {
        needRoot();
        QFETCH(QByteArray, variable);
        const passwd *user = ordinaryUser();
        QVERIFY(user);
        qputenv(variable.constData(), QByteArray::number(user->pw_uid));
        QCOMPARE(exitCodeInChild([user] {
                     ::setenv("XDG_CONFIG_HOME", "/root", 1);
                     return dropPrivileges() && isUser(*user) && hasNoCapability(statusOfThisTask())
                         && isEnvironment("HOME", user->pw_dir) && isEnvironment("USER", user->pw_name)
                         && std::getenv("XDG_CONFIG_HOME") == nullptr;
                 }),
                 0);
    }

    void nonsenseInTheEnvironmentIsNoUser_data()
    {
        QTest::addColumn<QByteArray>("uid");
        QTest::newRow("root again") << QByteArray("0");
        QTest::newRow("words") << QByteArray("nobody");
        QTest::newRow("negative") << QByteArray("-1");
        QTest::newRow("trailing text") << QByteArray("1000x");
        QTest::newRow("empty") << QByteArray("");
    }

    void nonsenseInTheEnvironmentIsNoUser()
    {
        QFETCH(QByteArray, uid);
        qputenv("SUDO_UID", uid);
        QVERIFY(!rightsOfThisProcess().startedForUser);
    }

    void anUnknownUserIsAnError()
    {
        needRoot();
        qputenv("SUDO_UID", "4000000000");
        QCOMPARE(exitCodeInChild([] { return !dropPrivileges(); }), 0);
    }

    void aThreadMustNotBeThereBefore() { QCOMPARE(exitCodeInChild(threadIsRefused), 0); }

    void whatWasOpenedBeforeStillCaptures()
    {
        needRoot();
        QCOMPARE(exitCodeInChild([] {
                     const int capture = ::socket(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL));
                     const int again =
                         dropPrivileges() ? ::socket(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL)) : 0;
                     char byte = 0;
                     const ssize_t read = ::recv(capture, &byte, 1, MSG_DONTWAIT);
                     return capture >= 0 && again < 0 && (read >= 0 || errno == EAGAIN);
                 }),
                 0);
    }

    void withoutPrivilegesTheDropSucceedsToo()
    {
        needRoot();
        QCOMPARE(exitCodeInChild([] { return ::setuid(ordinaryUser()->pw_uid) == 0 && dropPrivileges(); }),
                 0);
    }

private:
    static void needRoot()
    {
        if (::geteuid() != 0)
            QSKIP("needs root: only root has something to drop");
    }
};

QTEST_APPLESS_MAIN(TestPrivileges)
#include "tst_privileges.moc"
