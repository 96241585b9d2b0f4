// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>

namespace parallax {

namespace {

constexpr qsizetype longestMessage = 2000;

// Qt's handler is a plain function and needs a way to the object.
std::atomic<LogFile *> installed = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (LogFile *log = installed)
        log->write(type, QString::fromUtf8(context.category), message);
}

int importance(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 2;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
    case QtCriticalMsg:
    case QtFatalMsg:
        return 0;
    }
    return 0;
}

QString typeName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg:
        return QStringLiteral("error");
    }
    return {};
}

QString filterRules(int verbosity)
{
    if (verbosity >= 3)
        return QStringLiteral("*.debug=true");
    // Qt's HTTP server warns of what any stranger may send, as often as he likes.
    const QString quiet = QStringLiteral("*.debug=false\nqt.httpserver.warning=false");
    return verbosity == 2 ? quiet + QStringLiteral("\nparallax.*.debug=true") : quiet;
}

} // namespace

QString safeForLog(const QString &message)
{
    // An API's token has any length, an invitation's 22 characters of base64url, alone or in a link
    // (core/base/random.h).
    static const QRegularExpression token(
        QStringLiteral("((?i)bearer\\s+)[A-Za-z0-9_.~+/-]+=*"
                       "|(?<=/t/|/ws/)[A-Za-z0-9_-]+|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])"));
    QString safe = message;
    safe.replace(token, QStringLiteral("\\1…")); // before the cut: half a token would stay
    safe.truncate(longestMessage);
    for (QChar &character : safe) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = QChar::ReplacementCharacter;
    }
    return safe;
}

LogFile::LogFile(LogOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_file(m_options.file)
{
    if (!m_options.file.isEmpty())
        QDir().mkpath(QFileInfo(m_options.file).path());
    QLoggingCategory::setFilterRules(filterRules(m_options.verbosity));
    installed = this;
    qInstallMessageHandler(handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(nullptr);
    installed = nullptr;
}

void LogFile::write(QtMsgType type, const QString &category, const QString &message)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QString line =
        QStringLiteral("%1 %2 %3: %4").arg(time, typeName(type), category, safeForLog(message));
    const QByteArray bytes = line.toUtf8() + '\n';
    if (importance(type) <= m_options.verbosity)
        std::fputs(bytes.constData(), stderr);
    append(bytes);

    thread_local bool announcing = false; // a listener that logs must not come back here
    if (announcing)
        return;
    announcing = true;
    Q_EMIT lineWritten(line);
    announcing = false;
}

void LogFile::append(const QByteArray &line)
{
    const std::scoped_lock lock(m_fileMutex);
    if (m_options.file.isEmpty())
        return;
    if (!isOpen())
        return; // a log that cannot be written must not stop a measurement
    if (m_file.size() > 0 && m_file.size() + line.size() > m_options.largestFile) {
        rotate();
        if (!isOpen())
            return;
    }
    m_file.write(line);
}

bool LogFile::isOpen()
{
    if (m_file.isOpen())
        return true;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // testers' addresses are in it
    return true;
}

void LogFile::rotate()
{
    m_file.close();
    const auto numbered = [this](int number) {
        return number == 0 ? m_options.file : m_options.file + QLatin1Char('.') + QString::number(number);
    };
    QFile::remove(numbered(m_options.files - 1));
    for (int number = m_options.files - 1; number > 0; --number)
        QFile::rename(numbered(number - 1), numbered(number));
}

} // namespace parallax
