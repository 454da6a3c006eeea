// Package check checks what another package read.
package check

import (
	"errors"

	"portaddr/held/config"
)

// Config reports what is missing.
func Config(c *config.Config) error {
	if c.AdminPort == "" {
		return errors.New("set ADMIN_PORT")
	}
	return nil
}
