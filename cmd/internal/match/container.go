package match

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about containers and processes: which program they run, by
// the Dockerfile that is named, or by the name of the image or file.

// repository cuts the tag and digest off an image.
func repository(image string) string { return recipe.Repository(image) }

// container returns the program that a container runs, and its image where
// that is built here.
func (m *Matcher) container(w *manifest.Workload, c *manifest.Container) (verdict, *manifest.Image) {
	if v, ok := m.mapped(w.File, c.Name, w.Name, c.Image.Value, repository(c.Image.Value)); ok {
		return v, nil
	}
	switch {
	case w.Kind == "process":
		return m.process(w, c), nil
	case w.Kind == "appengine":
		if p := m.recipeProgram(recipe.Program{Dir: filepath.Join(filepath.Dir(w.File), c.Build.Context.Value)}); p != nil {
			return verdict{program: p, why: "folder", alone: true}, nil
		}
		return verdict{why: "its folder holds no program here"}, nil
	case c.Build.Native != nil:
		v := m.of(c.Build.Native)
		switch {
		case v.program != nil:
			v.why, v.alone = "build command", true
		default:
			v.why = "its build command names no program here"
		}
		return v, nil
	case c.Build.Context.Set() || c.Build.File.Set() || w.Kind == "fly" && !c.Image.Set():
		v, img := m.built(w, c)
		return m.told(v, c, img), img
	}
	if p := m.goRun(entry.Begins(c, nil), w.File); p != nil {
		return verdict{program: p, why: "go run", alone: true}, nil
	}
	if w.Kind == "nomad" && !c.Image.Set() {
		return m.file(w, c), nil
	}
	if recipe.Name(c.Image.Value) == "" {
		if p := m.spoken(w, c); p != nil {
			return verdict{program: p, why: "command of the container, whose image is not known"}, nil
		}
		return verdict{program: nil, why: "its image is not known"}, nil
	}
	v := m.byImage(w, c)
	if p := m.byEntry(c); p != nil && v.program == nil && v.foreign {
		return verdict{program: p, why: "command of the container, and entry point of its Dockerfile"}, nil
	}
	if v.program == nil {
		if p := m.commanded(c); p != nil && !v.foreign {
			return verdict{program: p, why: "name of the image, and command of the container"}, nil
		}
		return v, nil
	}
	img := v.image
	if img == nil {
		img = m.imageOf(v.program)
	}
	told := m.told(v, c, img)
	told.image = img
	return told, nil
}

