// Package boot sets a port without knowing whose.
package boot

import "os"

type porter interface{ SetPort(port string) }

func Configure(s porter) {
	if port := os.Getenv("PORT"); port != "" {
		s.SetPort(port)
	}
}
