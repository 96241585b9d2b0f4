// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryFile>

#include <cstdio>

#include <unistd.h>

namespace parallax::fixtures {

/// What `run` writes to STDOUT_FILENO or STDERR_FILENO. Check it afterwards: a failure is said there too.
template<class Run>
QByteArray outputOf(int descriptor, Run run)
{
    QTemporaryFile file;
    if (!file.open())
        return "no temporary file";
    std::fflush(nullptr); // what was written before is not of it
    const int before = ::dup(descriptor);
    ::dup2(file.handle(), descriptor);
    run();
    std::fflush(nullptr);
    ::dup2(before, descriptor);
    ::close(before);
    file.seek(0);
    return file.readAll();
}

} // namespace parallax::fixtures
