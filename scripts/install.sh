#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and installs for every user of this machine: programs with their capability, desktop entry, polkit action,
# systemd unit. PREFIX is /usr/local unless set. scripts/install.sh --remove takes everything away again.
set -euo pipefail

usage="usage: [PREFIX=/usr/local] scripts/install.sh [--remove]   (--remove: takes away what it installed there)"
remove=false
case ${1:-} in
'') ;;
--remove) remove=true ;;
-h | --help) echo "$usage" && exit 0 ;;
*) echo "$usage" >&2 && exit 3 ;;
esac
[ $# -le 1 ] || { echo "$usage" >&2; exit 3; }

cd "$(dirname "$0")/.."
. scripts/packages.sh

prefix=${PREFIX:-/usr/local}
prefix=${prefix%/}
manifest=$prefix/share/parallax/install_manifest.txt # of this prefix: the build folder knows its last one only
unit=$prefix/lib/systemd/system/parallax.service

refresh() { # when the tool is there
    if command -v "$1" >/dev/null; then
        as_root "$@" || true
    fi
}

# What desktops know of entries and of types of files.
refresh_desktop() {
    refresh update-desktop-database "$prefix/share/applications"
    refresh update-mime-database "$prefix/share/mime"
}

# A service whose files go away would run on, and stay enabled.
stop_service() {
    command -v systemctl >/dev/null || return 0
    # The same file: /lib may be /usr/lib.
    [ "$(systemctl show --property FragmentPath --value parallax.service 2>/dev/null)" -ef "$unit" ] || return 0
    as_root systemctl disable --now parallax.service || true
}

if $remove; then
    built=build/release/install_manifest.txt # where an earlier version of this script left it
    [ -f "$manifest" ] || ! grep -qxF "$prefix/bin/parallax-cli" "$built" 2>/dev/null || manifest=$built
    [ -f "$manifest" ] || { echo "Nothing was installed there: $manifest is missing" >&2; exit 1; }
    mapfile -t files <"$manifest"
    stop_service
    as_root rm -fv -- "${files[@]}" "$manifest"
    refresh systemctl daemon-reload
    refresh_desktop
    exit
fi

install_missing "${build_packages[@]}"
mkdir -p build
# polkit reads this one folder, whatever the prefix.
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DPOLKIT_ACTIONS_DIR=/usr/share/polkit-1/actions
cmake --build build/release --target parallax parallax-cli
as_root cmake --install build/release --strip
as_root install -D -m 644 build/release/install_manifest.txt "$manifest"
refresh_desktop
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"
"$prefix/bin/parallax-cli" doctor || true
