// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/privileges.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/if_ether.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace parallax {

namespace {

using CapabilitySets = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

struct InvokingUser {
    uid_t uid;
    gid_t gid;
    std::string name;
    std::string home;
};

Error systemError(const std::string &what)
{
    return {ErrorCode::NotPermitted, what + ": " + std::strerror(errno)};
}

std::optional<unsigned> numberIn(const char *variable)
{
    const char *text = std::getenv(variable);
    if (text == nullptr)
        return std::nullopt;
    unsigned value = 0;
    const char *end = text + std::strlen(text);
    const auto [stopped, problem] = std::from_chars(text, end, value);
    if (problem != std::errc{} || stopped != end || stopped == text)
        return std::nullopt;
    return value;
}

/// The user behind pkexec or sudo; only root may be told who that is by the environment.
std::optional<unsigned> invokingUid()
{
    if (::geteuid() != 0)
        return std::nullopt;
    for (const char *variable : {"PKEXEC_UID", "SUDO_UID"}) {
        const auto uid = numberIn(variable);
        if (uid && *uid != 0)
            return uid;
    }
    return std::nullopt;
}

Result<InvokingUser> lookUp(uid_t uid)
{
    const passwd *entry = ::getpwuid(uid);
    if (entry == nullptr)
        return Error{ErrorCode::NotPermitted,
                     "there is no user with the number " + std::to_string(uid)
                         + ", for whom this program was started as root"};
    return InvokingUser{uid, entry->pw_gid, entry->pw_name, entry->pw_dir};
}

bool opens(int family, int type, int protocol)
{
    const int descriptor = ::socket(family, type | SOCK_CLOEXEC, protocol);
    if (descriptor < 0)
        return false;
    ::close(descriptor);
    return true;
}

int capabilityCount()
{
    int capability = 0;
    while (::prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0)
        ++capability;
    return capability;
}

bool isEffective(int capability)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    CapabilitySets sets{};
    if (::syscall(SYS_capget, &header, sets.data()) != 0)
        return false;
    const auto number = static_cast<unsigned>(capability);
    return (sets[number / 32].effective & (1U << (number % 32))) != 0;
}

/// Without CAP_SETPCAP the bounding set stays; no_new_privs makes it harmless.
Result<void> emptyBoundingSet()
{
    if (!isEffective(CAP_SETPCAP))
        return {};
    const int count = capabilityCount();
    for (int capability = 0; capability < count; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0)
            return systemError("capabilities cannot be given up");
    }
    return {};
}

Result<void> become(const InvokingUser &user)
{
    if (::initgroups(user.name.c_str(), user.gid) != 0 || ::setresgid(user.gid, user.gid, user.gid) != 0
        || ::setresuid(user.uid, user.uid, user.uid) != 0)
        return systemError("cannot become the user " + user.name);
    return {};
}

bool belongsTo(const char *path, uid_t uid)
{
    struct stat status {
    };
    return path != nullptr && ::stat(path, &status) == 0 && status.st_uid == uid;
}

/// Root's folders must not become the user's; folders that the user passed on are kept.
void followEnvironment(const InvokingUser &user)
{
    ::setenv("HOME", user.home.c_str(), 1);
    ::setenv("USER", user.name.c_str(), 1);
    ::setenv("LOGNAME", user.name.c_str(), 1);
    for (const char *variable :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        if (!belongsTo(std::getenv(variable), user.uid))
            ::unsetenv(variable);
    }
    const std::string runtime = "/run/user/" + std::to_string(user.uid);
    if (std::getenv("XDG_RUNTIME_DIR") == nullptr && belongsTo(runtime.c_str(), user.uid))
        ::setenv("XDG_RUNTIME_DIR", runtime.c_str(), 1);
    if (::access(".", R_OK | X_OK) != 0) { // pkexec starts in root's home
        [[maybe_unused]] const int failed = ::chdir(user.home.c_str());
    }
}

Result<void> dropCapabilities()
{
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    CapabilitySets none{};
    if (::syscall(SYS_capset, &header, none.data()) != 0)
        return systemError("capabilities cannot be given up");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return systemError("the way back to privileges cannot be closed");
    return {};
}

bool isOnlyThread()
{
    std::error_code problem;
    const std::filesystem::directory_iterator tasks("/proc/self/task", problem);
    return problem || std::distance(begin(tasks), end(tasks)) == 1;
}

} // namespace

Rights rightsOfThisProcess()
{
    return {.canCapture = opens(AF_PACKET, SOCK_DGRAM, htons(ETH_P_ALL)),
            .canSendRaw = opens(AF_INET, SOCK_RAW, IPPROTO_RAW),
            .isRoot = ::geteuid() == 0,
            .startedForUser = invokingUid().has_value(),
            .fileHasCapabilities = hasCapabilities("/proc/self/exe"),
            .mayGainPrivileges = ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0};
}

bool hasCapabilities(const std::string &file)
{
    return ::getxattr(file.c_str(), "security.capability", nullptr, 0) > 0;
}

Result<void> dropPrivileges()
{
    if (!isOnlyThread())
        return Error{ErrorCode::NotPermitted,
                     "privileges can only be given up before the first thread starts"};
    const auto uid = invokingUid();
    const auto user = uid ? lookUp(*uid) : Result<InvokingUser>(InvokingUser{});
    if (!user)
        return user.error();
    if (auto emptied = emptyBoundingSet(); !emptied)
        return emptied;
    if (uid) {
        if (auto became = become(user.value()); !became)
            return became;
        followEnvironment(user.value());
    }
    return dropCapabilities();
}

} // namespace parallax
