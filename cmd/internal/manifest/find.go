package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/malformed"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// maxSize is how large a manifest may be. What is larger is generated, and
// takes seconds to read.
const maxSize = 4 << 20

// samples are the folders whose manifests are for tests and samples.
var samples = map[string]bool{
	"test": true, "tests": true, "testing": true, "testdata": true, "e2e": true, "integration": true,
	"example": true, "examples": true, "_example": true, "_examples": true, "sample": true, "samples": true,
	"demo": true, "demos": true, "hack": true, "mock": true, "mocks": true, "fixtures": true,
}

// Config says where to look.
type Config struct {
	// Roots are folders that are searched, with all below them.
	Roots []string
	// Named are files and folders that the user has named: they are read
	// whatever they are called, and wherever they are.
	Named []string
	// Samples includes the manifests of tests and samples.
	Samples bool
	// Input is what was read from standard input, which Stdin among Named
	// stands for. Of Roots, only what says which image is which program is
	// read beside it.
	Input []byte
}

// Stdin names standard input.
const Stdin = "-"

// Find reads all manifests. It goes on after whatever cannot be read; that is
// among the problems, one line each.
func Find(cfg Config) *Set {
	s := &Set{}
	f := finder{set: s, seen: make(map[string]bool), samples: cfg.Samples}
	f.builds = slices.Contains(cfg.Named, Stdin)
	for _, root := range cfg.Roots {
		f.walk(root, false)
	}
	f.builds = false
	for _, n := range cfg.Named {
		if n == Stdin {
			s.input(cfg.Input)
			continue
		}
		info, err := os.Stat(n)
		switch {
		case err != nil:
			f.problem(n, err)
		case info.IsDir():
			f.samples = true
			f.walk(n, true)
			f.samples = cfg.Samples
		default:
			f.file(n, true)
		}
	}
	s.extend()
	s.complete()
	s.kustomize()
	s.fillIn()
	for _, a := range s.apps {
		for _, w := range s.Workloads {
			if w.Kind == "process" && filepath.Dir(w.File) == a.dir {
				w.Containers[0].Env = append(w.Containers[0].Env, a.env)
			}
		}
	}
	return s
}

type finder struct {
	set     *Set
	seen    map[string]bool
	samples bool
	builds  bool // only what says how images are made is wanted
}

// walk reads the manifests in and below a folder.
func (f *finder) walk(root string, named bool) {
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.problem(path, err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			name := d.Name()
			if path != root && (skipped(name) || !f.samples && samples[name]) {
				return fs.SkipDir
			}
		default:
			f.file(path, false)
		}
		return nil
	})
	if err != nil {
		f.problem(root, err)
	}
}

// format is what a file seems to be, by its name.
func format(name string) string {
	base := strings.ToLower(filepath.Base(name))
	ext := filepath.Ext(base)
	yaml := ext == ".yaml" || ext == ".yml"
	switch {
	case recipe.Kind(name) != "":
		return "recipe"
	case ext == ".nomad", strings.HasSuffix(base, ".nomad.hcl"):
		return "nomad"
	case base == "procfile":
		return "procfile"
	case base == "app.json":
		return "app.json"
	case base == "fly.toml", strings.HasPrefix(base, "fly.") && ext == ".toml":
		return "fly.toml"
	case base == "dockerfile", base == "containerfile", ext == ".dockerfile", (strings.HasPrefix(base, "dockerfile-") || strings.HasPrefix(base, "dockerfile_")) && ext == "",
		strings.HasPrefix(base, "dockerfile.") && !yaml && !notDockerfile[ext]:
		return "dockerfile"
	case yaml && (strings.HasPrefix(base, "docker-compose") || strings.HasPrefix(base, "compose")), base == "swarm.yml", base == "docker-stack.yml":
		return "compose"
	case base == "heroku.yml":
		return "heroku.yml"
	case base == "app.yaml", strings.HasPrefix(base, "app.") && yaml:
		return "app.yaml"
	case base == "render.yaml" || base == "render.yml":
		return "render.yaml"
	case isKustomization(base):
		return "kustomization"
	case yaml:
		return "yaml"
	case ext == ".hcl" || ext == ".json":
		return ext[1:]
	}
	return ""
}

// notDockerfile are the ends of the names of files that are about Dockerfiles.
var notDockerfile = map[string]bool{
	".go": true, ".md": true, ".txt": true, ".dockerignore": true, ".tmpl": true, ".tpl": true, ".json": true, ".sh": true, ".py": true, ".j2": true,
	".js": true, ".ts": true, ".map": true, ".css": true, ".html": true, ".svg": true, ".png": true, ".lua": true, ".vim": true, // what colours them in an editor or a page
}

// Skips reports whether a search of root passes over dir, a folder below it,
// because of what it is called.
func Skips(root, dir string) bool {
	if r, err := filepath.Abs(root); err == nil {
		root = r
	}
	if d, err := filepath.Abs(dir); err == nil {
		dir = d
	}
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return true
	}
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(rel), "/"), func(name string) bool {
		return name != "." && (skipped(name) || samples[name])
	})
}

