// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/server.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace parallax::lab {

namespace {

constexpr auto nobody = "65534";

QString program()
{
    return qEnvironmentVariable("PARALLAX_CLI", QStringLiteral(PARALLAX_CLI));
}

/// The environment keeps the user's own settings and history out of the test, and the test out of them.
QStringList parallaxCommand(const QString &directory, const QString &binary)
{
    return {QStringLiteral("env"),
            QStringLiteral("XDG_CONFIG_HOME=") + directory,
            QStringLiteral("XDG_DATA_HOME=") + directory,
            QStringLiteral("XDG_STATE_HOME=") + directory,
            QStringLiteral("HOME=") + directory,
            binary};
}

/// Nobody may not look into a builder's directory: the program and its files move to the street's.
Result<QStringList> commandOfNobody(const Street &street)
{
    const QString home = street.file(QStringLiteral("nobody"));
    const QFileInfo binary(program());
    const QString commands = binary.dir().filePath(QStringLiteral("parallax-commands")); // which it becomes
    const QString owner = QString::fromLatin1(nobody);
    auto done = run({QStringLiteral("install"), QStringLiteral("-d"), QStringLiteral("-o"), owner, home});
    if (done)
        done = run({QStringLiteral("install"), QStringLiteral("-m"), QStringLiteral("755"), program(),
                    commands, street.file({})});
    if (!done)
        return done.error();
    return QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=") + owner,
                       QStringLiteral("--regid=") + owner, QStringLiteral("--clear-groups"),
                       QStringLiteral("--bounding-set=-all")}
    + parallaxCommand(home, street.file(binary.fileName()));
}

} // namespace

Result<std::unique_ptr<Server>> Server::start(const Street &street, const QStringList &options, Rights rights)
{
    const QString directory = street.file(rights == Rights::Nobody ? QStringLiteral("nobody") : QString());
    QStringList command = parallaxCommand(directory, program());
    if (rights == Rights::Nobody) {
        const auto demoted = commandOfNobody(street);
        if (!demoted)
            return demoted.error();
        command = demoted.value();
    }
    std::unique_ptr<Server> server(new Server);
    server->m_store = directory + QStringLiteral("/store.sqlite");
    command << QStringLiteral("serve") << QStringLiteral("--json") << QStringLiteral("--store")
            << server->m_store;
    server->m_process = std::make_unique<Process>(street.inside(Host::Server, command + options));
    const auto listening = server->waitFor(QStringLiteral("listening"));
    if (!listening)
        return listening.error();
    server->m_listening = listening.value().object;
    return server;
}

Result<Event> Server::waitFor(const QString &event, std::chrono::milliseconds deadline)
{
    QJsonObject object;
    const auto isWanted = [&](const QByteArray &line) {
        object = QJsonDocument::fromJson(line).object();
        const bool notData = object.isEmpty(); // standard output is data only
        return notData || object.value(QStringLiteral("event")).toString() == event;
    };
    const auto line = m_process->waitForLine(isWanted, deadline);
    if (!line)
        return Error{line.error().code, event.toStdString() + ": " + line.error().message};
    if (object.isEmpty())
        return Error{ErrorCode::Malformed, "not a line of JSON: " + line.value().text.toStdString()};
    return Event{object, line.value().read};
}

QString Server::link() const
{
    return m_listening.value(QStringLiteral("urls")).toArray().first().toString();
}

QString Server::linkV6() const
{
    QUrl url(link());
    url.setHost(addressV6(Host::Server));
    return url.toString();
}

Result<QByteArray> runParallax(const Street &street, const QStringList &arguments)
{
    return street.output(Host::Server, parallaxCommand(street.file(QString()), program()) + arguments);
}

} // namespace parallax::lab
