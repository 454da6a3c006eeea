package driver

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// Planned is what one package does with ports, and where the package is.
type Planned struct {
	analyzers.PlanPackage
	Named     bool   // by the user, and not only imported by what is
	Dir       string // the folder, as the user knows it
	Module    string // the path of its module
	ModuleDir string // the folder of its module
	// ForeignSignals reports whether a package of another module, that it
	// imports or something below it does, can subscribe to signals.
	ForeignSignals bool
	// Partial reports whether its module has programs among those asked for that
	// could not be analysed.
	Partial bool
}

// Plan asks what the packages of cfg, and those of the same modules that they
// import, do with ports. Of the tool's flags only -listener may be among those of cfg. The
// packages are in the order of their import paths; each reason why something
// could not be analysed is one of the errors.
func Plan(cfg Config) ([]Planned, []Error) {
	names, err := prepare(&cfg)
	if err != nil {
		return nil, []Error{{Message: err.Error()}}
	}
	own, signals, err := ownPackages(cfg, names)
	if err != nil {
		return nil, []Error{{Message: err.Error()}}
	}
	if len(own) > 0 {
		cfg.Patterns = slices.Sorted(maps.Keys(own))
	}
	cfg.ToolFlags = append(slices.Clip(cfg.ToolFlags), "-plan=true", "-dependencies=true")
	report := Run(cfg)
	// Tests have no part in it, and are analysed without each other.
	report.Errors = slices.DeleteFunc(report.Errors, func(e Error) bool { return strings.HasSuffix(e.File, "_test.go") })
	var out []Planned
	for _, f := range report.Findings {
		var p Planned
		if err := json.Unmarshal([]byte(f.Message), &p.PlanPackage); err != nil {
			report.Errors = append(report.Errors, Error{File: f.File, Message: fmt.Sprintf("read the plan of a package: %v", err)})
			continue
		}
		o, ok := own[p.Path]
		if !ok {
			continue // made for a test
		}
		p.Named, p.Dir, p.Module, p.ModuleDir = !o.DepOnly, o.Dir, o.Module.Path, o.Module.Dir
		p.ForeignSignals = signals[p.Path]
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Planned) int { return strings.Compare(a.Path, b.Path) })
	partial := unplanned(own, out)
	for i := range out {
		out[i].Partial = partial[out[i].ModuleDir]
	}
	return out, report.Errors
}

// unplanned returns the folders of modules that have programs of which there is no plan.
func unplanned(own map[string]listed, plans []Planned) map[string]bool {
	modules := make(map[string]bool)
	for path, o := range own {
		if o.Name == "main" && !o.DepOnly && !slices.ContainsFunc(plans, func(p Planned) bool { return p.Path == path }) {
			modules[o.Module.Dir] = true
		}
	}
	return modules
}

// ownPackages returns the packages of cfg, and of those that they import the
// ones of the modules worked on. There are none where the go command cannot
// list them: go vet says why. signals are the packages that are, or lead to,
// code of other modules that can subscribe to signals.
func ownPackages(cfg Config, names namer) (own map[string]listed, signals map[string]bool, err error) {
	own, signals = make(map[string]listed), make(map[string]bool)
	err = list(cfg, "ImportPath,Name,Dir,DepOnly,Standard,Module,Imports", func(p listed) {
		foreign := p.Module != nil && !p.Module.Main && p.Module.Version != ""
		if !p.Standard {
			// What a package imports is listed before it.
			signals[p.ImportPath] = slices.ContainsFunc(p.Imports, func(i string) bool { return signals[i] || foreign && i == "os/signal" })
		}
		if p.Standard || p.Module == nil || p.Dir == "" || foreign {
			return
		}
		p.Dir, p.Module.Dir = names.name(p.Dir), names.name(p.Module.Dir)
		own[p.ImportPath] = p
	}, "-deps")
	return own, signals, err
}

// PlanAll is Plan, or that of each module at and below the directory of cfg where
// modules says so. The error says that there are none.
func PlanAll(cfg Config, modules bool) (pkgs []Planned, errs []Error, err error) {
	if !modules {
		pkgs, errs = Plan(cfg)
		return pkgs, errs, nil
	}
	all, err := FindModules(cfg.Dir)
	for _, m := range all {
		p, e := Plan(m.All(cfg))
		pkgs, errs = append(pkgs, p...), append(errs, e...)
	}
	return pkgs, errs, err
}
