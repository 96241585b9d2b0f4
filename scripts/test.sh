#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and runs every check; the first that fails ends it. FUZZ_SECONDS is the time for each
# fuzz target (60), JOBS the number of compilers at once.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

jobs=${JOBS:-$(nproc)}
fuzz_seconds=${FUZZ_SECONDS:-60}
export QT_QPA_PLATFORM=offscreen CTEST_OUTPUT_ON_FAILURE=1

step() {
    printf '\n=== %s (%d min %d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60))
}

step "Packages"
install_missing "${build_packages[@]}" "${test_packages[@]}"
mkdir -p build

# One build for tests and fuzzing, by clang, which takes half of GCC's time for it.
step "Address and undefined-behaviour sanitizers: every test but network and bench"
configure build/sanitize -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1" -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld -DFUZZ=ON "-DSANITIZE=fuzzer-no-link;address;undefined"
cmake --build build/sanitize -j "$jobs" --target all mocs
UBSAN_OPTIONS=print_stacktrace=1 ctest --test-dir build/sanitize -j "$jobs" -LE 'network|bench' --no-label-summary

step "Format and lint of what changed"
scripts/lint.sh --changed

step "Fuzzing for $fuzz_seconds s a target"
scripts/fuzz.sh "$fuzz_seconds"

step "Headless configuration, and the thread sanitizer: what threads share without Qt"
configure build/tsan -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O1 -g1" -DBUILD_UI=OFF -DSANITIZE=thread
cmake --build build/tsan -j "$jobs" --target race_sighting_queue race_name_lookups
for race in race_sighting_queue race_name_lookups; do
    setarch "$(uname -m)" -R "build/tsan/tests/unit/$race" # its shadow memory wants addresses in their usual place
done

step "Release build: the network lab, the benchmarks, and the fuzz targets' seeds"
configure build/release -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    ${CI:+"-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O2 -DNDEBUG"} # nobody debugs there
cmake --build build/release -j "$jobs" --target \
    parallax parallax-cli network_tests fuzz bench_store bench_clock bench_clock_clients bench_probes bench_packets bench_window tst_smooth tst_path_smooth
if ldd build/release/app/parallax-cli | grep libQt6; then
    echo "parallax-cli must not need Qt" >&2
    exit 1
fi
if ldd build/release/app/parallax-commands | grep -E 'libQt6(Gui|Widgets|Charts)'; then
    echo "parallax-commands must not need a Gui library" >&2
    exit 1
fi
desktop-file-validate build/release/resources/packaging/*.desktop
chronyd=$(unpacked_chronyd)
[ -n "$chronyd" ] && export PARALLAX_CHRONYD=$chronyd
ctest --test-dir build/release -j 3 -L 'network|bench|fuzz' --no-label-summary
