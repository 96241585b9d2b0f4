// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-watch HOST SECONDS: watches the path to a host, one round a second, and prints a line a hop: TTL,
// probes sent and probes that nobody answered, as the Path page would show them.
#include "core/data/board.h"
#include "core/data/path_figures.h"
#include "core/path/path_hub.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace parallax;

namespace {

constexpr int usageExit = 3;
constexpr int failedExit = 4;

void print(const Board &board)
{
    for (const auto &[id, state] : board.traces()) {
        for (const PathRow &row : pathRows(state.history))
            std::printf("%d %d %d\n", row.ttl, row.sent, row.unanswered);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return usageExit;
    auto port = SocketPort::open();
    if (!port)
        return failedExit;
    PathHub hub(port.value().get(), {});
    Board board;
    QObject::connect(&hub, &PathHub::updated, &application, [&board](const QList<Update> &updates) {
        for (const Update &update : updates)
            board.apply(update);
    });
    const TraceId trace = nextTraceId();
    hub.open(trace,
             {.target = arguments[1].toStdString(), .kind = TraceRequest::Kind::Watch, .names = false});
    // In the middle of a round: what is under way then is no loss.
    const auto end = std::chrono::seconds(arguments[2].toInt()) + std::chrono::milliseconds(10);
    QTimer::singleShot(end, Qt::PreciseTimer, &application, [&] {
        hub.close(trace);
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
    });
    QCoreApplication::exec();
    print(board);
    return 0;
}
