// Package deploy compares programs with the manifests that deploy them: on which
// ports each listens with the environment and command line that it is given
// there, how requests reach it, and what the manifests get wrong about it.
package deploy

import (
	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/match"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/setting"
)

// Deployment is what manifests run, of the programs of a plan and of others.
type Deployment struct {
	set  *manifest.Set
	runs []*run
}

// run is one container, process or image, and how its program runs there.
type run struct {
	*ports.Run
	begin   manifest.Command // what it begins with
	script  *entry.Script    // of the repository with which that begins, or nil
	setting setting.Setting
	bound   setting.Bound   // of a program that is known
	beside  bool            // other programs run beside it in its container
	files   []manifest.File // of its configuration, as far as the repository has them
}

// Files returns the files that were read.
func (d *Deployment) Files() []string { return d.set.Files }

// Match finds out which of the programs of plan each container, process and
// image in set runs, and fills in the plan's runs and ways. Scripts that cannot
// be read are among the problems of set then. Errors are those of match.New.
func Match(plan *ports.Plan, set *manifest.Set, mappings []match.Mapping) (*Deployment, error) {
	m, err := match.New(plan, set, mappings)
	if err != nil {
		return nil, err
	}
	d := &Deployment{set: set}
	for _, r := range m.Runs() {
		d.runs = append(d.runs, &run{Run: r})
	}
	plan.Runs = nil
	for _, r := range d.runs {
		plan.Runs = append(plan.Runs, r.Run)
		if r.Program == nil {
			continue
		}
		r.begin = entry.Begins(r.Container, r.Image)
		r.setting = setting.Of(r.Workload, r.Container, r.Image, r.begin)
		if r.Image == nil {
			r.setting.EnvOpen = r.setting.EnvOpen || m.Hidden(r.Program)
			r.setting.FlagsOpen = r.setting.FlagsOpen && !r.shown(set)
		}
		r.script = scriptOf(m, r)
		r.follow()
		if r.files = r.shipped(); r.Container != nil {
			r.files = append(r.files, r.Container.Files...)
		}
		r.setting.Config = r.configured()
		r.setting.Over = r.overlaid()
		r.loads()
		r.bound = r.setting.Binds(r.Program)
		r.bound.Complete = r.bound.Complete && !r.beside
	}
	plan.Ways = d.ways()
	return d, nil
}
