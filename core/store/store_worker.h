// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/store/session_store.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace parallax {

/// The store in its thread. A store that fails is tried again with the next run; runs that could not be
/// saved are kept, up to a limit, and saved with it.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void open(const QString &fileOrUrl);
    void save(parallax::SessionId session, const parallax::SessionRecord &record);

Q_SIGNALS:
    /// An empty error means that the run is safe on disk.
    void stored(parallax::SessionId session, const QString &error);
    /// HistoryLoaded after opening, notices when the store fails and when it works again.
    void updated(const QList<parallax::Update> &updates);

private:
    Result<void> reopen();
    Result<void> saveWaiting();
    Result<void> savedNow(const SessionRecord &record);
    void report(const Result<void> &outcome);

    QString m_location;
    std::optional<SessionStore> m_store;
    std::vector<SessionRecord> m_waiting; // finished runs that could not be saved yet
    bool m_failed = false;
};

} // namespace parallax
