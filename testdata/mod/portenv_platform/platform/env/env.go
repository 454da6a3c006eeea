// Package env reads the environment for the programs of the company.
package env

import "os"

// Or returns a variable, or fallback.
func Or(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

// Region is read by everybody.
func Region() string { return os.Getenv("REGION_ADDR") }
