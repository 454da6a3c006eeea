package deploy

import (
	"fmt"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// matcher finds out which program a manifest is about.
type matcher struct {
	plan     *ports.Plan
	set      *manifest.Set
	mappings []Mapping
	images   map[*manifest.Image]verdict
	scripts  map[*manifest.Image]*entry.Script // that images start
}

// verdict is an answer of the matcher, with its reason.
type verdict struct {
	program *ports.Program
	why     string
	foreign bool // it is none of these programs
	alone   bool // it is run without an image that was built of it
}

// names lists the programs for an error.
func (m *matcher) names() string {
	var ns []string
	for _, p := range m.plan.Programs {
		ns = append(ns, p.Name)
	}
	if len(ns) == 0 {
		return "none"
	}
	return strings.Join(ns, ", ")
}

// named returns the program of a name or import path, or nil.
func (m *matcher) named(name string) *ports.Program {
	for _, p := range m.plan.Programs {
		if p.Name == name || p.Path == name {
			return p
		}
	}
	return nil
}

// target returns the program of a mapping, or nil.
func (m *matcher) target(mp Mapping) *ports.Program {
	if mp.Dir == "" {
		return m.named(mp.Program)
	}
	for _, p := range m.plan.Programs {
		if abs(p.Dir) == mp.Dir {
			return p
		}
	}
	return nil
}

// mapped returns what the user says of a manifest in file, or of a part of it
// with one of these names, of which the first counts most. A flag wins over a
// file. ok is false when nothing is said.
func (m *matcher) mapped(file string, names ...string) (v verdict, ok bool) {
	for _, byFlag := range []bool{true, false} {
		for _, name := range append(names, file) {
			for _, mp := range m.mappings {
				if byFlag != (mp.At == "") || name == "" || mp.What != name && (name != file || abs(mp.What) != abs(file)) {
					continue
				}
				p := m.target(mp)
				switch {
				case mp.At == "":
					return verdict{program: p, why: "you say so"}, true
				case p != nil:
					return verdict{program: p, why: mp.At + " says so"}, true
				}
				return verdict{program: nil, why: fmt.Sprintf("%s says %s, which is none of these programs", mp.At, mp.Program), foreign: mp.Dir != ""}, true
			}
		}
	}
	return verdict{}, false
}
