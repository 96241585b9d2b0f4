// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/tun.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace parallax::lab {

namespace {

Error systemError(const std::string &what)
{
    return {ErrorCode::Unavailable, what + ": " + std::strerror(errno)};
}

} // namespace

Result<int> openTun(const std::string &networkNamespace, const std::string &device)
{
    const std::string path = "/run/netns/" + networkNamespace;
    const int home = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (home < 0)
        return systemError(path);
    const int entered = setns(home, CLONE_NEWNET);
    close(home);
    if (entered != 0)
        return systemError("enter " + path);

    const int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (tun < 0)
        return systemError("/dev/net/tun");
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    device.copy(request.ifr_name, IFNAMSIZ - 1);
    if (ioctl(tun, TUNSETIFF, &request) == 0)
        return tun;
    close(tun);
    return systemError("create " + device + " in " + networkNamespace);
}

} // namespace parallax::lab
