#!/bin/sh
# Makes an AppImage from the archive: make_appimage.sh ARCHIVE APPIMAGETOOL FOLDER. Not run yet.
set -eu
archive=$1 tool=$2 target=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
app=$work/co2desk.AppDir
mkdir -p "$app/usr/lib/co2desk" "$app/usr/share/metainfo" "$app/usr/share/applications"
tar --extract --file "$archive" --strip-components 1 --directory "$app/usr/lib/co2desk"
share=$app/usr/lib/co2desk/share
cp "$share/org.co2desk.co2desk.desktop" "$app/"
cp "$share/org.co2desk.co2desk.desktop" "$app/usr/share/applications/"
cp "$share/org.co2desk.co2desk.metainfo.xml" "$app/usr/share/metainfo/"
cp "$share/co2desk-256.png" "$app/co2desk.png"
ln -s co2desk.png "$app/.DirIcon"
cat >"$app/AppRun" <<'END'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/co2desk/co2desk" "$@"
END
chmod +x "$app/AppRun"
version=$(basename "$archive" | cut -d- -f2)
ARCH=x86_64 "$tool" --no-appstream "$app" "$target/co2desk-$version-x86_64.AppImage"
