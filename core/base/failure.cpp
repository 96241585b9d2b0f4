// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <utility>

namespace parallax {

namespace {

struct SystemText {
    int reason;
    const char *text;
};

/// Those that people meet, as glibc has them: the others are not translated.
constexpr std::array systemTexts{
    SystemText{EACCES, QT_TRANSLATE_NOOP("Reasons", "Permission denied")},
    SystemText{EADDRINUSE, QT_TRANSLATE_NOOP("Reasons", "Address already in use")},
    SystemText{EADDRNOTAVAIL, QT_TRANSLATE_NOOP("Reasons", "Cannot assign requested address")},
    SystemText{EAFNOSUPPORT, QT_TRANSLATE_NOOP("Reasons", "Address family not supported by protocol")},
    SystemText{ECONNREFUSED, QT_TRANSLATE_NOOP("Reasons", "Connection refused")},
    SystemText{EHOSTUNREACH, QT_TRANSLATE_NOOP("Reasons", "No route to host")},
    SystemText{EINVAL, QT_TRANSLATE_NOOP("Reasons", "Invalid argument")},
    SystemText{EIO, QT_TRANSLATE_NOOP("Reasons", "Input/output error")},
    SystemText{EMFILE, QT_TRANSLATE_NOOP("Reasons", "Too many open files")},
    SystemText{ENETDOWN, QT_TRANSLATE_NOOP("Reasons", "Network is down")},
    SystemText{ENETUNREACH, QT_TRANSLATE_NOOP("Reasons", "Network is unreachable")},
    SystemText{ENOBUFS, QT_TRANSLATE_NOOP("Reasons", "No buffer space available")},
    SystemText{ENODEV, QT_TRANSLATE_NOOP("Reasons", "No such device")},
    SystemText{ENOENT, QT_TRANSLATE_NOOP("Reasons", "No such file or directory")},
    SystemText{ENOSPC, QT_TRANSLATE_NOOP("Reasons", "No space left on device")},
    SystemText{EPERM, QT_TRANSLATE_NOOP("Reasons", "Operation not permitted")},
    SystemText{EROFS, QT_TRANSLATE_NOOP("Reasons", "Read-only file system")},
    SystemText{ETIMEDOUT, QT_TRANSLATE_NOOP("Reasons", "Connection timed out")},
};

} // namespace

Error failure(ErrorCode code, std::string text, std::vector<std::string> values)
{
    Error error{.code = code, .message = {}, .wording = {std::move(text), std::move(values)}};
    error.message = filled(error.wording);
    return error;
}

std::string systemText(int reason)
{
    const auto known = std::find_if(systemTexts.begin(), systemTexts.end(),
                                    [reason](const SystemText &each) { return each.reason == reason; });
    if (known != systemTexts.end())
        return known->text;
    // strerror() would follow the user's locale, which Qt sets for the whole program.
    static const locale_t english = ::newlocale(LC_ALL_MASK, "C", nullptr);
    return ::strerror_l(reason, english);
}

std::string filled(const Wording &wording)
{
    std::string all;
    for (std::size_t at = 0; at < wording.text.size(); ++at) {
        const char c = wording.text[at];
        const char next = at + 1 < wording.text.size() ? wording.text[at + 1] : ' ';
        const auto place = static_cast<std::size_t>(next - '1');
        if (c == '%' && next >= '1' && next <= '9' && place < wording.values.size()) {
            all += wording.values[place];
            ++at;
        } else {
            all += c;
        }
    }
    return all;
}

} // namespace parallax
