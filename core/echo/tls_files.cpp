// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/tls_files.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <array>

namespace parallax {

namespace {

constexpr qint64 longestFile = 1 << 20;

Result<QByteArray> contents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io, "Cannot read " + path + ": " + file.errorString().toStdString() + "."};
    }
    return file.read(longestFile);
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> readTlsFiles(const std::string &certificateFile, const std::string &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return Error{ErrorCode::Unavailable, "This Qt has no TLS; install the OpenSSL library."};
    const auto certificatePem = contents(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = contents(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem.value());
    if (chain.isEmpty())
        return Error{ErrorCode::Malformed, "There is no PEM certificate in " + certificateFile + "."};
    const QSslKey key = keyIn(keyPem.value());
    if (key.isNull())
        return Error{ErrorCode::Malformed, "There is no unencrypted PEM key in " + keyFile + "."};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // testers have no certificate of their own
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace parallax
