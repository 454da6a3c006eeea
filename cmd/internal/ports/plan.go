// Package ports puts together, from what each package does, the port plan of
// whole programs, and writes it in the formats that people and programs read.
package ports

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
)

// Plan is the port plan of a set of programs.
type Plan struct {
	Programs []*Program
	Runs     []*Run // what the manifests run
	Ways     []Way  // to the programs, in the order of the manifests
	// Partial are the folders of modules that have other programs, which could not be
	// analysed: what is none of the programs here may be one of those.
	Partial map[string]bool
}

// Join returns the plan of all programs of several plans, which need not be of
// one build: packages of the same path are not taken for one another.
func Join(plans ...*Plan) *Plan {
	all := &Plan{Partial: make(map[string]bool)}
	for _, p := range plans {
		maps.Copy(all.Partial, p.Partial)
		all.Programs = append(all.Programs, p.Programs...)
	}
	all.name()
	return all
}

// Unsure returns what is run of which it is not known whether it is one of the
// programs, and which.
func (plan *Plan) Unsure() (runs []*Run) {
	for _, r := range plan.Runs {
		if r.Program == nil && !r.Foreign {
			runs = append(runs, r)
		}
	}
	return runs
}

// shown returns what a reader of the plan wants to see of what is run, and how
// many others there are, which run none of the programs.
func (plan *Plan) shown() (runs []*Run, others int) {
	for _, r := range plan.Runs {
		if r.Foreign {
			others++
		} else {
			runs = append(runs, r)
		}
	}
	return runs, others
}

// othersText says how many containers run none of the programs, or "".
func othersText(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 container or image runs none of these programs"
	}
	return fmt.Sprintf("%d containers and images run none of these programs", n)
}

// New puts the plan of the named programs together. Programs that only serve
// tests and samples are left out unless samples is set.
func New(pkgs []driver.Planned, samples bool) *Plan {
	w := newWorld(pkgs)
	plan := &Plan{Partial: make(map[string]bool)}
	for i := range pkgs {
		p := &pkgs[i]
		if p.Partial {
			plan.Partial[p.ModuleDir] = true
		}
		if p.Main && p.Named && (samples || !p.Sample) {
			plan.Programs = append(plan.Programs, w.program(p))
		}
	}
	plan.name()
	return plan
}

// name gives each program the shortest end of its path that no other has,
// without the version of its module.
func (plan *Plan) name() {
	parts := func(p *Program) []string {
		list := strings.Split(p.Path, "/")
		if n := len(list); n > 1 && isMajor(list[n-1]) {
			list = list[:n-1]
		}
		return list
	}
	for _, p := range plan.Programs {
		own := parts(p)
		for n := 1; n <= len(own); n++ {
			end := own[len(own)-n:]
			p.Name = path.Join(end...)
			shared := func(o *Program) bool {
				other := parts(o)
				return o != p && len(other) >= n && slices.Equal(other[len(other)-n:], end)
			}
			if n == 1 && p.Name == "main" && len(own) > 1 {
				continue
			}
			if !slices.ContainsFunc(plan.Programs, shared) {
				break
			}
			if n == len(own) {
				p.Name = p.Path
			}
		}
	}
}

// isMajor reports whether a part of a path is only the version of a module.
func isMajor(part string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(part, "v"))
	return err == nil && n > 1 && strings.HasPrefix(part, "v")
}
