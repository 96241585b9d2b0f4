// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/save_dialogs.h"

#include "core/data/own_addresses.h"
#include "core/text/words.h"
#include "ui/models/tester_row.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"
#include "ui/window_memory.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("SaveDialogs", text);
}

const QString folderKey = QStringLiteral("folder");
const QString pictureKey = QStringLiteral("savesSvg");

/// Where a file was last chosen, while that is still there.
QString lastFolder()
{
    const QString last = windowMemory().value(folderKey).toString();
    return !last.isEmpty() && QDir(last).exists()
        ? last
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// The file that was chosen, if any.
QString remembered(const QString &file)
{
    if (!file.isEmpty())
        windowMemory().setValue(folderKey, QFileInfo(file).absolutePath());
    return file;
}

QString pathFiles()
{
    return say(QT_TRANSLATE_NOOP("SaveDialogs", "Path of Parallax (*.parallax)"));
}

/// How the user may save: the dialog's filter, and what is added to a name without a suffix.
struct SaveFormat {
    QString filter{};
    QString suffix{};
};

/// The format that `name` bears is the one to begin with. The dialog adds the suffix itself, so that it asks
/// before a file of that name is replaced.
QString askSave(QWidget *parent, const QString &title, const QString &name, const QList<SaveFormat> &formats)
{
    QStringList filters;
    for (const SaveFormat &format : formats)
        filters << format.filter;
    const auto named = std::find_if(formats.begin(), formats.end(), [&](const SaveFormat &format) {
        return format.suffix == QFileInfo(name).suffix();
    });
    const SaveFormat &usual = named == formats.end() ? formats.first() : *named;
    QFileDialog dialog(parent, title, lastFolder());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    dialog.selectNameFilter(usual.filter);
    dialog.setDefaultSuffix(usual.suffix);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString &chosen) {
        dialog.setDefaultSuffix(formats.value(filters.indexOf(chosen), formats.first()).suffix);
    });
    dialog.selectFile(name);
    return remembered(dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString());
}

QString pathStem(const QString &host)
{
    return stemAbout(QStringLiteral("path"), host);
}

SaveFormat csvFile()
{
    return {say(QT_TRANSLATE_NOOP("SaveDialogs", "CSV (*.csv)")), QStringLiteral("csv")};
}

} // namespace

QString askExportFile(QWidget *parent, ExportFormat format)
{
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    switch (format) {
    case ExportFormat::TestersCsv:
        return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export testers")),
                       QStringLiteral("testers-%1.csv").arg(day), {csvFile()});
    case ExportFormat::SamplesCsv:
        return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export samples")),
                       QStringLiteral("samples-%1.csv").arg(day), {csvFile()});
    case ExportFormat::JsonLines:
    case ExportFormat::CalculatencyJson:
        break;
    }
    const QString stem =
        format == ExportFormat::JsonLines ? QStringLiteral("reports") : QStringLiteral("calculatency");
    return askSave(
        parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export reports")),
        QStringLiteral("%1-%2.jsonl").arg(stem, day),
        {{say(QT_TRANSLATE_NOOP("SaveDialogs", "JSON Lines (*.jsonl)")), QStringLiteral("jsonl")}});
}

QString askPictureFile(QWidget *parent, const Picture &picture)
{
    const bool savesSvg = windowMemory().value(pictureKey).toBool();
    QString file =
        askSave(parent, picture.title, picture.fileStem + QLatin1String(savesSvg ? ".svg" : ".png"),
                {{say(QT_TRANSLATE_NOOP("SaveDialogs", "PNG picture (*.png)")), QStringLiteral("png")},
                 {say(QT_TRANSLATE_NOOP("SaveDialogs", "SVG drawing (*.svg)")), QStringLiteral("svg")}});
    if (!file.isEmpty())
        windowMemory().setValue(pictureKey, file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive));
    return file;
}

Caption captionOf(const SessionRecord &record, const Words &words, const QWidget *look)
{
    const QString who =
        whoIs(shownText(record.tester.name), QString::fromStdString(record.tester.peer.address.toString()));
    return {.heading = words.kind(record.verdict.kind) + QStringLiteral(" · ") + who,
            .footing =
                fullMoment(record.started) + QStringLiteral(" · Parallax ") + QLatin1String(PARALLAX_VERSION),
            .font = look->font(),
            .palette = look->palette()};
}

QString askClocksFile(QWidget *parent)
{
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export the clocks")),
                   QStringLiteral("clocks-%1.csv").arg(day), {csvFile()});
}

QString askPacketFile(QWidget *parent)
{
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Save packets")),
                   QStringLiteral("packets-%1.pcapng").arg(stamp),
                   {{say(QT_TRANSLATE_NOOP("SaveDialogs", "pcapng (*.pcapng)")), QStringLiteral("pcapng")}});
}

QString askTraceFile(QWidget *parent, TraceFormat format, const QString &host)
{
    const SaveFormat json{say(QT_TRANSLATE_NOOP("SaveDialogs", "JSON (*.json)")), QStringLiteral("json")};
    const SaveFormat chosen = format == TraceFormat::Csv ? csvFile() : json;
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export the path")),
                   QStringLiteral("%1-%2.%3").arg(pathStem(host), stamp, chosen.suffix), {chosen});
}

QString askPathCopy(QWidget *parent, const QString &host, Timestamp started)
{
    const QString stamp = localTime(started).toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    return askSave(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Save a copy of the path")),
                   QStringLiteral("%1-%2.parallax").arg(pathStem(host), stamp),
                   {{pathFiles(), QStringLiteral("parallax")}});
}

QString askFolder(QWidget *parent, const QString &title)
{
    QString folder = QFileDialog::getExistingDirectory(parent, title, lastFolder());
    if (!folder.isEmpty())
        windowMemory().setValue(folderKey, folder);
    return folder;
}

QString askPathFile(QWidget *parent)
{
    const QString any = say(QT_TRANSLATE_NOOP("SaveDialogs", "All files (*)"));
    return remembered(
        QFileDialog::getOpenFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Open a path from a file")),
                                     lastFolder(), pathFiles() + QStringLiteral(";;") + any));
}

Caption captionOf(const TraceState &state, bool hideOwn, const QWidget *look)
{
    const TraceRecord &record = state.record;
    const QString host = hostOf(state, hideOwn);
    const QString address = QString::fromStdString(record.address.address.toString());
    const QString named = host == address ? host : host + QStringLiteral(" · ") + address;
    return {.heading = hideOwn && isTargetOwn(state) ? ownAddress() : named,
            .footing =
                fullMoment(record.started) + QStringLiteral(" · Parallax ") + QLatin1String(PARALLAX_VERSION),
            .font = look->font(),
            .palette = look->palette()};
}

QString hostOf(const TraceState &state, bool hideOwn)
{
    return hideOwn && isTargetOwn(state) ? QString() : shownText(state.record.target);
}

QString stemAbout(const QString &what, const QString &host)
{
    constexpr qsizetype longest = 80; // a file's name may have 255 bytes
    QString stem;
    for (const QChar c : host.left(longest))
        stem += c.isLetterOrNumber() || c == QLatin1Char('.') ? c : QLatin1Char('-');
    return stem.isEmpty() ? what : what + QLatin1Char('-') + stem;
}

} // namespace parallax
