// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A self-signed certificate for localhost, made for this test run.
struct TestCertificate {
    QTemporaryDir folder{};
    bool made = false;

    TestCertificate()
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                       QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), file("key.pem"),
                       QStringLiteral("-out"), file("cert.pem")});
        made = openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    QString file(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    std::string certificate() const { return file("cert.pem").toStdString(); }
    std::string key() const { return file("key.pem").toStdString(); }
};
