// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/save_dialogs.h"

#include "core/data/path_places.h"
#include "core/text/words.h"
#include "ui/models/tester_row.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("SaveDialogs", text);
}

QString inDocuments(const QString &name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

QString withSuffix(const QString &file, const QString &suffix)
{
    return file.isEmpty() || !QFileInfo(file).suffix().isEmpty() ? file : file + QLatin1Char('.') + suffix;
}

} // namespace

QString askExportFile(QWidget *parent, ExportFormat format)
{
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    switch (format) {
    case ExportFormat::TestersCsv:
        return withSuffix(
            QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export testers")),
                                         inDocuments(QStringLiteral("testers-%1.csv").arg(day)),
                                         say(QT_TRANSLATE_NOOP("SaveDialogs", "CSV (*.csv)"))),
            QStringLiteral("csv"));
    case ExportFormat::SamplesCsv:
        return withSuffix(
            QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export samples")),
                                         inDocuments(QStringLiteral("samples-%1.csv").arg(day)),
                                         say(QT_TRANSLATE_NOOP("SaveDialogs", "CSV (*.csv)"))),
            QStringLiteral("csv"));
    case ExportFormat::JsonLines:
    case ExportFormat::CalculatencyJson:
        break;
    }
    const QString stem =
        format == ExportFormat::JsonLines ? QStringLiteral("reports") : QStringLiteral("calculatency");
    return withSuffix(
        QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export reports")),
                                     inDocuments(QStringLiteral("%1-%2.jsonl").arg(stem, day)),
                                     say(QT_TRANSLATE_NOOP("SaveDialogs", "JSON Lines (*.jsonl)"))),
        QStringLiteral("jsonl"));
}

QString askPictureFile(QWidget *parent, const Picture &picture)
{
    QString filter;
    const QString png = say(QT_TRANSLATE_NOOP("SaveDialogs", "PNG picture (*.png)"));
    const QString svg = say(QT_TRANSLATE_NOOP("SaveDialogs", "SVG drawing (*.svg)"));
    const QString file = QFileDialog::getSaveFileName(parent, picture.title,
                                                      inDocuments(picture.fileStem + QStringLiteral(".png")),
                                                      png + QStringLiteral(";;") + svg, &filter);
    return withSuffix(file, filter == svg ? QStringLiteral("svg") : QStringLiteral("png"));
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
    return withSuffix(QFileDialog::getSaveFileName(parent,
                                                   say(QT_TRANSLATE_NOOP("SaveDialogs", "Export the clocks")),
                                                   inDocuments(QStringLiteral("clocks-%1.csv").arg(day)),
                                                   say(QT_TRANSLATE_NOOP("SaveDialogs", "CSV (*.csv)"))),
                      QStringLiteral("csv"));
}

QString askPacketFile(QWidget *parent)
{
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    return withSuffix(
        QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Save packets")),
                                     inDocuments(QStringLiteral("packets-%1.pcapng").arg(stamp)),
                                     say(QT_TRANSLATE_NOOP("SaveDialogs", "pcapng (*.pcapng)"))),
        QStringLiteral("pcapng"));
}

QString askTraceFile(QWidget *parent, TraceFormat format)
{
    const bool csv = format == TraceFormat::Csv;
    const QString suffix = csv ? QStringLiteral("csv") : QStringLiteral("json");
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    return withSuffix(
        QFileDialog::getSaveFileName(parent, say(QT_TRANSLATE_NOOP("SaveDialogs", "Export the path")),
                                     inDocuments(QStringLiteral("path-%1.%2").arg(stamp, suffix)),
                                     csv ? say(QT_TRANSLATE_NOOP("SaveDialogs", "CSV (*.csv)"))
                                         : say(QT_TRANSLATE_NOOP("SaveDialogs", "JSON (*.json)"))),
        suffix);
}

Caption captionOf(const TraceRecord &record, bool hideOwn, const QWidget *look)
{
    const IpAddress &address = record.address.address;
    const QString named =
        shownText(record.target) + QStringLiteral(" · ") + QString::fromStdString(address.toString());
    return {.heading = hideOwn && isPrivateAddress(address) ? ownAddress() : named,
            .footing =
                fullMoment(record.started) + QStringLiteral(" · Parallax ") + QLatin1String(PARALLAX_VERSION),
            .font = look->font(),
            .palette = look->palette()};
}

} // namespace parallax
