// Package match finds out which program a container, process or image of a
// manifest runs: by what Dockerfiles build, what build tools say, and the names
// of images and files. What is not sure has no program, and a reason.
package match

import (
	"fmt"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// Mapping says by hand which program a manifest is about.
type Mapping struct {
	// What is the file of a manifest, the name of a workload or container, or
	// an image without its tag.
	What    string
	Program string // the name or import path of the program, or its folder
	Dir     string // that folder as an absolute path, "" where Program is none
	At      string // the place in a file that says it, "" where a flag does
}

// verdict is the program that a container or image runs, nil where it is not
// known which, and the reason.
type verdict struct {
	program *ports.Program
	why     string
	foreign bool            // it is none of these programs
	alone   bool            // it is run without an image that was built of it
	image   *manifest.Image // that is run, where a build tool says which; else nil
}

// Matcher matches the manifests of a set with the programs of a plan.
type Matcher struct {
	Scripts map[*manifest.Image]*entry.Script // that images start

	plan     *ports.Plan
	set      *manifest.Set
	mappings []Mapping
	images   map[*manifest.Image]verdict
	withArgs map[string]*manifest.Image // images as they are built with arguments
}

// New returns a matcher of the programs of plan. Scripts that cannot be read
// are among the problems of set then. The error names a mapping of a program
// that does not exist, if a flag says it: a file is there for all programs, also
// when only some are named.
func New(plan *ports.Plan, set *manifest.Set, mappings []Mapping) (*Matcher, error) {
	m := &Matcher{plan: plan, set: set, mappings: mappings, images: make(map[*manifest.Image]verdict), withArgs: make(map[string]*manifest.Image), Scripts: entry.Read(set)}
	for _, mp := range mappings {
		if mp.At == "" && m.target(mp) == nil {
			return nil, fmt.Errorf("%s=%s: no such program; the programs are %s", mp.What, mp.Program, m.names())
		}
	}
	for _, img := range set.Images {
		m.images[img] = m.image(img)
	}
	return m, nil
}

// Runs returns the containers of the set, and behind them its images, each with
// the program that it runs.
func (m *Matcher) Runs() (out []*ports.Run) {
	for _, w := range m.set.Workloads {
		for _, c := range w.Containers {
			v, img := m.container(w, c)
			switch {
			case img != nil || v.alone:
			case v.image != nil && v.program != nil:
				img = v.image
			default:
				img = m.imageOf(v.program)
			}
			out = append(out, &ports.Run{Workload: w, Container: c, Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
		}
	}
	for _, img := range m.set.Images {
		v := m.images[img]
		out = append(out, &ports.Run{Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
	}
	return out
}

// names lists the programs for an error.
func (m *Matcher) names() string {
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
func (m *Matcher) named(name string) *ports.Program {
	for _, p := range m.plan.Programs {
		if p.Name == name || p.Path == name {
			return p
		}
	}
	return nil
}

// target returns the program of a mapping, or nil.
func (m *Matcher) target(mp Mapping) *ports.Program {
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
func (m *Matcher) mapped(file string, names ...string) (v verdict, ok bool) {
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
