package main

import (
	"os"
	"path/filepath"
)

// above returns the nearest directory at or above dir, which is absolute, that
// holds something called name. ok is false where there is none.
func above(dir, name string) (found string, ok bool) {
	for ; !exists(filepath.Join(dir, name)); dir = filepath.Dir(dir) {
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
	return dir, true
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
