package deploy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// What follows is about what cannot be: ports on which nothing of a run listens.

// deaf reports whether it is certain that nothing of r listens on port n: all
// listeners of the program are known, and none is there; nor is the number
// anywhere in its code, environment or arguments, from where a library may have
// it.
func (r *run) deaf(n int, proto string) bool {
	if !r.bound.Complete || r.bound.Has(n, proto) || r.Program.Mentions(n) {
		return false
	}
	for name, t := range r.setting.Env {
		if r.ignores(name) {
			continue // it is for nothing
		}
		if holdsNumber(t.Value, n) {
			return false
		}
	}
	return !slices.ContainsFunc(r.setting.Said, func(t manifest.Text) bool { return holdsNumber(t.Value, n) })
}

// holdsNumber reports whether a text has the number n in it, with no digit
// before or behind it.
func holdsNumber(text string, n int) bool {
	return slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }), strconv.Itoa(n))
}

// shown reports whether the image of a run, for which no Dockerfile is known,
// gives its program no flags that its container does not show: the arguments
// that the container has stand in the place of the image's, or the set has no
// Dockerfile, as where ko or a buildpack makes the image.
func (r *run) shown(set *manifest.Set) bool {
	if r.Container == nil || r.Container.Command.Open || r.Container.Args.Open || r.shortFlags() {
		return false
	}
	return len(r.Container.Args.Args) > 0 || len(set.Images) == 0 || r.Workload.Kind == "appengine" || r.Container.Build.Native != nil
}

// shortFlags reports whether a flag of r may be short for another.
func (r *run) shortFlags() bool {
	return slices.ContainsFunc(r.begin.Args, func(t manifest.Text) bool {
		return len(t.Value) == 2 && t.Value[0] == '-' && t.Value[1] != '-' || t.Open
	})
}
