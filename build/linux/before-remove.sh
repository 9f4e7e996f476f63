#!/bin/sh
set -e

# rpm runs this for an upgrade as well, with 1; dpkg says "upgrade".
case "${1:-remove}" in
  1 | upgrade | failed-upgrade) exit 0 ;;
esac

if [ -f /etc/apparmor.d/keyferry ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then apparmor_parser --remove /etc/apparmor.d/keyferry || true; fi
  rm -f /etc/apparmor.d/keyferry
fi
