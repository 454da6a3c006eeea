// Package check looks at a configuration.
package check

import (
	"errors"

	"portaddr/unread/config"
)

// Config reports what is missing.
func Config(c *config.Config) error {
	if c.Hooks == "" {
		return errors.New("set HOOKS_PORT")
	}
	return nil
}
