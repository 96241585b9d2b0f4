// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/store/path_recorder.h"
#include "core/store/session_store.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace parallax {

/// "a, b, c"
std::string listed(const std::vector<std::string> &names);

/// The store in its thread. Runs that come while others are saved are saved together, since each commit waits
/// for the disk. What is new of watched paths is written twice a minute. A store that fails is tried again
/// with whatever comes next, after half a minute, and at the end; runs that could not be saved are kept till
/// then, up to a limit. One that was moved away is begun anew.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    explicit StoreWorker(QObject *parent = nullptr);
    /// Saves what has arrived, and what could not be saved before.
    ~StoreWorker() override;

    void open(const QString &fileOrUrl);
    /// Is answered with stored(), when the event loop comes to it.
    void save(parallax::SessionId session, const parallax::FinishedRun &run);
    /// Follows watched paths; whatever else happens is of no interest.
    void follow(const QList<parallax::Update> &updates);
    /// Writes what is new of them now, and saves the runs that wait.
    void writePaths();
    /// Leaves of paths older than a week the figures of minutes. Is done at opening and once an hour.
    void rollUp();
    /// Answered with StoredPathsListed.
    void listPaths();
    /// Answered with StoredPathOpened of this number, or StoredPathFailed; likewise the next.
    void openPath(parallax::TraceId trace, const QString &id);
    /// Of a file that may come from anybody: it stays as it is, and nothing of it comes into the store.
    void openPathFile(parallax::TraceId trace, const QString &file);
    /// What is stored so far, to a file of its own. Answered with StoredPathCopied, or StoredPathFailed.
    void copyPath(const QString &id, const QString &file);
    /// Answered with StoredPathsListed, or StoredPathFailed where it did not work.
    void removePath(const QString &id);

Q_SIGNALS:
    /// An empty error means that the run is safe on disk.
    void stored(parallax::SessionId session, const QString &error);
    /// HistoryLoaded after opening, notices when the store fails and when it works again.
    void updated(const QList<parallax::Update> &updates);

private:
    Result<void> reopen();
    Result<void> toldHistory(const SessionStore &store);
    void saveArrived();
    Result<void> saveWaiting();
    Result<void> savedNow(const std::vector<FinishedRun> &runs);
    Result<void> opened();
    void report(const Result<void> &outcome);
    void writeLater();
    void writeAgain();
    void hear(const TraceOpened &opened);
    void hear(const TraceObserved &observed);
    void hear(const AddressesLearnt &learnt);
    void hear(const TraceClosed &closed);
    void hear(const TraceFailed &failed);
    template<class Other>
    void hear(const Other &)
    {
    }
    PathRecorder *recorderOf(TraceId trace);
    std::vector<PathNews> pathNews();
    Result<void> wroteAll();
    Result<void> wrotePaths();
    void showPath(TraceId trace, const std::string &name, LoadedPath loaded);
    void failPath(const QString &id, const Error &error);

    QString m_location;
    std::optional<SessionStore> m_store;
    std::vector<SessionId> m_arrivedSessions;
    std::vector<FinishedRun> m_arrived; // in the same order
    std::vector<FinishedRun> m_waiting; // finished runs that could not be saved yet
    std::map<TraceId, PathRecorder> m_paths;
    QTimer m_nextWrite{this};
    QTimer m_nextRollUp{this};
    bool m_failed = false;
    std::string m_told; // why it fails
    bool m_historyTold = false;
};

} // namespace parallax
