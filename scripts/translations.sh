#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the translations up to date with the sources, new strings unfinished: translations.sh [lupdate [folder]]
# English is the language of the sources; its file holds only what depends on a number.
set -eu
cd "$(dirname "$0")/.."
lupdate=${1:-lupdate}
folder=${2:-translations}
options="-I . -silent -no-obsolete -locations none -extensions h,cpp"

# shellcheck disable=SC2086 # the options are words
"$lupdate" $options core ui app -ts "$folder/parallax_de.ts" "$folder/parallax_zh_CN.ts"
# shellcheck disable=SC2086
"$lupdate" $options -pluralonly core ui app -ts "$folder/parallax_en.ts"
