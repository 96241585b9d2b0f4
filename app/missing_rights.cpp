// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/missing_rights.h"

#include <filesystem>
#include <system_error>

namespace parallax {

std::string grantCommand()
{
    std::error_code unreadable;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unreadable);
    return "sudo setcap cap_net_raw+ep " + (unreadable ? std::string("parallax-cli") : program.string());
}

Notice missingRights(const Error &why)
{
    // Not for want of rights: then the reason itself is what the user needs.
    return {.code = NoticeCode::NoPrivileges,
            .detail = why.code == ErrorCode::NotPermitted ? grantCommand() : why.message};
}

} // namespace parallax
