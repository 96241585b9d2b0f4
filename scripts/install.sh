#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and installs for every user of this machine: programs with their capability, desktop entry, polkit action,
# systemd unit. PREFIX is /usr/local unless set. scripts/install.sh --remove takes everything away again.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

prefix=${PREFIX:-/usr/local}
manifest=build/release/install_manifest.txt
if [ "${1:-}" = --remove ]; then
    [ -f "$manifest" ] || { echo "Nothing was installed from here: $manifest is missing" >&2; exit 1; }
    mapfile -t files <"$manifest"
    as_root rm -fv -- "${files[@]}"
    exit
fi

install_missing "${build_packages[@]}"
mkdir -p build
# polkit reads this one folder, whatever the prefix.
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DPOLKIT_ACTIONS_DIR=/usr/share/polkit-1/actions
cmake --build build/release --target parallax parallax-cli
as_root cmake --install build/release --strip
refresh() { # when the tool is there
    if command -v "$1" >/dev/null; then
        as_root "$@" || true
    fi
}
refresh update-desktop-database "$prefix/share/applications"
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"
"$prefix/bin/parallax-cli" doctor || true
