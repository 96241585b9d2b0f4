// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace parallax {

struct Outcome {
    int code = -1;
    QByteArray out{};
    QByteArray error{};
};

/// Without what the user keeps.
inline QProcessEnvironment environmentIn(const QTemporaryDir &home)
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        all.insert(QString::fromLatin1(folder), home.path());
    return all;
}

inline Outcome runCli(const QStringList &arguments, const QMap<QString, QString> &environment = {})
{
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment all = environmentIn(home);
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        all.insert(entry.key(), entry.value());
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(PARALLAX_CLI), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace parallax
