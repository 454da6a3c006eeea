package purpose

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/listener"
)

// developing are words in the name of a command that say that it is for whoever
// works on the program.
var developing = []string{"dev", "develop", "development", "debug", "local", "test", "mock", "fake", "demo", "example", "sample", "playground"}

// ForDeveloper reports whether l is started by a command of the program that is
// for whoever works on it: app dev, app mock-upstream.
func (p *Purposes) ForDeveloper(l *listener.Listener) bool {
	if l.Node == nil {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(p.Subcommand(l)), func(r rune) bool { return r == '-' || r == '_' || r == ':' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(developing, w) })
}
