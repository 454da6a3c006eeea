// Package quit stops all that runs.
package quit

import (
	"log"

	"noshutdown/globals/web"
)

// All stops everything.
func All() {
	if err := web.Stop(); err != nil {
		log.Print(err)
	}
}
