// SPDX-License-Identifier: GPL-3.0-or-later
// The store's watched paths: written as they grow, listed, opened, copied, deleted and rolled up.
#include "core/base/translate_noop.h"
#include "core/store/path_file.h"
#include "core/store/store_worker.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto writeInterval = 30s; // what a crash may cost
constexpr auto wholeFor = std::chrono::days(7); // then only the figures of minutes are kept

/// As many as a sentence has room for, and how many there are.
std::string listedInShort(std::vector<std::string> names)
{
    constexpr std::size_t most = 20;
    const std::size_t all = names.size();
    if (all <= most)
        return listed(names);
    names.resize(most);
    return listed(names) + ", … (" + std::to_string(all) + ')';
}

} // namespace

void StoreWorker::follow(const QList<Update> &updates)
{
    for (const Update &update : updates)
        std::visit([this](const auto &u) { hear(u); }, update);
    if (!m_paths.empty())
        writeLater();
}

void StoreWorker::hear(const TraceOpened &opened)
{
    if (opened.request.kind == TraceRequest::Kind::Watch)
        m_paths.emplace(opened.trace, PathRecorder(opened));
}

void StoreWorker::hear(const TraceObserved &observed)
{
    if (PathRecorder *recorder = recorderOf(observed.trace))
        recorder->add(observed);
}

void StoreWorker::hear(const AddressesLearnt &learnt)
{
    if (PathRecorder *recorder = recorderOf(learnt.trace))
        recorder->learn(learnt);
}

void StoreWorker::hear(const TraceClosed &closed)
{
    if (PathRecorder *recorder = recorderOf(closed.trace))
        recorder->close();
}

void StoreWorker::hear(const TraceFailed &failed)
{
    m_paths.erase(failed.trace);
}

PathRecorder *StoreWorker::recorderOf(TraceId trace)
{
    const auto found = m_paths.find(trace);
    return found == m_paths.end() ? nullptr : &found->second;
}

std::vector<PathNews> StoreWorker::pathNews()
{
    std::vector<PathNews> all;
    for (auto &[trace, recorder] : m_paths) {
        auto news = recorder.news();
        std::move(news.begin(), news.end(), std::back_inserter(all));
    }
    return all;
}

Result<void> StoreWorker::wroteAll()
{
    if (auto open = opened(); !open)
        return open;
    auto saved = saveWaiting();
    if (auto written = wrotePaths(); !written) // a run that is refused holds up no path
        return written;
    return saved;
}

Result<void> StoreWorker::wrotePaths()
{
    const std::vector<PathNews> news = pathNews();
    if (!news.empty()) {
        if (auto written = m_store->paths().write(news); !written)
            return written;
    }
    for (auto &[trace, recorder] : m_paths)
        recorder.written();
    std::erase_if(m_paths, [](const auto &entry) { return entry.second.done(); });
    return {};
}

void StoreWorker::writePaths()
{
    if (m_paths.empty() && m_waiting.empty())
        return;
    report(wroteAll());
    if (!m_paths.empty())
        writeLater();
}

void StoreWorker::writeLater()
{
    if (!m_nextWrite.isActive())
        m_nextWrite.start(writeInterval);
}

/// By the clock: what is new, or what failed.
void StoreWorker::writeAgain()
{
    if (!m_paths.empty() || !m_waiting.empty())
        writePaths();
    else if (!m_store)
        report(opened());
    else if (m_failed)
        rollUp();
}

void StoreWorker::listPaths()
{
    writePaths();
    auto open = opened();
    if (!open)
        return failPath({}, open.error());
    auto paths = m_store->paths().list();
    if (!paths)
        return failPath({}, paths.error());
    for (StoredPath &path : paths.value()) {
        path.running = std::any_of(m_paths.begin(), m_paths.end(),
                                   [&path](const auto &entry) { return entry.second.isNamed(path.id); });
    }
    Q_EMIT updated({StoredPathsListed{std::move(paths).value()}});
}

void StoreWorker::openPath(TraceId trace, const QString &id)
{
    writePaths();
    auto open = opened();
    if (!open)
        return failPath(id, open.error());
    auto loaded = m_store->paths().load(id.toStdString());
    if (!loaded)
        return failPath(id, loaded.error());
    const std::string target = loaded.value().state.record.target;
    showPath(trace, target, std::move(loaded).value());
}

void StoreWorker::openPathFile(TraceId trace, const QString &file)
{
    auto loaded = readPathFile(file, m_location);
    if (!loaded)
        return failPath(file, loaded.error());
    // A notice is also printed and logged: what the file calls the target has no place in it.
    const std::string address = loaded.value().state.record.address.address.toString();
    showPath(trace, address, std::move(loaded).value());
}

void StoreWorker::showPath(TraceId trace, const std::string &name, LoadedPath loaded)
{
    QList<Update> updates;
    if (!loaded.damaged.empty())
        updates.append(Notice{.code = NoticeCode::RoundsUnreadable,
                              .detail = name + ": " + listedInShort(std::move(loaded.damaged))});
    updates.append(StoredPathOpened{trace, std::make_shared<const TraceState>(std::move(loaded.state))});
    Q_EMIT updated(updates);
}

void StoreWorker::copyPath(const QString &id, const QString &file)
{
    writePaths();
    auto open = opened();
    if (!open)
        return failPath({}, open.error());
    if (const auto written = m_store->paths().copy(id.toStdString(), file); !written)
        return failPath({}, written.error());
    Q_EMIT updated({StoredPathCopied{file.toStdString()}});
}

void StoreWorker::removePath(const QString &id)
{
    const bool running = std::any_of(m_paths.begin(), m_paths.end(), [&id](const auto &entry) {
        return entry.second.isNamed(id.toStdString());
    });
    if (running)
        return failPath({},
                        {ErrorCode::Unavailable,
                         QT_TRANSLATE_NOOP("Reasons", "this path is being watched: stop it first")});
    auto open = opened();
    if (!open)
        return failPath({}, open.error());
    if (const auto removed = m_store->paths().remove(id.toStdString()); !removed)
        return failPath({}, removed.error());
    listPaths();
}

void StoreWorker::failPath(const QString &id, const Error &error)
{
    Q_EMIT updated({StoredPathFailed{.id = id.toStdString(), .error = error}});
}

/// Little by little: runs are saved in between.
void StoreWorker::rollUp()
{
    if (!m_store)
        return;
    if (const auto open = opened(); !open)
        return report(open);
    const auto more = m_store->paths().rollUp(wallClock() - wholeFor);
    if (!more)
        return report(more.error());
    if (m_failed)
        report(wroteAll()); // whatever waits is tried before it is said that all is well
    if (more.value())
        QMetaObject::invokeMethod(this, &StoreWorker::rollUp, Qt::QueuedConnection);
}

} // namespace parallax
