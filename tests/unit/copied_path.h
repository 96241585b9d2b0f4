// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/path_file.h"
#include "stored_watch.h"

#include <QFile>
#include <QTemporaryDir>

namespace parallax {

inline std::string idIn(const SessionStore &store)
{
    return store.paths().list().value().front().id;
}

inline QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

inline void putContent(const QString &file, const QByteArray &content)
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QCOMPARE(opened.write(content), content.size());
}

/// A store with three rows of the far path, and its copy in a file. Nobody has either open.
struct CopiedPath {
    CopiedPath()
    {
        auto opened = SessionStore::open(store);
        QVERIFY(opened);
        Watch watch;
        watch.watch(180);
        QVERIFY(watch.write(opened.value()));
        expected = loaded(opened.value());
        QVERIFY(opened.value().paths().copy(idIn(opened.value()), copy));
    }
    Result<LoadedPath> read() const { return readPathFile(copy, store); }

    QTemporaryDir folder{};
    QString store = folder.filePath(QStringLiteral("store.sqlite"));
    QString copy = folder.filePath(QStringLiteral("copy.parallax"));
    LoadedPath expected{};
};

} // namespace parallax
