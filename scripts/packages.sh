# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# To be sourced: the Debian 12 packages, stated once, and how they are installed.

# libqt6opengl6-dev is only recommended by qt6-base-dev, but CMake's Qt6Charts needs it.
# shellcheck disable=SC2034
build_packages=(
    ca-certificates cmake g++ ninja-build pkg-config libcap2-bin
    qt6-base-dev qt6-base-dev-tools qt6-websockets-dev qt6-httpserver-dev qt6-charts-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6opengl6-dev libqt6sql6-sqlite qt6-wayland
    qt6-translations-l10n
    libpcap-dev libtins-dev libcli11-dev libqrencode-dev libmaxminddb-dev zlib1g-dev
    libgl-dev libopengl-dev libgl1-mesa-dev libxkbcommon-dev
    fonts-dejavu-core)
# shellcheck disable=SC2034
test_packages=(
    git clang lld clang-tidy clang-format libclang-rt-14-dev libbenchmark-dev
    chromium chromium-driver tinyproxy microsocks openvpn xvfb xauth
    nftables iptables iproute2 iputils-ping traceroute mtr-tiny scamper dublin-traceroute ethtool openssl procps conntrack tcpdump
    fonts-noto-cjk desktop-file-utils libc-l10n)

# Prints the path of a chronyd in build/, unpacked and not installed: the package would replace the machine's own time
# service. Nothing where it cannot be had.
unpacked_chronyd() {
    local folder=$PWD/build/chrony
    if [ ! -x "$folder/usr/sbin/chronyd" ]; then
        mkdir -p "$folder"
        (cd "$folder" && apt-get download -q chrony && dpkg-deb -x chrony_*.deb .) >/dev/null 2>&1 || return 0
    fi
    echo "$folder/usr/sbin/chronyd"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root: $*" >&2
        return 1
    fi
}

# Without sudo's question when nobody can answer it.
as_root_if_possible() {
    if [ "$(id -u)" -eq 0 ] || [ -t 0 ]; then
        as_root "$@"
    else
        sudo -n "$@" 2>/dev/null
    fi
}

install_missing() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing: ${missing[*]}"
    as_root apt-get -q update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}

# configure <folder> [<cmake option>...]
configure() {
    local folder=$1 launcher=()
    shift
    # A cache does not see into precompiled headers.
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON)
    cmake -S . -B "$folder" -G Ninja "${launcher[@]}" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
}
