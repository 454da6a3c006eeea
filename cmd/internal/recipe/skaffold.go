package recipe

import (
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"
)

// artifact is an image that Skaffold builds.
type artifact struct {
	at      int
	Image   string
	Context string
	Docker  *struct {
		Dockerfile string
		Args       map[string]string `yaml:"buildArgs"`
	}
	Ko     *struct{ Main, Dir string }
	Bazel  *struct{ Target string }
	Jib    *struct{ Type string }
	Custom *struct {
		Command string `yaml:"buildCommand"`
	}
	Packs *struct{ Env words } `yaml:"buildpacks"`
}

func (a *artifact) UnmarshalYAML(n *yaml.Node) error {
	type plain artifact
	a.at = n.Line
	return n.Decode((*plain)(a))
}

// skaffold returns the images that a project builds, also those of its
// profiles.
func skaffold(file string, text []byte) (out []Recipe, p *Problem) {
	type build struct{ Artifacts []artifact }
	type project struct {
		Build    build
		Profiles []struct{ Build build }
	}
	dir := filepath.Dir(file)
	p = each(text, func(s project) {
		all := s.Build.Artifacts
		for _, p := range s.Profiles {
			all = append(all, p.Build.Artifacts...)
		}
		for _, a := range all {
			if a.Image == "" || strings.ContainsAny(a.Image+a.Context, "{$") {
				continue
			}
			context := filepath.Join(dir, filepath.FromSlash(a.Context))
			r := Recipe{File: file, Line: a.at, Tool: "Skaffold", Image: Repository(a.Image)}
			switch {
			case a.Ko != nil:
				if from, ok := sourceDir(filepath.Join(context, a.Ko.Dir), a.Ko.Main); ok {
					r.Programs = []Program{{Dir: from}}
				}
			case a.Packs != nil:
				r.Programs = packed(context, a.Packs.Env)
			case a.Bazel != nil || a.Jib != nil || a.Custom != nil:
				continue
			default:
				r.Dockerfile = filepath.Join(context, "Dockerfile")
				if a.Docker != nil {
					r.Args = a.Docker.Args
				}
				if a.Docker != nil && a.Docker.Dockerfile != "" {
					r.Dockerfile = filepath.Join(context, filepath.FromSlash(a.Docker.Dockerfile))
				}
			}
			out = append(out, r)
		}
	})
	return out, p
}
