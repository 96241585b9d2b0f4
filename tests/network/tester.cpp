// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/tester.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <limits>

namespace parallax::lab {

namespace {

Result<QJsonObject> nextObject(Process &browser, std::chrono::milliseconds deadline)
{
    const auto line = browser.waitForLine([](const QByteArray & /*any*/) { return true; }, deadline);
    if (!line)
        return line.error();
    const QJsonObject object = QJsonDocument::fromJson(line.value().text).object();
    const QString error = object.value(QStringLiteral("error")).toString();
    if (!error.isEmpty())
        return Error{ErrorCode::Unavailable, "browser: " + error.toStdString()};
    return object;
}

/// For whoever wants to know why: every report, in the folder that PARALLAX_LAB_REPORTS names.
void keepReport(const QJsonObject &report)
{
    const QString folder = qEnvironmentVariable("PARALLAX_LAB_REPORTS");
    const QString name = QString::fromUtf8(QTest::currentTestFunction()) + QLatin1Char('-')
        + report.value(QStringLiteral("session")).toString() + QStringLiteral(".json");
    QFile file(folder + QLatin1Char('/') + name);
    if (!folder.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(report).toJson());
}

} // namespace

Result<std::unique_ptr<Tester>> Tester::start(const Street &street, const QStringList &options)
{
    // A killed browser leaves its files to the street.
    const QStringList command{QStringLiteral("env"), QStringLiteral("TMPDIR=") + street.file(QString()),
                              QStringLiteral(LAB_BROWSER)};
    std::unique_ptr<Tester> tester(new Tester);
    tester->m_browser = std::make_unique<Process>(street.inside(Host::Tester, command + options));
    const auto ready = nextObject(*tester->m_browser, std::chrono::seconds(40));
    if (!ready)
        return ready.error();
    return tester;
}

void Tester::visit(const QString &link)
{
    m_browser->writeLine(link.toUtf8());
}

Result<QJsonObject> Tester::result(std::chrono::milliseconds deadline)
{
    return nextObject(*m_browser, deadline);
}

QString Run::kind() const
{
    return value(QStringLiteral("verdict/kind")).toString();
}

QJsonValue Run::value(const QString &path) const
{
    QJsonValue found = report;
    for (const QString &key : path.split(QLatin1Char('/')))
        found = found.toObject().value(key);
    return found;
}

double Run::number(const QString &path) const
{
    return value(path).toDouble(std::numeric_limits<double>::quiet_NaN());
}

Result<Run> measure(Server &server, Tester &tester, const QString &link)
{
    tester.visit(link);
    const auto opened = server.waitFor(QStringLiteral("opened"));
    if (!opened) {
        const auto page = tester.result(std::chrono::seconds(1));
        return page ? opened.error()
                    : Error{opened.error().code, opened.error().message + page.error().message};
    }
    const auto report = server.waitFor(QStringLiteral("report"), std::chrono::seconds(60));
    if (!report)
        return report.error();
    const QJsonObject record = report.value().object.value(QStringLiteral("report")).toObject();
    keepReport(record);
    const auto page = tester.result();
    if (!page)
        return page.error();
    return Run{record, page.value(),
               std::chrono::duration<double>(report.value().read - opened.value().read).count()};
}

} // namespace parallax::lab
