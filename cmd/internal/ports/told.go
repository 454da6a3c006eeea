package ports

import (
	"net/url"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// What follows is about libraries that read a configuration by keys, and are told in
// one package by which variables to look for these, and asked in another.

// told is what all packages of a program tell such a library.
type told struct {
	analyzers.PlanTold
	keys map[string]*toldKey
}

// toldKey is what they tell about one key.
type toldKey struct {
	bound     bool
	variables []string
	origins   []analyzers.PlanOrigin
}

// toldBy puts together what packages tell; nil where they tell nothing.
func toldBy(pkgs []*driver.Planned) *told {
	t := &told{keys: make(map[string]*toldKey)}
	some := false
	for _, pkg := range pkgs {
		for _, o := range pkg.Told {
			some = true
			t.Open = t.Open || o.Open || t.Prefix != "" && o.Prefix != "" && t.Prefix != o.Prefix ||
				len(t.Replaced) > 0 && len(o.Replaced) > 0 && !slices.Equal(t.Replaced, o.Replaced)
			t.On, t.Files = t.On || o.On, t.Files || o.Files
			t.Calls, t.Prefixes = t.Calls+o.Calls, t.Prefixes+o.Prefixes
			t.Anywhere = t.Anywhere || o.Anywhere
			t.Folders, t.Names = append(t.Folders, o.Folders...), append(t.Names, o.Names...)
			if o.Prefix != "" {
				t.Prefix = o.Prefix
			}
			if len(o.Replaced) > 0 {
				t.Replaced = o.Replaced
			}
			for _, k := range o.Keys {
				have := t.keys[k.Key]
				if have == nil {
					have = &toldKey{}
					t.keys[k.Key] = have
				}
				have.bound = have.bound || k.Bound
				have.variables = append(have.variables, k.Variables...)
				have.origins = append(have.origins, k.Origins...)
			}
		}
	}
	t.Open = t.Open || t.Prefixes > 0 && t.Calls > t.Prefixes // of two, one has no prefix
	if !some {
		return nil
	}
	return t
}

// names returns the variables by which a key is looked for.
func (t *told) names(key string) []string {
	k := t.keys[key]
	switch {
	case t.Open, !t.On && (k == nil || !k.bound):
		return nil
	case k != nil && len(k.variables) > 0:
		return k.variables
	}
	return t.VariablesOf(key)
}

// complete adds to the origins of a host or port what the library has for the keys
// among them: variables, flags and defaults. A struct that it fills is known to be
// so by keys of which the packages tell something. part takes its part of a default
// that is a whole address.
func (t *told) complete(origins []analyzers.PlanOrigin, part func(host, port string) string) []analyzers.PlanOrigin {
	var out []analyzers.PlanOrigin
	add := func(more ...analyzers.PlanOrigin) {
		for _, o := range more {
			if !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	for _, o := range origins {
		key := strings.ToLower(o.Key)
		k := t.keys[key]
		if o.Kind != "config" || key == "" || o.Mixed || t.Open || !o.Asked && k == nil {
			add(o)
			continue
		}
		names := t.names(key)
		if len(names) > 0 {
			// Those that its package knew by itself may lack the prefix.
			wrong := func(o analyzers.PlanOrigin) bool {
				return o.Kind == "env" && o.Wins && !slices.Contains(names, o.Name)
			}
			out, origins = slices.DeleteFunc(out, wrong), slices.DeleteFunc(slices.Clone(origins), wrong)
		}
		if t.Files || len(names) == 0 && (k == nil || len(k.origins) == 0) {
			add(o)
		}
		for _, name := range names {
			add(analyzers.PlanOrigin{Kind: "env", Name: name, Wins: true})
		}
		if k == nil {
			continue
		}
		for _, o := range k.origins {
			// Package net, which would split this, makes each start by go vet dearer.
			if at, err := url.Parse("tcp://" + o.Text); o.Kind == "literal" && err == nil && at.Port() != "" {
				o.Text = part(at.Hostname(), at.Port())
			}
			add(o)
		}
	}
	return out
}
