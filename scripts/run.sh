#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the window; without a display, starts the headless program and prints
# its link. Arguments are settings of the program, for example --http-port 8090.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

install_missing "${build_packages[@]}"
mkdir -p build
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo
cmake --build build/release --target parallax parallax-cli

# Packet capture and probes need this one capability; the programs give it up once their sockets are open.
for program in build/release/app/parallax build/release/app/parallax-cli build/release/app/parallax-commands; do
    PATH=$PATH:/usr/sbin:/sbin
    getcap "$program" | grep -q cap_net_raw && continue
    as_root_if_possible setcap cap_net_raw+ep "$program" ||
        echo "Without rights: no path and no kernel time stamps. To mend it: sudo setcap cap_net_raw+ep $program" >&2
done

if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    exec build/release/app/parallax "$@"
fi
exec build/release/app/parallax-cli serve "$@"
