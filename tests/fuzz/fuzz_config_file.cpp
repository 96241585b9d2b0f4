// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

/// What was read can be written, and is then read as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.path() + QStringLiteral("/parallax.conf");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();

    parallax::Config config;
    if (!parallax::readConfigFile(path, config) || !parallax::writeConfigFile(path, config))
        return 0;
    parallax::Config again;
    if (!parallax::readConfigFile(path, again) || !(again == config))
        std::abort();
    return 0;
}
