package deploy

import (
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/values"
)

// configured returns what the configuration files of a program say, by their
// keys: of those that objects of the repository hold and its container mounts, and
// those that its image has from there, where the program, or its command line or
// environment, names the file or the folder that has no other. What two files say
// differently is left out.
func (r *run) configured() map[string]manifest.Text {
	out := make(map[string]manifest.Text)
	twice := make(map[string]bool)
	for _, f := range r.files {
		if !values.Readable(f.Path) || !r.opens(f) {
			continue
		}
		all, ok := values.Read(f.Path, f.Text.Value)
		if !ok {
			return nil
		}
		for key, v := range all {
			if old, there := out[key]; there && old.Value != v.Text {
				twice[key] = true
			}
			t := manifest.Text{Position: f.Text.Position, Value: v.Text, Open: strings.ContainsAny(v.Text, "${«")}
			if v.Line > 0 && f.Below >= 0 {
				t.Line, t.Column = f.Below+v.Line, 1
			}
			out[key] = t
		}
	}
	for key := range twice {
		delete(out, key)
	}
	return out
}

// overlaid returns the variables that are called like keys of which it is not
// known which ones count: many programs have such variables win over their files, by
// ways of their own.
func (r *run) overlaid() map[string]manifest.Text {
	out := make(map[string]manifest.Text)
	for key := range r.setting.Config {
		if r.Program.HasVariable(key) {
			continue
		}
		words := wordsOf(key)
		for name, t := range r.setting.Env {
			of := wordsOf(name)
			if more := len(of) - len(words); more < 0 || !slices.Equal(of[more:], words) || len(words) == 1 && more > 0 && !r.isItsOwn(of[:more]) {
				continue
			}
			if _, twice := out[key]; twice {
				t.Open = true
			}
			out[key] = t
		}
	}
	return out
}

// wordsOf takes the name of a key or variable apart.
func wordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return strings.ContainsRune("._-", c) })
}

// isItsOwn reports whether words are the name of the program of r, or that of its
// module.
func (r *run) isItsOwn(words []string) bool {
	return slices.Equal(words, wordsOf(r.Program.Binary())) || slices.Equal(words, wordsOf(path.Base(r.Program.Module)))
}

// loads gives the program of r the variables of the files of these that it reads,
// but for those that are set already. Libraries have them by their keys as well.
func (r *run) loads() {
	for _, f := range r.files {
		envs := f.Variables()
		if len(envs) == 0 || !r.opens(f) {
			continue
		}
		for _, e := range envs {
			if _, set := r.setting.Env[e.Name]; !set {
				r.setting.Env[e.Name] = e.Value
			}
			if r.setting.Config == nil {
				r.setting.Config = make(map[string]manifest.Text)
			}
			r.setting.Config[strings.ToLower(e.Name)] = e.Value
		}
	}
}

// opens reports whether the program of r is told to read f.
func (r *run) opens(f manifest.File) bool {
	home := "/" // relative names begin there
	if r.Image != nil {
		home = path.Join(home, r.Image.Workdir)
	}
	is := func(name string) bool { return name == f.Path || name != "" && path.Join(home, name) == f.Path }
	named := func(text string) bool {
		_, value, joined := strings.Cut(text, "=")
		return is(text) || joined && is(value)
	}
	for _, t := range r.setting.Env {
		if named(t.Value) {
			return true
		}
	}
	if slices.ContainsFunc(r.setting.Said, func(t manifest.Text) bool { return named(t.Value) }) {
		return true
	}
	dir := path.Dir(f.Path)
	names, dirs := []string{f.Path}, []string{dir}
	if rel, ok := strings.CutPrefix(f.Path, strings.TrimSuffix(home, "/")+"/"); ok {
		names, dirs = append(names, rel, "./"+rel), append(dirs, path.Dir(rel), "./"+path.Dir(rel))
	}
	beside := slices.ContainsFunc(r.files, func(o manifest.File) bool {
		return o.Path != f.Path && values.Readable(o.Path) && path.Dir(o.Path) == dir
	})
	return slices.ContainsFunc(names, r.Program.Names) ||
		slices.ContainsFunc(dirs, func(dir string) bool {
			may, sure := r.Program.LooksIn(dir, path.Base(f.Path))
			return !beside && r.Program.Names(dir) || may && (sure || r.alike(f) == 1)
		})
}

// alike returns how many files there are that are called like f, but for the ends.
func (r *run) alike(f manifest.File) (n int) {
	name := func(f manifest.File) string { return strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path)) }
	for _, o := range r.files {
		if name(o) == name(f) {
			n++
		}
	}
	return n
}

// shipped returns the configuration files of the repository that the image of r
// holds, but for those that something is put over.
func (r *run) shipped() []manifest.File {
	if r.Image == nil || r.Workload != nil && !r.inPod() && !slices.Contains([]string{"compose", "knative", "fly", "heroku", "render", "ecs"}, r.Workload.Kind) {
		return nil
	}
	return entry.Shipped(r.Image, r.hidden)
}

// hidden reports whether the container of r puts something over a file of its image.
func (r *run) hidden(file string) bool {
	return r.Container != nil && slices.ContainsFunc(r.Container.Over, func(at string) bool {
		at = path.Clean("/" + at)
		return at == "/" || at == file || strings.HasPrefix(file, at+"/")
	})
}
