#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs each fuzz target of build/sanitize for so many seconds (default 60), from its seeds and from what earlier runs found.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}

# As many at once as there are cores.
fuzz() {
    local target=$1 seconds=$2 name found seeds folders
    name=$(basename "$target")
    found=build/sanitize/fuzz/corpus/$name
    seeds=tests/fuzz/corpus/$name
    mkdir -p "$found"
    folders=("$found")
    [ -d "$seeds" ] && folders+=("$seeds")
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
        -artifact_prefix="build/sanitize/fuzz/$name-" "${folders[@]}" >"build/sanitize/fuzz/$name.log" 2>&1 ||
        { tail -n 60 "build/sanitize/fuzz/$name.log"; return 1; }
    echo "$name: $(grep -E 'number_of_executed_units|new_units_added' "build/sanitize/fuzz/$name.log" | xargs)"
}
export -f fuzz
# shellcheck disable=SC2016 # the inner shell expands it
find build/sanitize/tests/fuzz -maxdepth 1 -name 'fuzz_*' -type f -executable -print0 | sort -z |
    xargs -0 -P "$(nproc)" -I{} bash -c 'fuzz "$1" "$2"' _ {} "$seconds"
