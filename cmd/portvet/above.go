package main

import (
	"os"
	"path/filepath"
)

// above returns the nearest directory at or above dir, which is absolute, that
// holds something called name. ok is false where there is none.
func above(dir, name string) (found string, ok bool) {
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir, true
		}
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
}
