// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/missing_rights.h"

#include "app/program_files.h"

namespace parallax {

Notice missingRights(const Error &why)
{
    // Not for want of rights: then the reason itself is what the user needs.
    return {.code = NoticeCode::NoPrivileges,
            .detail = why.code == ErrorCode::NotPermitted ? grantCommand() : why.message};
}

} // namespace parallax
