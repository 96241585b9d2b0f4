// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_arguments.h"
#include "app/clock_command.h"
#include "app/clock_printer.h"
#include "app/clock_serving.h"
#include "app/command_application.h"
#include "app/listening_text.h"
#include "app/unprivileged.h"
#include "core/base/overloaded.h"
#include "core/exporter/clock_export.h"
#include "core/timing/clock_hub.h"

#include <cstdio>

#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto countsInterval = 1s; // between two lines of counts

/// Prints what the server does; holds no event loop.
class ServerView
{
public:
    explicit ServerView(bool json)
        : m_json(json)
        , m_live(!json && isatty(STDOUT_FILENO) != 0)
    {
    }

    void apply(const ClockUpdate &update)
    {
        m_board.apply(update);
        if (const auto *serving = std::get_if<ClockServing>(&update))
            begin(serving->address);
        if (std::holds_alternative<ClockServed>(update))
            show(false);
    }

    const std::optional<Error> &failed() const { return m_board.server().failed; }

    void finish() { show(true); }

private:
    void begin(const SocketAddress &address) const
    {
        if (m_json) {
            printLine(listeningObject(address));
            return;
        }
        std::printf(
            "Clock server on %s, no clock is set.%s Try: parallax-cli clock client %s --port %d --mode all\n",
            address.toString().c_str(), whoIsAnswered(address), askedHost(address).c_str(), address.port);
        std::fflush(stdout);
    }

    void show(bool last)
    {
        const ClockServerCounts &counts = m_board.server().counts;
        const auto now = std::chrono::steady_clock::now();
        if (!last && (now - m_shown < countsInterval || (!m_json && !m_live)))
            return;
        m_shown = now;
        if (m_json)
            printLine(clockServerObject(counts));
        else
            std::printf("%s%s%s", m_live ? "\r\x1b[K" : "", qPrintable(clockServerLine(counts)),
                        last ? "\n" : "");
        std::fflush(stdout);
    }

    bool m_json;
    bool m_live;
    ClockBoard m_board;
    std::chrono::steady_clock::time_point m_shown;
};

} // namespace

int runClockServer(const ClockServerOptions &options)
{
    auto key = keyIn(options.keyFile);
    if (!key)
        return fail(key.error());
    ClockServerRequest request = options.request;
    request.key = std::move(key).value();
    const CommandApplication application;
    ClockHub hub;
    ServerView view(options.json);
    return serveUntilStopped(
        hub, view, [&] { hub.startServer(request); }, [&] { hub.stopServer(); }, "UDP",
        {request.bind, request.port});
}

} // namespace parallax
