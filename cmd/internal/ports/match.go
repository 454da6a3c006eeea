package ports

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// Mapping says by hand which program a manifest is about.
type Mapping struct {
	// What is the file of a manifest, the name of a workload or container, or
	// an image without its tag.
	What    string
	Program string // the name or import path of the program, or its folder
	Dir     string // that folder as an absolute path, "" where Program is none
	At      string // the place in a file that says it, "" where a flag does
}

// Run is one container, process or image, and the program that it runs.
type Run struct {
	Workload  *manifest.Workload  // nil of an image by itself
	Container *manifest.Container // likewise
	Image     *manifest.Image     // nil where no Dockerfile is known
	Program   *Program            // nil where it is not known which
	Why       string              // how it is known, or why it is not
	Foreign   bool                // it is known to run none of these programs
	setting   setting
	bound     bound
}

// what names the run for a message.
func (r *Run) what() string {
	switch {
	case r.Workload == nil:
		return "image " + r.Image.File
	case r.Workload.Kind == "compose":
		return "Compose service " + r.Workload.Name
	case r.Workload.Kind == "process":
		return "process " + r.Workload.Name
	case r.Workload.Kind == "fly":
		return "app " + r.Workload.Name
	case r.Container.Name == "" || r.Container.Name == r.Workload.Name:
		return r.Workload.Kind + " " + r.Workload.Name
	}
	return fmt.Sprintf("container %s of %s %s", r.Container.Name, r.Workload.Kind, r.Workload.Name)
}

// position returns where the run is written.
func (r *Run) position() manifest.Position {
	if r.Workload == nil {
		return manifest.Position{File: r.Image.File, Line: 1, Column: 1}
	}
	return r.Container.Position
}

// matcher finds out which program a manifest is about.
type matcher struct {
	plan     *Plan
	set      *manifest.Set
	mappings []Mapping
	images   map[*manifest.Image]verdict
}

// verdict is an answer of the matcher, with its reason.
type verdict struct {
	program *Program
	why     string
	foreign bool // it is none of these programs
}

