#!/bin/sh
# Adds co2desk to the menu of the person who runs this, or takes it away again with --remove.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/org.co2desk.co2desk.desktop
kind=$data/mime/packages/co2desk.xml

refresh() {
    # Desktops notice by themselves, sooner with these.
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database "$data/applications"
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind" "$data"/icons/hicolor/*/apps/co2desk.png
    refresh
    exit 0
fi
mkdir -p "${entry%/*}" "${kind%/*}"
sed "s|^Exec=co2desk|Exec=\"$here/co2desk\"|" "$here/share/${entry##*/}" >"$entry"
cp "$here/share/${kind##*/}" "$kind"
for picture in "$here"/share/co2desk-*.png; do
    size=${picture##*-}
    size=${size%.png}
    mkdir -p "$data/icons/hicolor/${size}x$size/apps"
    cp "$picture" "$data/icons/hicolor/${size}x$size/apps/co2desk.png"
done
refresh
