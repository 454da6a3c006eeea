#!/bin/sh
set -e
if [ "$(id -u)" = 0 ]; then
	exec su-exec nobody "$0" "$@"
fi
if [ "${1#-}" != "$1" ]; then
	set -- ferry "$@"
fi
: "${FERRY_PORT:=7300}"
exec "$@" -addr ":$FERRY_PORT"