// match finds out which program each container, process and image runs. The
// error names a mapping of a program that does not exist, if a flag says it: a
// file is there for all programs, also when only some are named.
func match(plan *Plan, set *manifest.Set, mappings []Mapping) ([]*Run, error) {
	m := &matcher{plan: plan, set: set, mappings: mappings, images: make(map[*manifest.Image]verdict)}
	for _, mp := range mappings {
		if mp.At == "" && m.target(mp) == nil {
			return nil, fmt.Errorf("%s=%s: no such program; the programs are %s", mp.What, mp.Program, m.names())
		}
	}
	for _, img := range set.Images {
		m.images[img] = m.image(img)
	}
	var runs []*Run
	for _, w := range set.Workloads {
		for _, c := range w.Containers {
			v, img := m.container(w, c)
			if img == nil {
				img = m.imageOf(v.program)
			}
			runs = append(runs, &Run{Workload: w, Container: c, Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
		}
	}
	for _, img := range set.Images {
		v := m.images[img]
		runs = append(runs, &Run{Image: img, Program: v.program, Why: v.why, Foreign: v.foreign})
	}
	for _, r := range runs {
		if r.Program == nil {
			continue
		}
		r.setting = settingOf(r.Workload, r.Container, r.Image)
		if r.Image == nil && m.hidden(r.Program) {
			r.setting.envOpen = true
		}
		r.bound = r.setting.binds(r.Program)
	}
	return runs, nil
}

// names lists the programs for an error.
func (m *matcher) names() string {
	var ns []string
	for _, p := range m.plan.Programs {
		ns = append(ns, p.Name)
	}
	if len(ns) == 0 {
		return "none"
	}
	return strings.Join(ns, ", ")
}

// named returns the program of a name or import path, or nil.
func (m *matcher) named(name string) *Program {
	for _, p := range m.plan.Programs {
		if p.Name == name || p.Path == name {
			return p
		}
	}
	return nil
}

// target returns the program of a mapping, or nil.
func (m *matcher) target(mp Mapping) *Program {
	if mp.Dir == "" {
		return m.named(mp.Program)
	}
	for _, p := range m.plan.Programs {
		if abs(p.Dir) == mp.Dir {
			return p
		}
	}
	return nil
}

// mapped returns what the user says of a manifest in file, or of a part of it
// with one of these names, of which the first counts most. A flag wins over a
// file. ok is false when nothing is said.
func (m *matcher) mapped(file string, names ...string) (v verdict, ok bool) {
	for _, byFlag := range []bool{true, false} {
		for _, name := range append(names, file) {
			for _, mp := range m.mappings {
				if byFlag != (mp.At == "") || name == "" || mp.What != name && (name != file || abs(mp.What) != abs(file)) {
					continue
				}
				p := m.target(mp)
				switch {
				case mp.At == "":
					return verdict{program: p, why: "you say so"}, true
				case p != nil:
					return verdict{program: p, why: mp.At + " says so"}, true
				}
				return verdict{program: nil, why: fmt.Sprintf("%s says %s, which is none of these programs", mp.At, mp.Program), foreign: mp.Dir != ""}, true
			}
		}
	}
	return verdict{}, false
}

// hidden reports whether a Dockerfile that belongs to no program known sets a
// variable that decides about a port of p: it may be that of p.
func (m *matcher) hidden(p *Program) bool {
	for img, v := range m.images {
		if v.program != nil {
			continue
		}
		for _, e := range img.Env {
			for _, l := range p.Listeners {
				for _, o := range slices.Concat(l.Host, l.Port) {
					if o.Kind == "env" && o.Name == e.Name {
						return true
					}
				}
			}
		}
	}
	return false
}

// imageOf returns the one image of a program.
func (m *matcher) imageOf(p *Program) *manifest.Image {
	var found *manifest.Image
	for _, img := range m.set.Images {
		if p != nil && m.images[img].program == p {
			if found != nil {
				return nil
			}
			found = img
		}
	}
	return found
}

// binary returns the name that go build gives the program.
func (p *Program) binary() string {
	name := path.Base(p.Path)
	if isMajor(name) {
		name = path.Base(path.Dir(p.Path))
	}
	return name
}

// image returns the program that a Dockerfile is about.
func (m *matcher) image(img *manifest.Image) verdict {
	if v, ok := m.mapped(img.File); ok {
		return v
	}
	entries := entriesOf(img)
	var found []*Program
	var byEntry []*Program
	for i, t := range img.Targets {
		if t.Open {
			continue
		}
		for _, p := range m.plan.Programs {
			if !m.builds(img, t.Value, p) {
				continue
			}
			if !slices.Contains(found, p) {
				found = append(found, p)
			}
			out := path.Base(img.Outputs[i].Value)
			if (slices.Contains(entries, out) || slices.Contains(entries, p.binary())) && !slices.Contains(byEntry, p) {
				byEntry = append(byEntry, p)
			}
		}
	}
	switch {
	case len(found) == 1:
		return verdict{program: found[0], why: "go build in the Dockerfile"}
	case len(found) > 1 && len(byEntry) == 1:
		return verdict{program: byEntry[0], why: "go build and entry point of the Dockerfile"}
	case len(found) > 1:
		return verdict{program: nil, why: "it builds several programs, and the entry point is none of them; say which with -program " + img.File + "=NAME"}
	}
	if named, open := targetsOf(img); named && !open {
		return verdict{program: nil, why: "it builds none of these programs", foreign: true}
	}
	if !slices.ContainsFunc(m.plan.Programs, func(p *Program) bool { return m.near(img.File, p) }) {
		return verdict{program: nil, why: "it is beside the modules of these programs", foreign: true}
	}
	var same []*Program
	for _, p := range m.plan.Programs {
		if slices.Contains(entries, p.binary()) && m.near(img.File, p) {
			same = append(same, p)
		}
	}
	if len(same) == 1 {
		return verdict{program: same[0], why: "entry point of the Dockerfile"}
	}
	return verdict{program: nil, why: "it is not known which program it is for; say which with -program " + img.File + "=NAME"}
}

// targetsOf reports whether an image builds a package by name, and whether it
// may build others: the folder it is in, which may be any, or what is not
// known. Tools that it installs at a version are no programs of a repository.
func targetsOf(img *manifest.Image) (named, open bool) {
	for _, t := range img.Targets {
		switch {
		case t.Open || t.Value == "." || strings.HasSuffix(t.Value, ".go") && path.Base(t.Value) == t.Value:
			open = true
		case !strings.Contains(t.Value, "@"):
			named = true
		}
	}
	return named, open
}

// entriesOf returns the names of the files that an image may run: that of its
// entry point, or the words of the line that a shell runs.
func entriesOf(img *manifest.Image) (names []string) {
	c := img.Entrypoint
	if !c.Set() {
		c = img.Cmd
	}
	if c.Set() && !c.Shell.Set() {
		if b := base(c.Args); b != "" {
			names = append(names, b)
		}
	}
	for _, w := range strings.Fields(c.Shell.Value) {
		names = append(names, path.Base(strings.Trim(w, `"';&|()`)))
	}
	return names
}

// near reports whether a file is in the module of a program, or around it.
func (m *matcher) near(file string, p *Program) bool {
	dir := abs(filepath.Dir(file))
	mod := abs(p.ModuleDir)
	return within(dir, mod) || within(mod, dir)
}

func abs(dir string) string {
	if a, err := filepath.Abs(dir); err == nil {
		return a
	}
	return dir
}

// within reports whether a folder is below another, or the same.
func within(dir, of string) bool {
	rel, err := filepath.Rel(of, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// builds reports whether target, in a Dockerfile, is the program p. It is
// relative to some folder of the build context: that of the file, or one above
// it, or the module's.
func (m *matcher) builds(img *manifest.Image, target string, p *Program) bool {
	if target == p.Path {
		return true
	}
	if !m.near(img.File, p) {
		return false
	}
	pdir, mod, dir := abs(p.Dir), abs(p.ModuleDir), abs(filepath.Dir(img.File))
	target = strings.TrimSuffix(strings.TrimSuffix(target, "/"), "/*")
	if strings.HasSuffix(target, ".go") {
		target = filepath.Dir(target)
	}
	if filepath.IsAbs(target) { // in the image: its end tells
		rel, err := filepath.Rel(mod, pdir)
		return err == nil && rel != "." && strings.HasSuffix(target, "/"+filepath.ToSlash(rel))
	}
	if target != "." && !strings.HasPrefix(target, "./") && !strings.HasPrefix(target, "cmd") && !strings.Contains(target, "/") {
		return false
	}
	if filepath.Join(mod, target) == pdir && (target != "." || within(dir, mod)) {
		return true
	}
	if target == "." {
		return dir == pdir
	}
	for d := dir; within(d, mod); d = filepath.Dir(d) {
		if filepath.Join(d, target) == pdir {
			return true
		}
		if filepath.Dir(d) == d {
			break
		}
	}
	return false
}

// imageName cuts an image down to its last part, without tag and digest.
func imageName(image string) string {
	image, _, _ = strings.Cut(image, "@")
	image = path.Base(image)
	image, _, _ = strings.Cut(image, ":")
	return image
}

// repository cuts the tag and digest off an image.
func repository(image string) string {
	image, _, _ = strings.Cut(image, "@")
	if i := strings.LastIndexByte(image, ':'); i > strings.LastIndexByte(image, '/') {
		image = image[:i]
	}
	return image
}

// container returns the program that a container runs, and its image where
// that is built here.
func (m *matcher) container(w *manifest.Workload, c *manifest.Container) (verdict, *manifest.Image) {
	if v, ok := m.mapped(w.File, c.Name, w.Name, c.Image.Value, repository(c.Image.Value)); ok {
		return v, nil
	}
	switch {
	case w.Kind == "process":
		return m.process(w, c), nil
	case c.Build.Context.Set() || c.Build.File.Set() || w.Kind == "fly" && !c.Image.Set():
		return m.built(w, c)
	}
	if !c.Image.Set() || c.Image.Open {
		return verdict{program: nil, why: "its image is not known"}, nil
	}
	v := m.byImage(c)
	if v.program == nil || !c.Command.Set() {
		return v, nil
	}
	// The image may hold more than one program.
	run := base(c.Command.Args)
	img := m.imageOf(v.program)
	switch {
	case shells[run]:
		if !c.Command.Open && !m.mentions(slices.Concat(c.Command.Args[1:], c.Args.Args), v.program) {
			return verdict{program: nil, why: "its command runs a shell, and does not name the program"}, nil
		}
		return v, nil
	case run == v.program.binary() || run == imageName(c.Image.Value):
		return v, nil
	case img != nil && (slices.Contains(entriesOf(img), run) || slices.ContainsFunc(img.Outputs, func(t manifest.Text) bool { return path.Base(t.Value) == run })):
		return v, nil
	}
	return verdict{program: nil, why: fmt.Sprintf("its command runs %q, which is no program here", run)}, nil
}

// mentions reports whether a word of a command may be the file of p, or is not
// known.
func (m *matcher) mentions(args []manifest.Text, p *Program) bool {
	names := []string{p.binary()}
	if img := m.imageOf(p); img != nil {
		for _, out := range img.Outputs {
			names = append(names, path.Base(out.Value))
		}
		names = append(names, entriesOf(img)...)
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

var shells = map[string]bool{"sh": true, "bash": true, "ash": true, "dash": true}

// built returns the program of a container whose Dockerfile is named, or is
// the one of the folder.
func (m *matcher) built(w *manifest.Workload, c *manifest.Container) (verdict, *manifest.Image) {
	if c.Build.Context.Open || c.Build.File.Open {
		return verdict{program: nil, why: "its build context is not known"}, nil
	}
	dir := filepath.Join(filepath.Dir(w.File), c.Build.Context.Value)
	name := "Dockerfile"
	if c.Build.File.Set() {
		name = c.Build.File.Value
	}
	file := abs(filepath.Join(dir, name))
	for _, img := range m.set.Images {
		if abs(img.File) == file {
			return m.images[img], img
		}
	}
	if w.Kind == "fly" {
		var here []*Program
		for _, p := range m.plan.Programs {
			if abs(p.Dir) == abs(dir) {
				here = append(here, p)
			}
		}
		if len(here) == 1 {
			return verdict{program: here[0], why: "folder"}, nil
		}
	}
	return verdict{program: nil, why: "its Dockerfile was not found"}, nil
}

// process returns the program of a process of a Procfile: Heroku builds each
// into bin, under the name of its folder.
func (m *matcher) process(w *manifest.Workload, c *manifest.Container) verdict {
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
	var same []*Program
	for _, p := range m.plan.Programs {
		if run != "" && p.binary() == run && within(abs(p.Dir), dir) {
			same = append(same, p)
		}
	}
	if len(same) == 1 {
		return verdict{program: same[0], why: "name of the process's file"}
	}
	return verdict{program: nil, why: fmt.Sprintf("its command runs %q, which is no program here", run)}
}

// rival returns a Dockerfile of the same module that runs another program than
// p, where there is none for p: an image called like p may well be made by it.
func (m *matcher) rival(p *Program) (file string, q *Program) {
	for _, img := range m.set.Images {
		switch v := m.images[img]; {
		case v.program == p:
			return "", nil
		case v.program != nil && v.program.ModuleDir == p.ModuleDir && q == nil:
			file, q = img.File, v.program
		}
	}
	return file, q
}

// byImage returns the program of an image that is only named.
func (m *matcher) byImage(c *manifest.Container) verdict {
	name := imageName(c.Image.Value)
	var found []*Program
	add := func(p *Program) {
		if p != nil && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	why := "name of the image"
	// A Compose project here may build the same image.
	for _, w := range m.set.Workloads {
		for _, o := range w.Containers {
			if o.Build.Context.Set() && o.Image.Set() && !o.Image.Open && repository(o.Image.Value) == repository(c.Image.Value) {
				v, _ := m.built(w, o)
				add(v.program)
				why = "Compose builds this image"
			}
		}
	}
	if len(found) == 0 {
		for _, p := range m.plan.Programs {
			if p.Name == name || p.binary() == name {
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
	return verdict{program: nil, why: fmt.Sprintf("its image %q is that of no program here", c.Image.Value), foreign: true}
}
