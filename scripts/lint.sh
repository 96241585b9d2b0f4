#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format and clang-tidy. The whole tree, or with --changed what differs from origin/main (without such a
# branch: from LINT_HOURS ago), for at most LINT_SECONDS. BUILD names a build folder with its generated files.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${BUILD:-build/sanitize}
seconds=${LINT_SECONDS:-70}
hours=${LINT_HOURS:-12}

mapfile -t sources < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files are clean"
[ -f "$build/compile_commands.json" ] || { echo "$build is not configured: run scripts/test.sh once" >&2; exit 1; }

# Newest first, so that what the time does not suffice for is the oldest.
changed() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null) && [ "$base" != "$(git rev-parse HEAD)" ] ||
        base=$(git rev-list -1 --before="$hours hours ago" HEAD)
    # A changed header is checked through the source file of the same name.
    {
        git diff --name-only HEAD -- '*.cpp' '*.h'
        git log --format= --name-only ${base:+"$base..HEAD"} -- '*.cpp' '*.h'
    } | sed 's/\.h$/.cpp/' | awk '!seen[$0]++'
}

# Only what this build compiles: targets of other build types have no command.
compiled() {
    while read -r file; do
        [ -f "$file" ] && grep -qF "\"file\": \"$PWD/$file\"" "$build/compile_commands.json" && echo "$file"
    done
    return 0
}

if [ "${1:-}" = --changed ]; then
    mapfile -t files < <(changed | compiled)
else
    mapfile -t files < <(git ls-files '*.cpp' | compiled)
    seconds=86400
fi
[ ${#files[@]} -eq 0 ] && { echo "clang-tidy: nothing to check"; exit; }

# Without the precompiled headers, so that a file includes what it uses.
commands=$(mktemp -d)
reached=$(mktemp)
trap 'rm -rf "$reached" "$commands"' EXIT
sed -E 's/-Winvalid-pch|(-Xclang )?-include(-pch)? (-Xclang )?[^ ]*cmake_pch[^ ]*//g' \
    "$build/compile_commands.json" >"$commands/compile_commands.json"

# One file at a time on every core, none begun once the time is over.
deadline=$(($(date +%s) + seconds))
export commands deadline reached
check() {
    [ "$(date +%s)" -lt "$deadline" ] || return 0
    echo "$1" >>"$reached"
    clang-tidy -p "$commands" --quiet --extra-arg=-Wno-unknown-warning-option "$1" 2>/dev/null || { echo "clang-tidy: $1 is not clean"; return 1; }
}
export -f check
# shellcheck disable=SC2016 # the inner shell expands it
printf '%s\0' "${files[@]}" | xargs -0 -P "$(nproc)" -I{} bash -c 'check "$1"' _ {}
echo "clang-tidy: $(wc -l <"$reached") of ${#files[@]} files checked and clean"
