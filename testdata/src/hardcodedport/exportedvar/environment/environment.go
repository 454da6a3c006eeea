// Package environment assigns a field of a variable of another package.
package environment

import (
	"os"

	"hardcodedport/exportedvar/settings"
)

func Apply() {
	inner := settings.Inner
	if addr := os.Getenv("INNER_ADDR"); addr != "" {
		inner.Listen = addr
	}
}
