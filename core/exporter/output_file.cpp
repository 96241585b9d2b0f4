// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/output_file.h"

#include "core/base/failure.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

namespace parallax {

namespace {

constexpr QIODevice::OpenMode atOnce = QIODevice::WriteOnly | QIODevice::Unbuffered;

}

Result<OutputFile> OutputFile::open(const QString &file)
{
    if (file.isEmpty()) {
        auto standard = std::make_unique<QFile>();
        const bool opened = standard->open(STDOUT_FILENO, atOnce);
        OutputFile output(std::move(standard));
        return opened ? Result<OutputFile>(std::move(output)) : output.failure();
    }
    const QFileInfo there(file);
    const bool isDevice = there.exists() && !there.isFile();
    std::unique_ptr<QFileDevice> device;
    if (isDevice)
        device = std::make_unique<QFile>(file);
    else
        device = std::make_unique<QSaveFile>(file);
    OutputFile output(std::move(device));
    if (!output.m_device->open(isDevice ? atOnce : QIODevice::OpenMode(QIODevice::WriteOnly)))
        return output.failure();
    return output;
}

Result<void> OutputFile::write(const QByteArray &content)
{
    if (m_device->write(content) != content.size())
        return failure();
    return {};
}

Result<void> OutputFile::commit()
{
    auto *replaced = qobject_cast<QSaveFile *>(m_device.get());
    if (replaced && !replaced->commit())
        return failure();
    return {};
}

Error OutputFile::failure() const
{
    const std::string file = m_device->fileName().toStdString();
    const std::string why = m_device->errorString().toStdString();
    if (file.empty()) // standard output
        return {ErrorCode::Io, "cannot write: " + why};
    return parallax::failure(ErrorCode::Io, QT_TRANSLATE_NOOP("Reasons", "cannot write %1: %2"), {file, why});
}

} // namespace parallax
