// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QObject>
#include <QString>

#include <mutex>

namespace parallax {

struct LogOptions {
    QString file{}; // empty: stderr only
    int verbosity = 0; // stderr: 0 warnings, 1 information, 2 our debug messages, 3 Qt's too
    qint64 largestFile = 1024 * 1024;
    int files = 5; // with the present one
};

/// The message without invitation tokens and control characters, cut to a sensible length: parts of it come
/// from strangers.
QString safeForLog(const QString &message);

/// While it lives, every Qt message goes to stderr, to a rotating file and to whoever listens, from any
/// thread. One object a process.
class LogFile : public QObject
{
    Q_OBJECT

public:
    explicit LogFile(LogOptions options, QObject *parent = nullptr);
    ~LogFile() override;
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;
    LogFile(LogFile &&) = delete;
    LogFile &operator=(LogFile &&) = delete;

    void write(QtMsgType type, const QString &category, const QString &message);

Q_SIGNALS:
    /// Emitted in the thread that logged; connect with a context object so that it is queued.
    void lineWritten(const QString &line);

private:
    void append(const QByteArray &line);
    bool isOpen(); // opens the file when it is not
    void rotate();

    LogOptions m_options;
    std::mutex m_fileMutex;
    QFile m_file;
};

} // namespace parallax
