#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the network tests on the lab street, from the release build, and prints their figures in one table.
# Needs root, for network namespaces.
set -euo pipefail

usage="usage: scripts/lab.sh [--runs N] [filter]   (N runs of each kind, default 20; filter: a part of a test's name)"
runs=20
filter=.
while [ $# -gt 0 ]; do
    case $1 in
    --runs)
        runs=${2:-}
        [ $# -gt 1 ] && shift
        ;;
    -h | --help) echo "$usage" && exit 0 ;;
    -*) echo "$usage" >&2 && exit 3 ;;
    *) filter=$1 ;;
    esac
    shift
done
[[ $runs =~ ^[1-9][0-9]*$ ]] || { echo "$usage" >&2; exit 3; }

cd "$(dirname "$0")/.."
. scripts/packages.sh
install_missing "${build_packages[@]}" "${test_packages[@]}"
mkdir -p build
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo
cmake --build build/release -j "${JOBS:-$(nproc)}" --target network_tests

chronyd=$(unpacked_chronyd)
[ -n "$chronyd" ] && export PARALLAX_CHRONYD=$chronyd
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
export PARALLAX_CLOCK_SECONDS=${PARALLAX_CLOCK_SECONDS:-60} # the clocks' goals are after a minute
PARALLAX_LAB_RUNS=$runs ctest --test-dir build/release -L network -R "$filter" --verbose --no-label-summary |
    tee "$log" || status=$?

printf '\nKinds, %s runs each\n' "$runs"
sed -n 's/^.*matrix: //p' "$log"
printf '\nFigures\n'
sed -n 's/^.*figure: //p' "$log" |
    awk '{ name = $1; value = $2; $1 = $2 = ""; printf "%-60s %10s %s\n", name, value, $0 }'
exit "$status"
