package analyzers_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const house = "github.com/portvet/portvet/"

// below lists the rooms of the model that stand below one of them: each knows
// only those above it in this list.
func below(room string) []string {
	rooms := []string{"catalog", "sample", "source", "called", "flow", "identity", "acceptor", "origin", "mux", "role", "route", "mention", "invoked", "ending", "way", "contexts", "base", "notice", "reach", "await", "which", "heard", "signals", "clock", "server", "drains", "linger", "environment", "address", "listener", "purpose", "supervisor", "story", "program"}
	rooms = rooms[:slices.Index(rooms, room)]
	for i := range rooms {
		rooms[i] = "analyzers/internal/" + rooms[i]
	}
	return rooms
}

var engine = []string{"analyzers/internal/source", "analyzers/internal/origin", "analyzers/internal/program", "analyzers/internal/rule"}

// mayImport lists, for each room of the house, the rooms that it may know. A
// rule may know the engine, but no other rule; directive asks them all.
var mayImport = map[string][]string{
	"analyzers/internal/catalog":         nil,
	"analyzers/internal/catalog/dump":    {"analyzers/internal/catalog"},
	"analyzers/internal/sample":          below("sample"),
	"analyzers/internal/source":          below("source"),
	"analyzers/internal/called":          below("called"),
	"analyzers/internal/flow":            below("flow"),
	"analyzers/internal/identity":        below("identity"),
	"analyzers/internal/acceptor":        below("acceptor"),
	"analyzers/internal/origin":          below("origin"),
	"analyzers/internal/mux":             below("mux"),
	"analyzers/internal/role":            below("role"),
	"analyzers/internal/route":           below("route"),
	"analyzers/internal/mention":         below("mention"),
	"analyzers/internal/invoked":         below("invoked"),
	"analyzers/internal/ending":          below("ending"),
	"analyzers/internal/way":             below("way"),
	"analyzers/internal/contexts":        below("contexts"),
	"analyzers/internal/base":            below("base"),
	"analyzers/internal/notice":          below("notice"),
	"analyzers/internal/reach":           below("reach"),
	"analyzers/internal/await":           below("await"),
	"analyzers/internal/which":           below("which"),
	"analyzers/internal/heard":           below("heard"),
	"analyzers/internal/signals":         below("signals"),
	"analyzers/internal/clock":           below("clock"),
	"analyzers/internal/server":          below("server"),
	"analyzers/internal/drains":          below("drains"),
	"analyzers/internal/linger":          below("linger"),
	"analyzers/internal/environment":     below("environment"),
	"analyzers/internal/listener":        below("listener"),
	"analyzers/internal/purpose":         below("purpose"),
	"analyzers/internal/address":         below("address"),
	"analyzers/internal/supervisor":      below("supervisor"),
	"analyzers/internal/story":           below("story"),
	"analyzers/internal/program":         below("program"),
	"analyzers/internal/rule":            {"analyzers/internal/program", "analyzers/internal/source"},
	"analyzers/internal/plan":            {"analyzers/internal/mention", "analyzers/internal/origin", "analyzers/internal/program"},
	"analyzers/internal/why":             {"analyzers/internal/origin", "analyzers/internal/program", "analyzers/internal/rule"},
	"analyzers/internal/testkit":         nil,
	"analyzers/internal/testkit/alone":   {"analyzers/internal/program", "analyzers/internal/rule"},
	"analyzers/internal/testkit/stopped": nil,
	"analyzers/hardcodedport":            engine,
	"analyzers/loopbackbind":             engine,
	"analyzers/portenv":                  engine,
	"analyzers/portaddr":                 engine,
	"analyzers/noshutdown":               engine,
	"analyzers/sigterm":                  engine,
	"analyzers/drain":                    engine,
	"analyzers/listenerr":                engine,
	"analyzers/portconflict":             engine,
	"analyzers/nohealth":                 engine,
	"analyzers/directive": {"analyzers/internal/rule",
		"analyzers/hardcodedport", "analyzers/loopbackbind", "analyzers/portenv", "analyzers/portaddr", "analyzers/noshutdown",
		"analyzers/sigterm", "analyzers/drain", "analyzers/listenerr", "analyzers/portconflict", "analyzers/nohealth"},
	"analyzers": append(slices.Clone(engine), "analyzers/internal/catalog", "analyzers/internal/plan", "analyzers/internal/why",
		"analyzers/hardcodedport", "analyzers/loopbackbind", "analyzers/portenv", "analyzers/portaddr", "analyzers/noshutdown",
		"analyzers/sigterm", "analyzers/drain", "analyzers/listenerr", "analyzers/portconflict", "analyzers/nohealth"),
	"cmd/gclplugin":         {"analyzers"},
	"cmd/internal/driver":   {"analyzers"},
	"cmd/internal/source":   nil,
	"cmd/internal/identity": {"cmd/internal/driver", "cmd/internal/lazy", "cmd/internal/source"},
	"cmd/internal/render":   {"analyzers", "cmd/internal/driver", "cmd/internal/identity", "cmd/internal/source"},
	"cmd/internal/baseline": {"cmd/internal/driver", "cmd/internal/identity", "cmd/internal/source"},
	"cmd/internal/changes":  {"cmd/internal/driver"},
	"cmd/internal/config":   {"analyzers", "cmd/internal/deploy", "cmd/internal/driver", "cmd/internal/malformed"},
	"cmd/internal/fix":      {"cmd/internal/driver", "cmd/internal/source"},
	"cmd/portvet": {"analyzers", "cmd/internal/config", "cmd/internal/fix", "cmd/internal/driver", "cmd/internal/render", "cmd/internal/source",
		"cmd/internal/baseline", "cmd/internal/changes", "cmd/internal/deploy", "cmd/internal/manifest", "cmd/internal/match", "cmd/internal/ports", "cmd/internal/terminal", "cmd/internal/vetx"},
	"cmd/internal/chart":     nil,
	"cmd/internal/manifest":  {"cmd/internal/block", "cmd/internal/chart", "cmd/internal/lazy", "cmd/internal/malformed", "cmd/internal/recipe", "cmd/internal/toml"},
	"cmd/internal/entry":     {"cmd/internal/manifest", "cmd/internal/script", "cmd/internal/values"},
	"cmd/internal/block":     nil,
	"cmd/internal/recipe":    {"cmd/internal/lazy", "cmd/internal/malformed", "cmd/internal/toml"},
	"cmd/internal/lazy":      nil,
	"cmd/internal/malformed": nil,
	"cmd/internal/toml":      nil,
	"cmd/internal/terminal":  nil,
	"cmd/internal/script":    nil,
	"cmd/internal/vetx":      nil,
	"cmd/internal/ports":     {"analyzers", "cmd/internal/driver", "cmd/internal/manifest"},
	"cmd/internal/values":    nil,
	"cmd/internal/match":     {"cmd/internal/entry", "cmd/internal/manifest", "cmd/internal/ports", "cmd/internal/recipe"},
	"cmd/internal/setting":   {"analyzers", "cmd/internal/manifest", "cmd/internal/ports"},
	"cmd/internal/deploy": {"analyzers", "cmd/internal/driver", "cmd/internal/entry", "cmd/internal/lazy", "cmd/internal/manifest", "cmd/internal/match", "cmd/internal/ports",
		"cmd/internal/recipe", "cmd/internal/script", "cmd/internal/setting", "cmd/internal/values"},
}

// TestHouse checks who imports whom, and that the analyzers depend on nothing
// but x/tools: they are linked into other people's linters.
func TestHouse(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "../...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		room := strings.TrimPrefix(pkg.ImportPath, house)
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("%s has no place in the house: say in mayImport what it may import", room)
			continue
		}
		for _, imp := range pkg.Imports {
			if other, ours := strings.CutPrefix(imp, house); ours {
				if !slices.Contains(allowed, other) {
					t.Errorf("%s imports %s, which it should not know", room, other)
				}
				continue
			}
			if !strings.HasPrefix(room, "analyzers") || !strings.Contains(imp, ".") {
				continue
			}
			if !strings.HasPrefix(imp, "golang.org/x/tools/") {
				t.Errorf("%s imports %s; the analyzers depend on golang.org/x/tools only", room, imp)
			}
			if room == "analyzers/internal/catalog" {
				t.Errorf("%s imports %s; the catalogue is data", room, imp)
			}
		}
	}
}
