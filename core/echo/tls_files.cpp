// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/tls_files.h"

#include "core/base/failure.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <array>
#include <memory>

#include <unistd.h>

namespace parallax {

namespace {

constexpr qint64 longestFile = 1 << 20;
constexpr int longestTry = 1000; // ms

Result<QByteArray> contents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "Cannot read %1: %2."),
                       {path, file.errorString().toStdString()});
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

/// What the TLS library says once the two are put to use: only then does it look whether they belong together
/// and are strong enough. The connection goes to ourselves and carries nothing.
Result<void> tryOut(const QSslConfiguration &configuration)
{
    QTcpServer server;
    QTcpSocket client;
    if (server.listen(QHostAddress::LocalHost))
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    if (!server.waitForNewConnection(longestTry))
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("Reasons", "The loopback interface does not work: %1"),
                       {server.errorString().toStdString()});
    const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    QSslSocket socket;
    if (!socket.setSocketDescriptor(::dup(static_cast<int>(accepted->socketDescriptor()))))
        return Error{ErrorCode::Io, socket.errorString().toStdString()};
    socket.setSslConfiguration(configuration);
    socket.startServerEncryption();
    if (socket.error() == QAbstractSocket::SslInvalidUserDataError
        || socket.error() == QAbstractSocket::SslInternalError)
        return Error{ErrorCode::Malformed, socket.errorString().toStdString()};
    return {};
}

} // namespace

Result<QSslConfiguration> readTlsFiles(const std::string &certificateFile, const std::string &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return Error{ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Reasons", "This Qt has no TLS; install the OpenSSL library.")};
    const auto certificatePem = contents(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = contents(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem.value());
    if (chain.isEmpty())
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP("Reasons", "There is no PEM certificate in %1."), {certificateFile});
    const QSslKey key = keyIn(keyPem.value());
    if (key.isNull())
        return failure(ErrorCode::Malformed,
                       QT_TRANSLATE_NOOP("Reasons", "There is no unencrypted PEM key in %1."), {keyFile});
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // testers have no certificate of their own
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (const auto usable = tryOut(configuration); !usable)
        return failure(usable.error().code, QT_TRANSLATE_NOOP("Reasons", "%1 and %2 cannot be used: %3"),
                       {certificateFile, keyFile, usable.error().message});
    return configuration;
}

} // namespace parallax
