#!/bin/sh
set -e
if [ "$1" = "serve" ]; then
  shift
fi
export PORT="${PORT:-8080}"
echo "listening on $PORT"
exec /srv/server "$@"
