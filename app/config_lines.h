// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

// The text of a configuration file, for those who read and those who write it. Without Qt.

struct Assignment {
    std::string name;
    std::string value;
};

/// The file's lines without their ends; none where there is no such file.
Result<std::vector<std::string>> configLines(const std::string &path);

/// What a line of `name = value` says; nothing where it is blank or a comment.
Result<std::optional<Assignment>> assignmentIn(std::string_view line);

/// `path: reason`
Error configFileError(const std::string &path, const std::string &reason, ErrorCode code = ErrorCode::Io);

} // namespace parallax
