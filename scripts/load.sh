#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Plays testers by the thousand against the release build, on loopback, and prints what they met and what it cost; then
# how fast captured packets find their probes, and how long the window's frames take.
# Needs root, for the capture. Exit code 1 when a goal is missed.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

# shellcheck disable=SC2154 # scripts/packages.sh sets them
install_missing "${build_packages[@]}" libbenchmark-dev
mkdir -p build
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo
cmake --build build/release -j "${JOBS:-$(nproc)}" --target load-testers bench_packets bench_window

status=0
play() {
    printf '\n%s\n' "$*"
    build/release/tests/bench/load-testers "$@" || status=1
}
for testers in 1 10 100 1000; do
    play --testers $testers
done
play --rate 200 60
play --half-open 10000
play --slow-readers 200
for benchmark in bench_packets bench_window; do
    printf '\n%s\n' "$benchmark"
    "build/release/tests/bench/$benchmark" || status=1
done
exit "$status"
