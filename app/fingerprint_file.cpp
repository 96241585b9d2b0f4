// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fingerprint_file.h"

#include <QFile>

#include <utility>

namespace parallax {

namespace {

constexpr qint64 largestFile = 2 << 20; // the parser's own limit is below

} // namespace

Result<void> useFingerprintsOf(const Config &config)
{
    const std::string &path = config.fingerprintsFile;
    if (path.empty())
        return {};
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidArgument,
                     "fingerprints: " + path + ": " + file.errorString().toStdString()};
    auto parsed = parseFingerprints(file.read(largestFile).toStdString());
    if (!parsed)
        return Error{ErrorCode::Malformed, "fingerprints: " + path + ": " + parsed.error().message};
    useFingerprints(std::move(parsed).value());
    return {};
}

} // namespace parallax
