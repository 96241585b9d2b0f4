// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <memory>

namespace parallax {

/// What an export is written to, piece by piece: a file that is replaced as a whole by commit() and otherwise
/// stays as it was, or a device or pipe, which is never replaced.
class OutputFile
{
public:
    /// An empty name is standard output.
    static Result<OutputFile> open(const QString &file);
    Result<void> write(const QByteArray &content);
    Result<void> commit();

private:
    explicit OutputFile(std::unique_ptr<QFileDevice> device)
        : m_device(std::move(device))
    {
    }
    Error failure() const;

    std::unique_ptr<QFileDevice> m_device;
};

} // namespace parallax
