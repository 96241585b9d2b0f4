// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stored_runs.h"

#include "app/config_file.h"
#include "app/exit_code.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace parallax {

Result<SessionStore> storeToRead(const Config &config)
{
    return SessionStore::open(QString::fromStdString(storeLocation(config)), SessionStore::Access::ReadOnly);
}

Words wordsFor(const Config &config)
{
    return Words(config.language.empty() ? QLocale::system()
                                         : QLocale(QString::fromStdString(config.language)));
}

int print(const QByteArray &text)
{
    const auto size = static_cast<std::size_t>(text.size());
    if (std::fwrite(text.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return exit_code::done;
    return failed({ErrorCode::Io, "cannot write: " + std::generic_category().message(errno)});
}

int failed(const Error &error)
{
    std::fprintf(stderr, "parallax-cli: %s\n", error.message.c_str());
    return error.code == ErrorCode::InvalidArgument ? exit_code::badArguments : exit_code::systemFailure;
}

} // namespace parallax