// commanded returns the one program that the command of a container names, of a
// module after which its image is called, or nil.
func (m *Matcher) commanded(c *manifest.Container) (found *ports.Program) {
	words, _ := entry.Unwrapped(c.Command.Args)
	run := base(words)
	for _, p := range m.plan.Programs {
		if run == "" || p.Binary() != run || !relatedTo(c.Image.Value, p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// told returns what becomes of v, the program of the image of a container, by
// the command that the container has: that may run another program of the image.
func (m *Matcher) told(v verdict, c *manifest.Container, img *manifest.Image) verdict {
	if !c.Command.Set() && (img == nil || img.Entrypoint.Set() || !c.Args.Set()) || v.foreign {
		return v
	}
	begin := entry.Begins(c, img)
	words, _ := entry.Unwrapped(begin.Words())
	run := base(words)
	if _, ok := begin.GoRun(); ok || IsRunner(run) || strings.HasSuffix(run, ".sh") && c.Build.Context.Set() {
		return v
	}
	var others []made
	if img != nil {
		others = m.madeOf(img)
		if s, _ := entry.In(img, begin); s != nil {
			return v
		}
	}
	if manifest.IsShell(run) {
		if v.program != nil && (begin.Open || m.mentions(words[1:], v.program, recipe.Name(c.Image.Value))) {
			return v
		}
		for _, o := range others {
			if m.mentions(words[1:], o.program) {
				return verdict{program: o.program, why: "command of the container, and go build in its Dockerfile"}
			}
		}
		return verdict{why: "its command runs a shell, and does not name the program"}
	}
	switch {
	case v.program != nil && (run == v.program.Binary() || run == recipe.Name(c.Image.Value)):
		return v
	case v.program != nil && len(others) < 2 && img != nil && (slices.Contains(m.entriesOf(img), run) || slices.ContainsFunc(img.Outputs, func(t manifest.Text) bool { return path.Base(t.Value) == run })):
		return v
	}
	for _, o := range others {
		if o.calledOneOf([]string{run}) {
			return verdict{program: o.program, why: "command of the container, and go build in its Dockerfile"}
		}
	}
	if v.program == nil && img != nil {
		if p := m.copied(img, run); p != nil {
			return verdict{program: p, why: "command of the container, and COPY in its Dockerfile"}
		}
	}
	return verdict{why: fmt.Sprintf("its command runs %q, which is no program here", run)}
}

// copied returns the one program that is called like a file which is copied into
// an image, built by what its Dockerfile does not show, or nil.
func (m *Matcher) copied(img *manifest.Image, file string) (found *ports.Program) {
	if !slices.ContainsFunc(img.Copies, func(c manifest.Copy) bool { return path.Base(c.From) == file }) {
		return nil
	}
	for _, p := range m.plan.Programs {
		if p.Binary() != file || !m.near(img.File, p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// mentions reports whether a word of a command may be the file of p, which may be called
// otherwise, too, or is not known.
func (m *Matcher) mentions(args []manifest.Text, p *ports.Program, otherwise ...string) bool {
	names := append(otherwise, p.Binary())
	if img := m.imageOf(p); img != nil {
		for _, out := range img.Outputs {
			names = append(names, path.Base(out.Value))
		}
		names = append(names, m.entriesOf(img)...)
	}
	for _, a := range args {
		if a.Open {
			return true
		}
		for _, w := range strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(" \t\n;&|()\"'", r) }) {
			if slices.Contains(names, path.Base(w)) {
				return true
			}
		}
	}
	return false
}

// IsRunner reports whether a file builds and starts a program, or what else a
// file of its own says, when sources change.
func IsRunner(file string) bool { return runners[path.Base(file)] }

var runners = map[string]bool{
	"air": true, "reflex": true, "CompileDaemon": true, "modd": true, "gow": true, "dlv": true, "make": true, "task": true, "just": true,
	"watchexec": true, "nodemon": true, "fresh": true, "realize": true, "arelo": true,
}

// built returns the program of a container whose Dockerfile is named, or is
// the one of the folder.
func (m *Matcher) built(w *manifest.Workload, c *manifest.Container) (verdict, *manifest.Image) {
	if c.Build.Context.Open || c.Build.File.Open {
		return verdict{program: nil, why: "its build context is not known"}, nil
	}
	dir := filepath.Join(filepath.Dir(w.File), c.Build.Context.Value)
	name := "Dockerfile"
	if c.Build.File.Set() {
		name = c.Build.File.Value
	}
	file := m.fromAbove(w, c, abs(filepath.Join(dir, name)))
	for _, img := range m.set.Images {
		if oneFile(img.File, file) {
			if c.Build.Stage.Open {
				return verdict{why: "the stage that is wanted of its Dockerfile is not known"}, nil
			}
			if w.Kind == "compose" || w.Kind == "render" {
				img = m.given(img, c.Build.Args)
			}
			if c.Build.Stage.Set() {
				if img = img.Stages[strings.ToLower(c.Build.Stage.Value)]; img == nil {
					return verdict{why: fmt.Sprintf("its Dockerfile has no stage %q", c.Build.Stage.Value)}, nil
				}
			}
			v := m.of(img)
			if v.foreign && c.Build.Mounted {
				v = verdict{why: "a folder of the machine is mounted, from which it may run anything"}
			}
			return v, img
		}
	}
	if w.Kind == "fly" {
		if p := m.recipeProgram(recipe.Program{Dir: dir}); p != nil {
			return verdict{program: p, why: "folder"}, nil
		}
	}
	return verdict{program: nil, why: "its Dockerfile was not found"}, nil
}

// fromAbove returns the Dockerfile that is called like file, which may be seen from
// a folder above the manifest: that of Render is the repository, and that of Fly
// the one that it is run in.
func (m *Matcher) fromAbove(w *manifest.Workload, c *manifest.Container, file string) string {
	if w.Kind != "render" && (w.Kind != "fly" || c.Build.File.Set()) {
		return file
	}
	dir := abs(filepath.Dir(w.File))
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return file
	}
	for {
		at := filepath.Join(dir, rel)
		if slices.ContainsFunc(m.set.Images, func(img *manifest.Image) bool { return abs(img.File) == at }) {
			return at
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || filepath.Dir(dir) == dir {
			return file
		}
		dir = filepath.Dir(dir)
	}
}

// process returns the program of a process of a Procfile: Heroku builds each
// into bin, under the name of its folder.
func (m *Matcher) process(w *manifest.Workload, c *manifest.Container) verdict {
	dir := abs(filepath.Dir(w.File))
	words := c.Command.Args
	if len(words) > 2 && words[0].Value == "go" && words[1].Value == "run" {
		target := words[2].Value
		if strings.HasSuffix(target, ".go") {
			target = filepath.Dir(target)
		}
		for _, p := range m.plan.Programs {
			if abs(p.Dir) == filepath.Join(dir, target) {
				return verdict{program: p, why: "go run"}
			}
		}
	}
	run := base(words)
	// Buildpacks of Google call what they build main, wherever it is.
	built := len(words) > 0 && strings.HasPrefix(words[0].Value, "/layers/google.go.build/bin/")
	var same []*ports.Program
	for _, p := range m.plan.Programs {
		if run != "" && p.Binary() == run && within(abs(p.Dir), dir) || built && abs(p.Dir) == dir {
			same = append(same, p)
		}
	}
	if len(same) == 1 {
		return verdict{program: same[0], why: "name of the process's file"}
	}
	return verdict{program: nil, why: fmt.Sprintf("its command runs %q, which is no program here", run)}
}

// file returns the program of a task that runs a file: the one that is called
// like it.
func (m *Matcher) file(w *manifest.Workload, c *manifest.Container) verdict {
	run := base(c.Command.Args)
	var same []*ports.Program
	for _, p := range m.plan.Programs {
		if run != "" && p.Binary() == run && m.near(w.File, p) {
			same = append(same, p)
		}
	}
	if len(same) == 1 {
		return verdict{program: same[0], why: "name of the task's file"}
	}
	if run == "" {
		return verdict{why: "its command is not known"}
	}
	return verdict{why: fmt.Sprintf("its command runs %q, which is no program here", run)}
}

// byEntry returns the program in the file that a container runs, as the
// Dockerfiles here put it into their images, where the image has a name that only
// stands for one, as kustomize puts another in its place: "controller".
func (m *Matcher) byEntry(c *manifest.Container) (found *ports.Program) {
	if strings.Contains(c.Image.Value, "/") || len(c.Command.Args) == 0 || !path.IsAbs(c.Command.Args[0].Value) {
		return nil
	}
	file := c.Command.Args[0].Value
	for _, img := range m.set.Images {
		p := m.images[img].program
		if begin := entry.Begins(nil, img); len(begin.Args) == 0 || begin.Args[0].Value != file {
			p = m.holds(img, file)
		}
		if p == nil {
			continue
		}
		if found != nil && found != p {
			return nil
		}
		found = p
	}
	return found
}

// rival returns a Dockerfile of the same module that runs another program than
// p, where there is none for p: an image called like p may well be made by it.
func (m *Matcher) rival(p *ports.Program) (file string, q *ports.Program) {
	if m.imageOf(p) != nil {
		return "", nil
	}
	for _, img := range m.set.Images {
		switch v := m.images[img]; {
		case img.ByArgument:
		case v.program == p:
			return "", nil
		case v.program != nil && v.program.ModuleDir == p.ModuleDir && q == nil:
			file, q = img.File, v.program
		}
	}
	return file, q
}

// byImage returns the program of an image that is only named.
func (m *Matcher) byImage(w *manifest.Workload, c *manifest.Container) verdict {
	if v, ok := m.byRecipe(c.Image.Value, w.File); ok {
		return v
	}
	name := recipe.Name(c.Image.Value)
	var found []*ports.Program
	add := func(p *ports.Program) {
		if p != nil && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	why := "name of the image"
	// A Compose project here may build the same image.
	for _, other := range m.set.Workloads {
		for _, o := range other.Containers {
			if o.Build.Context.Set() && recipe.Name(o.Image.Value) != "" && repository(o.Image.Value) == repository(c.Image.Value) {
				v, _ := m.built(other, o)
				add(v.program)
				why = "Compose builds this image"
			}
		}
	}
	if len(found) == 0 {
		for _, p := range m.plan.Programs {
			if same(p.Name, name) || same(p.Binary(), name) {
				add(p)
			}
		}
	}
	if len(found) == 1 && why == "name of the image" {
		if file, q := m.rival(found[0]); q != nil {
			return verdict{program: nil, why: fmt.Sprintf("its image %q may be that of %s, which runs %s; say which with -program %s=NAME", c.Image.Value, file, q.Name, repository(c.Image.Value))}
		}
	}
	if len(found) == 0 {
		for _, img := range m.set.Images {
			if p := m.images[img].program; p != nil && slices.ContainsFunc(m.madeOf(img), func(f made) bool {
				return f.program == p && slices.ContainsFunc(f.names, func(n string) bool { return same(n, name) })
			}) {
				add(p)
				why = "name of the file that its Dockerfile builds"
			}
		}
	}
	if len(found) == 0 {
		p, reason := m.byModule(name)
		if p == nil && len(c.Ports)+len(c.Probes) > 0 {
			p, reason = m.listens(name), "name of the module, of which no other program listens"
		}
		if p != nil {
			add(p)
			why = reason
		}
	}
	if len(found) == 0 {
		// Some keep all their programs in one repository of a registry.
		tag := strings.TrimPrefix(strings.TrimPrefix(c.Image.Value, repository(c.Image.Value)), ":")
		for _, p := range m.plan.Programs {
			if p.Binary() == tag && path.Base(path.Dir(p.Path)) == name {
				add(p)
				why = "tag of the image"
			}
		}
	}
	if len(found) == 0 {
		p, reason := m.byParts(c.Image.Value)
		add(p)
		why = reason
	}
	if len(found) == 0 {
		for img, v := range m.images {
			if v.program != nil && filepath.Base(abs(filepath.Dir(img.File))) == name {
				add(v.program)
				why = "folder of the Dockerfile"
			}
		}
	}
	switch {
	case len(found) == 1:
		return verdict{program: found[0], why: why}
	case len(found) > 1:
		return verdict{program: nil, why: fmt.Sprintf("its image %q may be one of several programs; say which with -program %s=NAME", c.Image.Value, repository(c.Image.Value))}
	}
	if m.related(c.Image.Value) {
		return verdict{program: nil, why: fmt.Sprintf("its image %q is called like the module, but not like a program; say which with -program %s=NAME", c.Image.Value, repository(c.Image.Value))}
	}
	return verdict{program: nil, why: fmt.Sprintf("its image %q is that of no program here", c.Image.Value), foreign: true}
}

// base returns the name of the file that a command runs, "" where that is not
// known.
func base(words []manifest.Text) string {
	if len(words) == 0 || words[0].Open {
		return ""
	}
	return path.Base(words[0].Value)
}
