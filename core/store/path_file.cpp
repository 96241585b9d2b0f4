// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_file.h"

#include "core/base/failure.h"
#include "core/exporter/formats.h"
#include "core/store/path_loader.h"
#include "core/store/schema.h"
#include "core/store/store_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>
#include <QStringList>
#include <QTemporaryDir>

namespace parallax {

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 largestFile = 256 * mebibyte; // a day of 30 hops takes 7

/// Qt reads an empty blob as a null one, and would bind it as NULL.
QVariant asItIs(const QVariant &value)
{
    const bool isEmptyBlob = value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull();
    return isEmptyBlob ? QVariant(QByteArray("")) : value;
}

/// Rows as they are, damaged ones too.
Result<void> copyRows(const QSqlDatabase &from, const QSqlDatabase &to, const QString &table,
                      const QString &column, const QVariant &value)
{
    auto rows = run(from, QStringLiteral("SELECT * FROM %1 WHERE %2 = ?").arg(table, column), {value});
    if (!rows)
        return rows.error();
    const int columns = rows.value().record().count();
    const QString places = QStringList(columns, QStringLiteral("?")).join(QLatin1Char(','));
    auto insert = prepared(to, QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, places));
    if (!insert)
        return insert.error();
    while (rows.value().next()) {
        QVariantList values;
        for (int at = 0; at < columns; ++at)
            values.append(asItIs(rows.value().value(at)));
        if (auto written = runAgain(to, insert.value(), values); !written)
            return written;
    }
    if (rows.value().lastError().isValid()) // a page of the file that cannot be read
        return databaseError(from, rows.value().lastError());
    return {};
}

Result<void> copyPath(const QSqlDatabase &store, const std::string &id, const QSqlDatabase &copy)
{
    Transaction moment(store); // another program may be writing or deleting it
    if (auto begun = moment.begin(); !begun)
        return begun;
    Transaction transaction(copy);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto head =
        copyRows(store, copy, QStringLiteral("path"), QStringLiteral("id"), QString::fromStdString(id));
    if (!head)
        return head;
    const auto number = single(copy, QStringLiteral("SELECT number FROM path"));
    if (!number)
        return number.error();
    if (!number.value().isValid())
        return Error{ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Reasons", "this path is no longer in the store")};
    for (const char *table : {"path_responder", "path_rounds"}) {
        auto copied =
            copyRows(store, copy, QString::fromLatin1(table), QStringLiteral("path"), number.value());
        if (!copied)
            return copied;
    }
    return transaction.commit();
}

/// Closed again when it returns.
Result<void> makeCopy(const QSqlDatabase &store, const std::string &id, const QString &file)
{
    const auto copy = openSqlite(file, false);
    if (!copy)
        return copy.error();
    if (auto prepared = prepareSchema(*copy.value()); !prepared)
        return prepared;
    return copyPath(store, id, *copy.value());
}

/// What can be said of a file before SQLite looks at it.
Result<void> checkFile(const QString &name, const QString &store)
{
    const std::string file = name.toStdString();
    const QFileInfo there(name);
    if (!there.exists())
        return failure(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "there is no file %1"), {file});
    if (!there.isFile()) // whoever opens a pipe waits
        return failure(ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("Reasons", "%1 is no file"), {file});
    if (isOfStore(name, store))
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1 is the own store, whose paths are in the list"),
                       {file});
    if (there.size() > largestFile)
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP("Reasons", "%1 is larger than any path: more than %2 MiB"),
                       {file, std::to_string(largestFile / mebibyte)});
    for (const char *journal : {"-wal", "-journal"}) {
        if (QFileInfo(name + QLatin1String(journal)).size() > 0)
            return failure(ErrorCode::Unavailable,
                           QT_TRANSLATE_NOOP(
                               "Reasons", "%1 is in use, or was not closed: save a copy of the path there"),
                           {file});
    }
    return {};
}

/// SQLite reads the schema before anything can be asked of it, and a page as often as others name it: a tree
/// made for that would keep it busy for ever. Ours is one leaf, the first page (sqlite.org/fileformat2.html).
Result<void> checkFirstPage(const QString &name)
{
    constexpr qsizetype header = 100; // bytes, of the file; then the page's own
    constexpr char leafOfTable = 0x0d;
    constexpr int mostEntries = 16; // twelve: tables, and their indexes
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "cannot read %1: %2"),
                       {name.toStdString(), file.errorString().toStdString()});
    const QByteArray start = file.read(header + 5);
    if (start.size() < header + 5 || !start.startsWith("SQLite format 3"))
        return {}; // SQLite says what it is
    const auto byte = [&start](qsizetype at) { return static_cast<unsigned char>(start[header + at]); };
    const int entries = byte(3) << 8 | byte(4);
    if (start[header] != leafOfTable || entries > mostEntries)
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP("Reasons", "%1 was not written by Parallax: its tables are others"),
                       {name.toStdString()});
    return {};
}

/// A page that is named more than once is found here, in one reading of the file.
Result<void> checkPages(const QSqlDatabase &database)
{
    const auto said = single(database, QStringLiteral("PRAGMA quick_check(1)"));
    if (!said)
        return said.error();
    if (said.value().toString() != QLatin1String("ok"))
        return failure(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Reasons", "%1 is damaged"),
                       {fileOf(database).toStdString()});
    return {};
}

} // namespace

Result<void> writePathFile(const QSqlDatabase &store, const std::string &id, const QString &file)
{
    if (auto spared = spareStore(file, fileOf(store)); !spared)
        return spared;
    const QTemporaryDir folder; // SQLite needs a place for its journal, and no half of a copy is to be found
    if (!folder.isValid())
        return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "no temporary folder can be made: %1"),
                       {folder.errorString().toStdString()});
    QFile copy(folder.filePath(QStringLiteral("copy.sqlite")));
    if (auto made = makeCopy(store, id, copy.fileName()); !made)
        return made;
    if (!copy.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "cannot read %1: %2"),
                       {copy.fileName().toStdString(), copy.errorString().toStdString()});
    return writeExport(file, copy.readAll());
}

Result<LoadedPath> readPathFile(const QString &file, const QString &store)
{
    const QString name = QFileInfo(file).absoluteFilePath(); // a URI leads to no other
    if (const auto checked = checkFile(name, store); !checked)
        return checked.error();
    if (const auto checked = checkFirstPage(name); !checked)
        return checked.error();
    const auto database = openForeignSqlite(name);
    if (!database)
        return database.error();
    if (const auto checked = checkForeignSchema(*database.value()); !checked)
        return checked.error();
    if (const auto checked = checkPages(*database.value()); !checked)
        return checked.error();
    return loadOnlyPath(*database.value());
}

} // namespace parallax
