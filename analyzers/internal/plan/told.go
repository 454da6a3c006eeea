package plan

import "github.com/portvet/portvet/analyzers/internal/origin"

// Told is what a package tells a library that reads a configuration by keys: whether
// and how it looks for them in the environment.
type Told struct {
	On       bool      `json:",omitempty"` // it looks for all keys
	Open     bool      `json:",omitempty"` // by names that are not known
	Files    bool      `json:",omitempty"` // it reads files, or what else is not known
	Prefix   string    `json:",omitempty"`
	Replaced []string  `json:",omitempty"` // pairs, as strings.NewReplacer takes them
	Calls    int       `json:",omitempty"` // how often it is told to look for all
	Prefixes int       `json:",omitempty"` // and how often a prefix
	Keys     []ToldKey `json:",omitempty"`
	Folders  []string  `json:",omitempty"` // where it looks for files
	Anywhere bool      `json:",omitempty"` // or in folders that are not known
	Names    []string  `json:",omitempty"` // how these are called, without their ends
}

// ToldKey is what a package tells such a library about one key.
type ToldKey struct {
	Key       string
	Bound     bool     `json:",omitempty"` // it is looked for in the environment
	Variables []string `json:",omitempty"` // by these names, where they are said
	Origins   []Origin `json:",omitempty"` // flags and defaults
}

// VariablesOf returns the variable by which the library looks for a key of which nothing
// else is said; none where nobody can set it.
func (t Told) VariablesOf(key string) []string { return origin.Variables(t.Prefix, t.Replaced, key) }

// told writes down what p tells.
func told(all []origin.Told) (out []Told) {
	for _, t := range all {
		w := Told{On: t.On, Open: t.Open, Files: t.Files, Prefix: t.Prefix, Replaced: t.Replaced, Calls: t.Calls, Prefixes: t.Prefixes, Folders: t.Folders, Anywhere: t.Anywhere, Names: t.Names}
		for _, k := range t.Keys {
			w.Keys = append(w.Keys, ToldKey{Key: k.Key, Bound: k.Bound, Variables: k.Variables, Origins: origins(k.Value)})
		}
		out = append(out, w)
	}
	return out
}
