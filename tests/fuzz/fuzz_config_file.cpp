// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/config_writer.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>
#include <string>

/// What was read can be written, and is then read as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/parallax.conf";
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();

    parallax::Config config;
    if (!parallax::readConfigFile(path, config) || !parallax::writeConfigFile(path, {}, config))
        return 0;
    parallax::Config again;
    if (!parallax::readConfigFile(path, again) || !(again == config))
        std::abort();
    return 0;
}