func skipped(name string) bool {
	return strings.HasPrefix(name, ".") || name == "node_modules" || name == "vendor"
}

// file reads one file, once. A file that was not named is passed over when its
// name or text is not that of a manifest.
func (f *finder) file(path string, named bool) {
	kind := format(path)
	if kind == "" {
		if named {
			f.set.Problems = append(f.set.Problems, Problem{Position{File: path},
				"not a manifest by its name; portvet reads Dockerfiles, Compose and other YAML files, Procfiles, app.json, fly.toml, render.yaml, Nomad's .nomad and .hcl, and Consul's .hcl and .json"})
		}
		return
	}
	if f.builds && kind != "dockerfile" && kind != "recipe" {
		return
	}
	info, err := os.Stat(path)
	if err != nil {
		f.problem(path, err)
		return
	}
	if !info.Mode().IsRegular() {
		if named {
			f.set.Problems = append(f.set.Problems, Problem{Position{File: path}, "not a regular file"})
		}
		return
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		if abs, err := filepath.Abs(real); err == nil {
			if f.seen[abs] {
				return
			}
			f.seen[abs] = true
		}
	}
	if info.Size() > maxSize {
		if kind != "json" || named {
			f.set.Problems = append(f.set.Problems, Problem{Position{File: path}, fmt.Sprintf("not read: larger than %d MB", maxSize>>20)})
		}
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		f.problem(path, err)
		return
	}
	f.set.Files = append(f.set.Files, path)
	f.set.read(path, kind, text)
}

// read adds what a file says.
func (s *Set) read(path, kind string, text []byte) {
	// A parser that odd input makes crash must not cost the other files.
	defer func() {
		if r := recover(); r != nil {
			s.Problems = append(s.Problems, Problem{Position{File: path}, fmt.Sprintf("portvet crashed on this file, please report it: %v", r)})
		}
	}()
	switch kind {
	case "dockerfile":
		s.dockerfile(path, text)
	case "compose":
		s.compose(path, text)
	case "yaml":
		if bytes.Contains(text, []byte("kind")) {
			s.kubernetes(path, text)
		}
	case "kustomization":
		s.kustomization(path, text)
	case "heroku.yml":
		s.herokuYML(path, text)
	case "app.yaml":
		if appEngine().Match(text) {
			s.appEngine(path, text)
		} else if bytes.Contains(text, []byte("kind")) {
			s.kubernetes(path, text)
		}
	case "render.yaml":
		if isBlueprint(text) {
			s.render(path, text)
		} else if bytes.Contains(text, []byte("kind")) {
			s.kubernetes(path, text)
		}
	case "procfile":
		s.procfile(path, text)
	case "app.json":
		s.appJSON(path, text)
	case "fly.toml":
		s.fly(path, text)
	case "recipe":
		recipes, problem := recipe.Read(path, recipe.Kind(path), text)
		s.Recipes = append(s.Recipes, recipes...)
		if problem != nil {
			s.Problems = append(s.Problems, Problem{Position{File: path, Line: problem.Line}, problem.Message})
		}
	case "nomad":
		s.nomad(path, text)
	case "json", "hcl":
		switch {
		case kind == "hcl" && isNomad(text):
			s.nomad(path, text)
		case kind == "json" && taskDefinition().Match(text):
			s.ecs(path, text)
		case kind == "json" && isObject(text):
			if line, message := malformed.JSON(text); message != "" && !bytes.Contains(text, []byte("{{")) {
				s.Problems = append(s.Problems, Problem{Position{File: path, Line: line}, "malformed JSON: " + message})
				return
			}
			s.kubernetes(path, bytes.ReplaceAll(text, []byte("\t"), []byte(" "))) // YAML has no tabs
		case isConsul(text):
			s.consul(Text{Position: Position{path, 1, 1}}, text, kind == "json", func(line, column int) Position { return Position{path, line, column} })
		}
	}
}

// apiVersion finds what only an object of Kubernetes in JSON has.
var apiVersion = lazy.Regexp(`"apiVersion"\s*:\s*"[^"]+"`)

// isObject reports whether a text is an object of Kubernetes in JSON.
func isObject(text []byte) bool {
	text = bytes.TrimSpace(text)
	return bytes.HasPrefix(text, []byte("{")) && apiVersion().Match(text) && bytes.Contains(text, []byte(`"kind"`))
}

// problem notes that a file cannot be read.
func (f *finder) problem(path string, err error) {
	p := Problem{Position: Position{File: path}, Message: err.Error()}
	var perr *fs.PathError
	if errors.As(err, &perr) {
		p.Message = perr.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Message = "no such file or folder"
	case errors.Is(err, syscall.ELOOP):
		p.Message = "symbolic links lead round in a circle"
	case errors.Is(err, fs.ErrPermission):
		p.Message = "no permission to read it"
	}
	if !slices.Contains(f.set.Problems, p) {
		f.set.Problems = append(f.set.Problems, p)
	}
}
