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
// for whoever works on it: app dev, app mock-upstream; or in its place, by a flag that is
// compared by hand.
func (p *Purposes) ForDeveloper(l *listener.Listener) bool {
	if l.Node == nil {
		return false
	}
	if p.inPlace(l) {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(p.Subcommand(l)), func(r rune) bool { return r == '-' || r == '_' || r == ':' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(developing, w) })
}

// inPlace reports whether l is started only where an argument is exactly a flag, which no
// library looks at, and the program without that starts another server.
// Have: if os.Args[1] == "--webhook-consumer" { http.ListenAndServe(addr, nil); return }
func (p *Purposes) inPlace(l *listener.Listener) bool {
	return p.src.Main && strings.HasPrefix(p.found.Endings.Argument(l.Node), "-") && slices.ContainsFunc(p.found.Listeners, func(other *listener.Listener) bool {
		return other.Node != nil && !other.Auxiliary() && p.found.Endings.Argument(other.Node) == ""
	})
}
