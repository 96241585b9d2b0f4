// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve_printer.h"

#include "core/exporter/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace parallax {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

void ServePrinter::line(QByteArray bytes)
{
    bytes += '\n';
    const auto size = static_cast<std::size_t>(bytes.size());
    // Whoever reads a pipe wants the line now.
    if (std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return;
    const std::string reason = std::generic_category().message(errno);
    std::clearerr(stdout); // a disk that has room again takes the next line
    if (!std::exchange(m_lostLines, true))
        std::fprintf(stderr, "%s: cannot write to standard output: %s; lines may be missing there\n",
                     m_program, reason.c_str());
}

void ServePrinter::apply(const QList<Update> &updates)
{
    for (const Update &update : updates)
        std::visit([this](const auto &u) { print(u); }, update);
}

void ServePrinter::print(const Listening &listening)
{
    if (!m_json) {
        for (const std::string &url : listening.urls)
            line(QByteArray::fromStdString(url));
        return;
    }
    QJsonArray urls;
    for (const std::string &url : listening.urls)
        urls.append(text(url));
    line(compact({{QStringLiteral("event"), QStringLiteral("listening")},
                  {QStringLiteral("urls"), urls},
                  {QStringLiteral("http_port"), listening.httpPort},
                  {QStringLiteral("ws_port"), listening.webSocketPort},
                  {QStringLiteral("privileged"), listening.privileged}}));
}

void ServePrinter::print(const Notice &notice)
{
    if (notice.cleared && m_lastTold && notice.code == m_lastTold->code)
        m_lastTold.reset();
    if (notice.cleared || notice == m_lastTold)
        return;
    m_lastTold = notice;
    std::fprintf(stderr, "%s: %s\n", m_program, qPrintable(m_words.notice(notice)));
}

void ServePrinter::print(const SessionOpened &opened)
{
    m_running[opened.session] = opened.record.id;
    const SocketAddress &peer = opened.record.tester.peer;
    if (!m_json) {
        line("opened   " + QByteArray::fromStdString(peer.toString()));
        return;
    }
    line(compact({{QStringLiteral("event"), QStringLiteral("opened")},
                  {QStringLiteral("session"), text(opened.record.id)},
                  {QStringLiteral("address"), text(peer.address.toString())},
                  {QStringLiteral("port"), peer.port}}));
}

void ServePrinter::print(const SessionClosed &closed)
{
    m_running.erase(closed.session);
    const SessionRecord *record = closed.run.get();
    if (!record)
        return;
    if (m_json) {
        const QByteArray report = closed.stored ? storedReportJson(*record) : reportJson(*record);
        line(R"({"event":"report","report":)" + report + '}');
        return;
    }
    const Verdict &verdict = record->verdict;
    QString sentence = m_words.verdictSentence(*record);
    if (verdict.kind != VerdictKind::Inconclusive) // of which nobody can be sure
        sentence.prepend(m_words.percent(verdict.confidence) + QLatin1Char(' '));
    const QString said = QStringLiteral("%1  %2  %3")
                             .arg(text(record->tester.peer.toString()), m_words.kind(verdict.kind), sentence);
    line("finished " + said.toUtf8());
}

void ServePrinter::print(const SessionFailed &failed)
{
    const QString session = text(m_running[failed.session]);
    m_running.erase(failed.session);
    if (!m_json) {
        line("failed   " + QByteArray::fromStdString(failed.reason));
        return;
    }
    line(compact({{QStringLiteral("event"), QStringLiteral("failed")},
                  {QStringLiteral("session"), session},
                  {QStringLiteral("reason"), text(failed.reason)}}));
}

} // namespace parallax
