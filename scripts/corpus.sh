#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Records tests/corpus anew from the lab, half an hour in all: corpus.sh [part of a name]
# Needs root, for network namespaces. tests/corpus/tst_corpus then judges the records.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

# Installing these starts their services, which is not this script's to decide.
missing=()
for package in dante-server wireguard-go wireguard-tools squid-openssl openssh-server openssh-client; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "The corpus needs more relays. To mend it: sudo apt-get install ${missing[*]}" >&2
    exit 4
fi

# shellcheck disable=SC2154 # scripts/packages.sh sets them
install_missing "${build_packages[@]}" "${test_packages[@]}"
mkdir -p build
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo
cmake --build build/release -j "${JOBS:-$(nproc)}" --target lab-record
build/release/tests/network/lab-record tests/corpus/records "${1:-}"
