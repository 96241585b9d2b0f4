// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_worker.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int historyLimit = 500; // runs shown at launch; all of them stay in the store
constexpr auto rollUpInterval = 1h;
constexpr std::size_t waitingLimit = 1000;
constexpr std::size_t mostTogether = 64; // so that the first need not wait long for the last

} // namespace

std::string listed(const std::vector<std::string> &names)
{
    std::string all;
    for (const std::string &name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

StoreWorker::StoreWorker(QObject *parent)
    : QObject(parent)
{
    m_nextWrite.setObjectName(QStringLiteral("next_write"));
    m_nextWrite.setSingleShot(true);
    connect(&m_nextWrite, &QTimer::timeout, this, &StoreWorker::writeAgain);
    connect(&m_nextRollUp, &QTimer::timeout, this, &StoreWorker::rollUp);
}

StoreWorker::~StoreWorker()
{
    try {
        saveArrived();
        writePaths();
    } catch (const std::exception &trouble) { // such as no memory
        qWarning("the newest runs are not saved: %s", trouble.what());
    }
}

void StoreWorker::open(const QString &fileOrUrl)
{
    m_location = fileOrUrl;
    report(reopen());
    m_nextRollUp.start(rollUpInterval);
    QMetaObject::invokeMethod(this, &StoreWorker::rollUp, Qt::QueuedConnection);
}

Result<void> StoreWorker::opened()
{
    if (m_store && m_store->isInPlace())
        return {};
    if (m_store)
        m_store->settle();
    return reopen();
}

Result<void> StoreWorker::reopen()
{
    m_store.reset();
    auto opened = SessionStore::open(m_location);
    if (!opened)
        return opened.error();
    if (!m_historyTold) { // the runs of this process would be listed twice
        if (auto told = toldHistory(opened.value()); !told)
            return told;
    }
    m_store = std::move(opened).value();
    return {};
}

Result<void> StoreWorker::toldHistory(const SessionStore &store)
{
    auto runs = store.load(historyLimit);
    if (!runs)
        return runs.error();
    Notice unreadable{.code = NoticeCode::RunsUnreadable, .detail = listed(runs.value().damaged)};
    if (const auto &error = runs.value().error) { // says more than which runs are damaged
        unreadable.detail = error->message;
        unreadable.wording = error->wording;
    }
    QList<Update> updates{HistoryLoaded{std::move(runs.value().records)}};
    if (!unreadable.detail.empty())
        updates.append(unreadable);
    m_historyTold = true;
    Q_EMIT updated(updates);
    return {};
}

void StoreWorker::save(SessionId session, const FinishedRun &run)
{
    if (m_arrived.empty()) // what has been sent by now is taken in before the call comes back
        QMetaObject::invokeMethod(this, &StoreWorker::saveArrived, Qt::QueuedConnection);
    m_arrivedSessions.push_back(session);
    m_arrived.push_back(run);
    if (m_arrived.size() == mostTogether)
        saveArrived();
}

void StoreWorker::saveArrived()
{
    const auto sessions = std::exchange(m_arrivedSessions, {});
    const auto runs = std::exchange(m_arrived, {});
    if (runs.empty())
        return;
    const auto outcome = savedNow(runs);
    if (!outcome) {
        const std::size_t room = waitingLimit - std::min(waitingLimit, m_waiting.size());
        m_waiting.insert(m_waiting.end(), runs.begin(),
                         runs.begin() + static_cast<std::ptrdiff_t>(std::min(room, runs.size())));
    }
    report(outcome);
    const QString error = outcome ? QString() : QString::fromStdString(outcome.error().message);
    for (const SessionId session : sessions)
        Q_EMIT stored(session, error);
}

Result<void> StoreWorker::savedNow(const std::vector<FinishedRun> &runs)
{
    if (auto open = opened(); !open)
        return open;
    if (auto saved = saveWaiting(); !saved)
        return saved;
    return m_store->save(runs);
}

Result<void> StoreWorker::saveWaiting()
{
    while (!m_waiting.empty()) {
        if (auto saved = m_store->save(std::span(&m_waiting.front(), 1)); !saved)
            return saved;
        m_waiting.erase(m_waiting.begin());
    }
    return {};
}

void StoreWorker::report(const Result<void> &outcome)
{
    if (!outcome) {
        m_failed = true;
        writeLater();
        if (std::exchange(m_told, outcome.error().message) == outcome.error().message)
            return; // it is tried twice a minute
        Q_EMIT updated({Notice{.code = NoticeCode::StoreUnusable,
                               .detail = outcome.error().message,
                               .wording = outcome.error().wording}});
        return;
    }
    if (m_failed)
        Q_EMIT updated({Notice{.code = NoticeCode::StoreUnusable, .cleared = true},
                        Notice{.code = NoticeCode::StoreRecovered}});
    m_failed = false;
    m_told.clear();
}

} // namespace parallax
