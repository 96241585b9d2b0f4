// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_command.h"
#include "app/clock_serving.h"
#include "app/command_application.h"
#include "app/epoll_dispatcher.h"
#include "app/listening_text.h"
#include "app/tcp_clock_printer.h"
#include "app/terminal.h"
#include "core/data/clock_board.h"
#include "core/exporter/clock_export.h"
#include "core/timing/tcp_server.h"

#include <chrono>
#include <cstdio>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto countsInterval = 1s; // between two lines of counts

/// Prints what the TCP server does; holds no event loop.
class TcpServerView
{
public:
    explicit TcpServerView(bool json)
        : m_json(json)
        , m_lines(!json)
    {
    }

    void apply(const ClockUpdate &update)
    {
        m_board.apply(update);
        if (const auto *serving = std::get_if<TcpClockServing>(&update))
            begin(serving->address);
        if (const auto *served = std::get_if<TcpClockServed>(&update))
            show(*served);
    }

    const std::optional<Error> &failed() const { return m_board.tcpServer().failed(); }

    void finish()
    {
        const TcpClockState &state = m_board.tcpServer();
        if (m_json)
            printLine(tcpTotalsObject(state.totals()));
        else if (!m_lines.isLive())
            printNow(tcpTotalsLine(state.totals()).toUtf8() + '\n');
    }

private:
    void begin(const SocketAddress &address) const
    {
        if (m_json) {
            printLine(listeningObject(address));
            return;
        }
        printNow(
            QStringLiteral("TCP time and echo server on %1.%2 Try: parallax-cli clock tcp-client %3 --port "
                           "%4 --connections 100\n")
                .arg(QString::fromStdString(address.toString()), QLatin1String(whoIsAnswered(address)),
                     QString::fromStdString(askedHost(address)))
                .arg(address.port)
                .toUtf8());
    }

    void show(const TcpClockServed &served)
    {
        const std::uint64_t lastSeen = m_lastSeen;
        for (const TcpClockConnection &connection : served.changed) {
            const bool over = connection.end != TcpClockEnd::Open;
            if (m_json && (over || connection.number > lastSeen))
                printLine(tcpConnectionObject(connection));
            if (!m_json && !m_lines.isLive() && over)
                printNow(tcpConnectionLine(connection).toUtf8() + '\n');
            m_lastSeen = std::max(m_lastSeen, connection.number);
        }
        m_lines.draw(linesOf(tcpServerTable(m_board.tcpServer())));
        const auto now = std::chrono::steady_clock::now();
        if (m_json && now - m_shown >= countsInterval) {
            m_shown = now;
            printLine(tcpTotalsObject(served.totals));
        }
    }

    bool m_json;
    LiveLines m_lines;
    ClockBoard m_board;
    std::uint64_t m_lastSeen = 0; // connection's number
    std::chrono::steady_clock::time_point m_shown;
};

} // namespace

int runTcpServer(const TcpServerOptions &options)
{
    const CommandApplication application;
    TcpServer server({}, [] { return new EpollDispatcher; });
    TcpServerView view(options.json);
    return serveUntilStopped(
        server, view, [&] { server.start(options.request); }, [&] { server.stop(); }, "TCP",
        {options.request.bind, options.request.port});
}

} // namespace parallax
