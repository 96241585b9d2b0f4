// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve_printer.h"

#include "core/exporter/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

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

void line(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout); // whoever reads a pipe wants the line now
}

} // namespace

void ServePrinter::apply(const QList<Update> &updates)
{
    for (const Update &update : updates) {
        if (const auto *failed = std::get_if<SessionFailed>(&update))
            print(*failed); // while the board still knows its name
        if (std::holds_alternative<HistoryLoaded>(update) || traceOf(update))
            continue;
        m_board.apply(update);
        if (!std::holds_alternative<SessionFailed>(update))
            std::visit([this](const auto &u) { print(u); }, update);
        if (const auto *closed = std::get_if<SessionClosed>(&update))
            m_board.forget(closed->session);
    }
}

void ServePrinter::print(const Listening &listening) const
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

void ServePrinter::print(const Notice &notice) const
{
    if (notice.cleared)
        return;
    std::fprintf(stderr, "%s: %s\n", m_program, qPrintable(m_words.notice(notice)));
}

void ServePrinter::print(const SessionOpened &opened) const
{
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

void ServePrinter::print(const SessionClosed &closed) const
{
    const SessionRecord *record = m_board.find(closed.session);
    if (!record)
        return;
    if (m_json) {
        line(R"({"event":"report","report":)" + reportJson(*record) + '}');
        return;
    }
    const QString verdict =
        QStringLiteral("%1  %2  %3 %4")
            .arg(text(record->tester.peer.toString()), m_words.kind(record->verdict.kind),
                 m_words.percent(record->verdict.confidence), m_words.verdictSentence(*record));
    line("finished " + verdict.toUtf8());
}

void ServePrinter::print(const SessionFailed &failed) const
{
    const SessionRecord *record = m_board.find(failed.session);
    const QString session = record ? text(record->id) : QString();
    if (!m_json) {
        line("failed   " + QByteArray::fromStdString(failed.reason));
        return;
    }
    line(compact({{QStringLiteral("event"), QStringLiteral("failed")},
                  {QStringLiteral("session"), session},
                  {QStringLiteral("reason"), text(failed.reason)}}));
}

} // namespace parallax
