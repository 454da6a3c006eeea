#!/bin/sh
set -e
if [ "$1" = canteen ]; then
	echo "the kitchen opens"
fi
exec "$@"
