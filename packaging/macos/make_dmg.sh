#!/bin/sh
# Signs co2desk.app, packs it into a disk image and has it notarised: make_dmg.sh APP DMG.
# Without IDENTITY it signs for this computer only, and nothing is notarised. Not run yet.
set -eu
app=$1 dmg=$2
here=$(dirname "$0")
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

# From the inside out: PostgreSQL's programs are bundled as files, which `--deep` would miss.
sign() {
    if [ -n "${IDENTITY:-}" ]; then
        codesign --force --options runtime --timestamp \
            --entitlements "$here/entitlements.plist" --sign "$IDENTITY" "$@"
    else
        codesign --force --sign - "$@"
    fi
}
find "$app/Contents" -type f | while read -r file; do
    if file -b "$file" | grep -q Mach-O; then sign "$file"; fi
done
sign "$app"
codesign --verify --strict "$app"

cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname co2desk -srcfolder "$staging" -format UDZO -ov "$dmg"

if [ -n "${IDENTITY:-}" ]; then
    codesign --timestamp --sign "$IDENTITY" "$dmg"
    xcrun notarytool submit "$dmg" --wait \
        --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature "$dmg"
fi
