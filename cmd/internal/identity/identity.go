// Package identity says which finding of one run is which of another, though
// the lines between them have moved.
package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/source"
)

// Key is what stays of a finding when lines are added and removed elsewhere in
// its file. Two findings of one file can have the same: [Fingerprints] counts
// them.
type Key struct {
	Rule    string `json:"rule"`
	File    string `json:"file"`
	Code    string `json:"code"` // the line, with one space between its words
	Message string `json:"message"`
}

// Of returns the key of a finding. name is what its file is to be called, and
// files has its line.
func Of(f driver.Finding, name string, files *source.Files) Key {
	line, _ := files.Line(f.File, f.Line) // what cannot be read has no text
	return Key{
		Rule:    f.Rule,
		File:    name,
		Code:    strings.Join(strings.Fields(line), " "),
		Message: withoutPlaces(f.Message),
	}
}

// withoutPlaces cuts the lines off the positions in a message. Those about
// manifests have the folder, too, as seen from where portvet runs.
func withoutPlaces(message string) string {
	message = places().ReplaceAllString(message, " at $1")
	return bracketed().ReplaceAllString(message, "$1$2)")
}

var (
	// places matches "started at main.go:45".
	places = lazy.Regexp(` at ([\w./-]+):\d+(:\d+)?\b`)
	// bracketed matches "(env PORT, ../cmd/api/main.go:45:3)".
	bracketed = lazy.Regexp(`(\(|, )(?:[^():",]*/)?([^():",/]+):\d+(?::\d+)?\)`)
)

// Fingerprints returns a text for each of the keys that no other of them has:
// equal keys are told apart by their order.
func Fingerprints(keys []Key) []string {
	seen := make(map[Key]int)
	texts := make([]string, len(keys))
	for i, k := range keys {
		seen[k]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %d", k.Rule, k.File, k.Code, k.Message, seen[k]))
		texts[i] = hex.EncodeToString(sum[:16])
	}
	return texts
}
