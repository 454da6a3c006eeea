// Package deploy compares programs with the manifests that deploy them: which
// program each container, process and image runs, on which ports it listens
// with the environment and command line that it is given there, how requests
// reach it, and what the manifests get wrong about it.
package deploy

import (
	"fmt"

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

// Deployment is what manifests run, of the programs of a plan and of others.
type Deployment struct {
	set  *manifest.Set
	runs []*run
}

// run is one container, process or image, and how its program runs there.
type run struct {
	*ports.Run
	setting setting
	image   *entry.Script // which its image starts, or nil
	bound   bound         // of a program that is known
}

// Files returns the files that were read.
func (d *Deployment) Files() []string { return d.set.Files }

func (d *Deployment) add(r *ports.Run) { d.runs = append(d.runs, &run{Run: r}) }

// Match finds out which of the programs of plan each container, process and
// image in set runs, and fills in the plan's runs and ways. Scripts that cannot
// be read are among the problems of set then. The error names a
// mapping of a program that does not exist, if a flag says it: a file is there
// for all programs, also when only some are named.
func Match(plan *ports.Plan, set *manifest.Set, mappings []Mapping) (*Deployment, error) {
	m := &matcher{plan: plan, set: set, mappings: mappings, images: make(map[*manifest.Image]verdict), scripts: entry.Read(set)}
	for _, mp := range mappings {
		if mp.At == "" && m.target(mp) == nil {
			return nil, fmt.Errorf("%s=%s: no such program; the programs are %s", mp.What, mp.Program, m.names())
		}
	}
	for _, img := range set.Images {
		m.images[img] = m.image(img)
	}
	d := &Deployment{set: set}
	for _, w := range set.Workloads {
		for _, c := range w.Containers {
			v, img := m.container(w, c)
			if img == nil && !v.alone {
				img = m.imageOf(v.program)
			}
			d.add(&ports.Run{Workload: w, Container: c, Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
		}
	}
	for _, img := range set.Images {
		v := m.images[img]
		d.add(&ports.Run{Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
	}
	plan.Runs = nil
	for _, r := range d.runs {
		plan.Runs = append(plan.Runs, r.Run)
		if r.Program == nil {
			continue
		}
		r.setting = settingOf(r.Workload, r.Container, r.Image)
		if r.Image == nil && m.hidden(r.Program) {
			r.setting.envOpen = true
		}
		r.image = m.scripts[r.Image]
		r.follow()
		r.setting.config = r.configured()
		r.bound = r.setting.binds(r.Program)
	}
	plan.Ways = d.ways()
	return d, nil
}
