#!/bin/sh
set -e

# SECURITY: the page's sandbox needs user namespaces. Only a kernel without them gets Chromium's setuid program instead.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 /opt/Keyferry/chrome-sandbox
else
  chmod 4755 /opt/Keyferry/chrome-sandbox
fi

# AppArmor before version 4 does not know the profile, and needs none.
if command -v apparmor_parser >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load /opt/Keyferry/apparmor-profile >/dev/null 2>&1; then
  cp /opt/Keyferry/apparmor-profile /etc/apparmor.d/keyferry
  apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/keyferry || true
fi

if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database /usr/share/applications || true; fi
