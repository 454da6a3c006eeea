package recipe

import (
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// words is a list of texts, or one alone.
type words []string

func (w *words) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*w = words{n.Value}
		return nil
	}
	for _, c := range n.Content {
		if c.Kind == yaml.ScalarNode {
			*w = append(*w, c.Value)
		}
	}
	return nil
}

// release is what is read of a file of goreleaser.
type release struct {
	Project string `yaml:"project_name"`
	Builds  []struct {
		ID, Main, Dir, Binary string
		Builder               string
	}
	Dockers   []image
	DockersV2 []image `yaml:"dockers_v2"`
	Kos       []ko
}

type image struct {
	at         int
	IDs        words
	Dockerfile string
	Templates  words `yaml:"image_templates"`
	Images     words
}

type ko struct {
	at           int
	Build, Main  string
	Dir          string `yaml:"working_dir"`
	Repository   string
	Repositories words
	Bare         bool
	Base         bool `yaml:"base_import_paths"`
}

func (i *image) UnmarshalYAML(n *yaml.Node) error {
	type plain image
	i.at = n.Line
	return n.Decode((*plain)(i))
}

func (k *ko) UnmarshalYAML(n *yaml.Node) error {
	type plain ko
	k.at = n.Line
	return n.Decode((*plain)(k))
}

// goreleaser returns the images of a release.
func goreleaser(file string, text []byte) (out []Recipe, p *Problem) {
	p = each(text, func(r release) {
		dir := filepath.Dir(file)
		if base := filepath.Base(dir); base == ".github" || base == ".goreleaser" || base == "workflows" {
			return // run from another folder
		}
		type built struct {
			id string
			Program
		}
		var builds []built
		for _, b := range r.Builds {
			if b.Builder != "" && b.Builder != "go" {
				continue
			}
			binary, id := b.Binary, b.ID
			if binary == "" {
				binary = r.Project
			}
			if id == "" {
				id = r.Project
			}
			if from, ok := sourceDir(filepath.Join(dir, b.Dir), b.Main); ok && !strings.Contains(b.Dir, "{") {
				builds = append(builds, built{id, Program{Binary: filled(binary, r.Project), Dir: from}})
			}
		}
		if len(r.Builds) == 0 {
			builds = []built{{r.Project, Program{Binary: r.Project, Dir: dir}}}
		}
		of := func(ids []string) (programs []Program) {
			for _, b := range builds {
				if len(ids) == 0 || slices.Contains(ids, b.id) {
					programs = append(programs, b.Program)
				}
			}
			return programs
		}
		for _, d := range slices.Concat(r.Dockers, r.DockersV2) {
			rec := Recipe{File: file, Line: d.at, Tool: "goreleaser", Programs: of(d.IDs)}
			rec.Dockerfile = filepath.Join(dir, "Dockerfile")
			if d.Dockerfile != "" && !strings.Contains(d.Dockerfile, "{") {
				rec.Dockerfile = filepath.Join(dir, d.Dockerfile)
			}
			out = append(out, named(rec, slices.Concat(d.Templates, d.Images), r.Project)...)
		}
		for _, k := range r.Kos {
			rec := Recipe{File: file, Line: k.at, Tool: "ko", Programs: of(nil)}
			if k.Build != "" {
				rec.Programs = of([]string{k.Build})
			}
			if from, ok := sourceDir(filepath.Join(dir, k.Dir), k.Main); ok && k.Main != "" {
				rec.Programs = []Program{{Dir: from}}
			}
			repos := append(k.Repositories, k.Repository)
			if k.Base && len(rec.Programs) == 1 && rec.Programs[0].Dir != dir {
				for i, r := range repos {
					if r != "" {
						repos[i] = r + "/" + filepath.Base(rec.Programs[0].Dir)
					}
				}
			}
			if k.Bare || k.Base { // else the name ends in a hash
				out = append(out, named(rec, repos, r.Project)...)
			}
		}
	})
	return out, p
}

// named returns a recipe for each name of its image, or without one where none
// is known.
func named(r Recipe, names []string, project string) (out []Recipe) {
	for _, n := range names {
		n = Repository(filled(n, project))
		if Name(n) == "" {
			continue
		}
		with := r
		with.Image = n
		with.Last = strings.ContainsAny(n, "{$")
		if !slices.ContainsFunc(out, func(o Recipe) bool { return o.Image == n }) {
			out = append(out, with)
		}
	}
	if len(out) == 0 && r.Dockerfile != "" {
		out = append(out, r)
	}
	return out
}

// filled puts the name of the project where a template asks for it.
func filled(s, project string) string {
	if project == "" {
		return s
	}
	for _, ask := range []string{"{{ .ProjectName }}", "{{.ProjectName}}", "{{ .ProjectName}}", "{{.ProjectName }}"} {
		s = strings.ReplaceAll(s, ask, project)
	}
	return s
}
