// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_lines.h"

#include "core/probe/file_descriptor.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace parallax {

namespace {

constexpr std::size_t largestFile = std::size_t{256} * 1024;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The present errno in words.
Error systemError(const std::string &path)
{
    return configFileError(path, std::generic_category().message(errno));
}

/// As much as tells whether the file is too large; nothing where there is no such file. One that cannot be
/// looked for may well be there.
Result<std::string> beginningOf(const std::string &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() && (errno == ENOENT || errno == ENOTDIR))
        return std::string();
    if (!file.isOpen())
        return systemError(path);
    std::string content(largestFile + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t got = ::read(file.get(), content.data() + size, content.size() - size);
        if (got < 0 && errno != EINTR)
            return systemError(path);
        if (got == 0)
            break;
        size += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    content.resize(size);
    return content;
}

} // namespace

Error configFileError(const std::string &path, const std::string &reason, ErrorCode code)
{
    return {code, path + ": " + reason};
}

Result<std::vector<std::string>> configLines(const std::string &path)
{
    std::vector<std::string> lines;
    const auto content = beginningOf(path);
    if (!content)
        return content.error();
    if (content.value().size() > largestFile)
        return configFileError(path, "too large for a configuration file", ErrorCode::Malformed);
    std::string_view rest = content.value();
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return lines;
}

Result<std::optional<Assignment>> assignmentIn(std::string_view line)
{
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#')
        return std::optional<Assignment>{};
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return Error{ErrorCode::Malformed, "expected \"name = value\""};
    return std::optional(Assignment{std::string(trimmed(text.substr(0, equals))),
                                    std::string(trimmed(text.substr(equals + 1)))});
}

} // namespace parallax
