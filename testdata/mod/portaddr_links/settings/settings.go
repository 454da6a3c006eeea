// Package settings has what decides the ports of the module's programs.
package settings

import "os"

// Port returns the port by the module's own name.
func Port() string {
	if p := os.Getenv("PANTRY_PORT"); p != "" {
		return p
	}
	return "8585"
}
