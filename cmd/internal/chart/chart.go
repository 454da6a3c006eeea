// Package chart renders the templates of Helm charts, as helm does that is given
// no values: what a chart says by default, line by line with the places in its
// templates. What somebody has to choose is a Hole.
package chart

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template/parse"

	"go.yaml.in/yaml/v3"
)

// Hole stands for a value that differs between the values of a chart.
const Hole = "\u00abtemplate\u00bb"

// maxFile is how large a file of a chart may be, and what a template prints.
const maxFile = 4 << 20

// Chart is a Helm chart.
type Chart struct {
	dir     string
	about   map[string]any // of Chart.yaml, with keys as templates have them
	values  map[string]any
	defined map[string]*parse.Tree // templates that its files define
}

// Of returns the folder of the chart that a file is a template of, or "".
func Of(file string) string {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		if filepath.Base(dir) == "templates" && exists(filepath.Join(above, "Chart.yaml")) {
			return above
		}
	}
}

func exists(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular() && info.Size() <= maxFile
}

// Malformed is the error of a file of a chart that is no YAML.
type Malformed struct {
	File string
	Text []byte
	Err  error
}

func (m *Malformed) Error() string { return m.File + ": " + m.Err.Error() }

// Read reads the chart in dir. The error is that of the system, or a *Malformed.
func Read(dir string) (*Chart, error) {
	c := &Chart{dir: dir}
	about, err := mapping(filepath.Join(dir, "Chart.yaml"))
	if err != nil {
		return nil, err
	}
	if c.values, err = values(dir); err != nil {
		return nil, err
	}
	c.about = make(map[string]any)
	for key, v := range about {
		c.about[strings.ToUpper(key[:1])+key[1:]] = v // appVersion is AppVersion
	}
	c.defined = make(map[string]*parse.Tree)
	for _, file := range c.definitions() {
		for name, t := range read(file) {
			if name != file {
				c.defined[name] = t
			}
		}
	}
	return c, nil
}

// definitions returns the files that may define what the templates of the chart
// include: its own, and those of charts in and above it.
func (c *Chart) definitions() (files []string) {
	dirs := []string{c.dir}
	if parent := above(c.dir); parent != "" {
		dirs = append(dirs, parent)
	}
	below, _ := filepath.Glob(filepath.Join(c.dir, "charts", "*"))
	for _, dir := range append(below, dirs...) {
		for _, pattern := range []string{"*.tpl", "*.yaml", "*.yml", "*/*.tpl"} {
			found, _ := filepath.Glob(filepath.Join(dir, "templates", pattern))
			files = append(files, slices.DeleteFunc(found, func(f string) bool { return !exists(f) })...)
		}
	}
	return files
}

// above returns the folder of the chart that has the one in dir in its charts,
// or "".
func above(dir string) string {
	parent := filepath.Dir(filepath.Dir(dir))
	if filepath.Base(filepath.Dir(dir)) == "charts" && exists(filepath.Join(parent, "Chart.yaml")) {
		return parent
	}
	return ""
}

// values returns the values of the chart in dir by default, with those that a
// chart above it sets.
func values(dir string) (map[string]any, error) {
	own := filepath.Join(dir, "values.yaml")
	v, err := mapping(own)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if parent := above(dir); parent != "" {
		from, err := values(parent)
		if err != nil {
			return nil, err
		}
		if set, ok := from[filepath.Base(dir)].(map[string]any); ok {
			v = merged(v, set)
		}
		if global, ok := from["global"].(map[string]any); ok {
			v = merged(v, map[string]any{"global": global})
		}
	}
	for _, pattern := range []string{"values*.yaml", "values*.yml", "*-values.yaml", "values/*.yaml"} {
		others, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, file := range others {
			if other, err := mapping(file); err == nil && file != own {
				differ(v, other)
			}
		}
	}
	return v, nil
}

// mapping reads a file of YAML that holds a mapping.
func mapping(file string) (map[string]any, error) {
	out := make(map[string]any)
	if !exists(file) {
		return out, fs.ErrNotExist
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(text, &out); err != nil {
		return nil, &Malformed{file, text, err}
	}
	return out, nil
}

// differ puts a Hole into v for each text and number for which other has
// another.
func differ(v, other map[string]any) {
	for key, o := range other {
		switch own := v[key].(type) {
		case map[string]any:
			if below, ok := o.(map[string]any); ok {
				differ(own, below)
			}
		case string, int, float64:
			if own != o {
				v[key] = Hole
			}
		}
	}
}

// Render returns what a template of the chart prints, and for each line of that
// the line of the template, counting from 1. ok is false where that cannot be
// told, as of functions and definitions that are not known.
func (c *Chart) Render(file string, text []byte) (out []byte, lines []int, ok bool) {
	out, lines, err := c.render(file, text)
	return out, lines, err == nil
}

func (c *Chart) render(file string, text []byte) (out []byte, lines []int, err error) {
	set, err := parsed(file, string(text))
	if err != nil {
		return nil, nil, err
	}
	t := set[file]
	mark(t.Root, text)
	data, err := c.data()
	if err != nil {
		return nil, nil, err
	}
	r := &run{Chart: c, out: &limited{}, vars: []variable{{"$", data}}}
	if err := r.list(data, t.Root); err != nil {
		return nil, nil, err
	}
	out, lines = unmarked(r.out.Bytes())
	return out, lines, nil
}

// data is what templates see.
func (c *Chart) data() (map[string]any, error) {
	values, err := copied(c.values) // templates may change them
	name, _ := c.about["Name"].(string)
	version := map[string]any{"Version": "v1.33.0", "GitVersion": "v1.33.0", "Major": "1", "Minor": "33"}
	return map[string]any{
		"Values": values, "Chart": c.about,
		"Release":      map[string]any{"Name": "release-name", "Namespace": "default", "Service": "Helm", "Revision": 1, "IsInstall": true, "IsUpgrade": false},
		"Template":     map[string]any{"Name": name + "/templates/", "BasePath": name + "/templates"},
		"Capabilities": map[string]any{"KubeVersion": version, "APIVersions": map[string]any{"Has": function(hasAPI)}, "HelmVersion": map[string]any{"Version": "v3.18.0"}},
		"Files":        map[string]any{"Get": function(c.file), "Glob": function(someFiles)},
		"Subcharts":    map[string]any{},
	}, err
}

// hasAPI reports whether a cluster has an API: what belongs to Kubernetes.
func hasAPI(args arguments) (any, error) {
	group, _, _ := strings.Cut(args.text(0), "/")
	return !strings.Contains(group, ".") || strings.HasSuffix(group, ".k8s.io"), nil
}

// someFiles stands for the files of a pattern, whose texts together are a Hole.
func someFiles(arguments) (any, error) {
	all := function(func(arguments) (any, error) { return Hole, nil })
	return map[string]any{"AsConfig": all, "AsSecrets": all}, nil
}

// file returns the text of a file beside the templates, "" where there is none.
func (c *Chart) file(args arguments) (any, error) {
	name := args.text(0)
	if !filepath.IsLocal(name) || !exists(filepath.Join(c.dir, name)) {
		return "", nil
	}
	text, err := os.ReadFile(filepath.Join(c.dir, name))
	return string(text), err
}
