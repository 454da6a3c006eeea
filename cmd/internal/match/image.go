package match

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about images: which program a Dockerfile builds and runs.

// Hidden reports whether a Dockerfile that belongs to no program known sets a
// variable that decides about a port of p: it may be that of p.
func (m *Matcher) Hidden(p *ports.Program) bool {
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

// imageOf returns the one image of a program: what a Dockerfile makes, or else
// one of its stages.
func (m *Matcher) imageOf(p *ports.Program) *manifest.Image {
	if p == nil {
		return nil
	}
	var whole, stages []*manifest.Image
	for _, img := range m.set.Images {
		if m.images[img].program == p {
			whole = append(whole, img)
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(img.Stages)) {
			if stage := img.Stages[name]; stage != img && (stage.Entrypoint.Set() || stage.Cmd.Set()) && m.of(stage).program == p {
				stages = append(stages, stage)
			}
		}
	}
	switch {
	case len(whole) == 1:
		return whole[0]
	case len(whole) == 0 && len(stages) == 1:
		return stages[0]
	case len(whole)+len(stages) == 0:
		return m.byArgument(p)
	}
	return nil
}

// byArgument returns the image of p that the one Dockerfile makes which takes the
// name of a program for an argument, or nil.
func (m *Matcher) byArgument(p *ports.Program) (found *manifest.Image) {
	for _, img := range m.set.Images {
		if m.images[img].program != nil || !m.near(img.File, p) {
			continue
		}
		for _, t := range img.Targets {
			names := manifest.Command{Shell: t}.References()
			if !t.Open || len(names) != 1 {
				continue
			}
			made := m.given(img, map[string]string{names[0]: p.Binary()})
			if made == img || m.of(made).program != p {
				continue
			}
			if found != nil && found.File != img.File {
				return nil
			}
			found = made
		}
	}
	return found
}

// given returns an image as it is built with arguments.
func (m *Matcher) given(img *manifest.Image, args map[string]string) *manifest.Image {
	key := img.File
	for _, name := range slices.Sorted(maps.Keys(args)) {
		key += "\x00" + name + "=" + args[name]
	}
	if m.withArgs[key] == nil {
		m.withArgs[key] = img.Given(args)
	}
	return m.withArgs[key]
}

// of returns the program that an image, or a stage, is about.
func (m *Matcher) of(img *manifest.Image) verdict {
	v, ok := m.images[img]
	if !ok {
		m.Scripts[img], _ = entry.In(img, entry.Begins(nil, img))
		v = m.image(img)
		m.images[img] = v
	}
	return v
}

// image returns the program that a Dockerfile is about.
func (m *Matcher) image(img *manifest.Image) verdict {
	if v, ok := m.mapped(img.File); ok {
		return v
	}
	entries := m.entriesOf(img)
	found := m.madeOf(img)
	var byEntry []*ports.Program
	for _, f := range found {
		if f.calledOneOf(entries) {
			byEntry = append(byEntry, f.program)
		}
	}
	switch {
	case len(found) == 1:
		return verdict{program: found[0].program, why: "go build in the Dockerfile"}
	case len(found) > 1 && len(byEntry) == 1:
		return verdict{program: byEntry[0], why: "go build and entry point of the Dockerfile"}
	}
	if v, ok := m.packed(img); ok {
		return v
	}
	if len(found) > 1 {
		return verdict{program: nil, why: "it builds several programs, and the entry point is none of them; say which with -program " + img.File + "=NAME"}
	}
	if named, open := targetsOf(img); named && !open {
		return verdict{program: nil, why: "it builds none of these programs", foreign: true}
	}
	// What it builds is named by an argument, and it stands beside one program.
	if i := slices.IndexFunc(m.plan.Programs, func(p *ports.Program) bool { return abs(p.Dir) == abs(filepath.Dir(img.File)) }); i >= 0 && len(img.Targets) > 0 {
		return verdict{program: m.plan.Programs[i], why: "go build in the Dockerfile, and its folder"}
	}
	if !slices.ContainsFunc(m.plan.Programs, func(p *ports.Program) bool { return m.near(img.File, p) }) {
		return verdict{program: nil, why: "it is beside the modules of these programs", foreign: true}
	}
	var alike, module []*ports.Program
	for _, p := range m.plan.Programs {
		if !m.near(img.File, p) {
			continue
		}
		if slices.Contains(entries, p.Binary()) || slices.Contains(entries, folderOf(p)) && folderOf(p) != "" {
			alike = append(alike, p)
		}
		if p.Module != "" && (slices.Contains(entries, moduleName(p.Module)) || slices.Contains(entries, bareName(p.Module))) && !m.plan.Partial[p.ModuleDir] {
			module = append(module, p)
		}
	}
	if len(alike) == 0 && len(img.Targets) == 0 {
		if alike = m.makeFile(img, entries); len(alike) == 0 {
			alike = m.makesFile(img, entries)
		}
	}
	switch {
	case len(alike) == 1:
		return verdict{program: alike[0], why: "entry point of the Dockerfile"}
	case len(alike) == 0 && len(module) == 1:
		return verdict{program: module[0], why: "entry point of the Dockerfile, and the module has no other program"}
	}
	if p := m.copiedFrom(img); p != nil {
		return verdict{program: p, why: "the folder that its entry point is copied from"}
	}
	if file := ofOthers(img); file != "" {
		return verdict{program: nil, why: fmt.Sprintf("it runs %q, which is of the image that it begins with", file), foreign: true}
	}
	return verdict{program: nil, why: "it is not known which program it is for; say which with -program " + img.File + "=NAME"}
}

// makeFile returns the programs that other Dockerfiles near img build to files of
// these names.
func (m *Matcher) makeFile(img *manifest.Image, names []string) (out []*ports.Program) {
	for _, other := range m.set.Images {
		for _, f := range m.madeOf(other) {
			if f.calledOneOf(names) && m.near(img.File, f.program) && !slices.Contains(out, f.program) {
				out = append(out, f.program)
			}
		}
	}
	return out
}

// ofOthers returns the file that an image runs by its name alone, where nothing
// is built for it or copied into it that is called so, or "".
func ofOthers(img *manifest.Image) string {
	words, _ := entry.Unwrapped(entry.Begins(nil, img).Words())
	file := base(words)
	if file == "" || words[0].Value != file || len(img.Targets) > 0 || manifest.IsShell(file) || IsRunner(file) || file == "go" || img.Base.Open || img.MayHold(file) {
		return ""
	}
	return file
}

// copiedFrom returns the one program in the folder of the repository from which
// the file is copied that an image runs, or nil.
func (m *Matcher) copiedFrom(img *manifest.Image) (found *ports.Program) {
	words, _ := entry.Unwrapped(entry.Begins(nil, img).Words())
	if base(words) == "" {
		return nil
	}
	file := words[0].Value
	if !path.IsAbs(file) {
		file = path.Join("/", img.Workdir, file)
	}
	for _, from := range img.Origins(file) {
		dir := path.Dir(path.Clean(from))
		if path.Base(dir) == path.Base(file) {
			dir = path.Dir(dir) // what it is copied to is a folder
		}
		if path.IsAbs(from) || dir == "." || strings.HasPrefix(dir, "..") {
			continue // of another stage, or from anywhere
		}
		for _, p := range m.plan.Programs {
			if !within(abs(p.Dir), filepath.Join(abs(filepath.Dir(img.File)), filepath.FromSlash(dir))) {
				continue
			}
			if found != nil && found != p || m.plan.Partial[p.ModuleDir] {
				return nil
			}
			found = p
		}
	}
	return found
}

// made is a program that an image is built with, and what its file may be called.
type made struct {
	program *ports.Program
	names   []string
}

func (f made) calledOneOf(names []string) bool {
	return slices.ContainsFunc(f.names, func(n string) bool { return slices.Contains(names, n) })
}

// madeOf returns the programs that an image is built with, as far as its
// Dockerfile names them.
func (m *Matcher) madeOf(img *manifest.Image) (out []made) {
	for i, t := range img.Targets {
		if t.Open {
			continue
		}
		here := []string{t.Value}
		if i < len(img.Sources) && !slices.ContainsFunc(m.plan.Programs, func(p *ports.Program) bool { return m.builds(img, t.Value, p) }) {
			here = img.Sources[i]
		}
		for _, p := range m.plan.Programs {
			if !slices.ContainsFunc(here, func(target string) bool { return m.builds(img, target, p) }) {
				continue
			}
			j := slices.IndexFunc(out, func(f made) bool { return f.program == p })
			if j < 0 {
				j = len(out)
				out = append(out, made{p, []string{p.Binary()}})
			}
			if name := path.Base(img.Outputs[i].Value); img.Outputs[i].Set() && img.Outputs[i].Value != "" {
				out[j].names = append(out[j].names, name)
			}
		}
	}
	return out
}

// holds returns the program that an image is built with and has in a file, or nil.
func (m *Matcher) holds(img *manifest.Image, file string) *ports.Program {
	there := len(img.Origins(file)) > 0 || slices.ContainsFunc(img.Outputs, func(t manifest.Text) bool { return t.Value == file })
	for _, f := range m.madeOf(img) {
		if there && f.calledOneOf([]string{path.Base(file)}) {
			return f.program
		}
	}
	return nil
}

// spoken returns the one program near a manifest that is a file which the command
// of a container names, or nil.
func (m *Matcher) spoken(w *manifest.Workload, c *manifest.Container) (found *ports.Program) {
	for _, word := range append(c.Command.Words(), c.Args.Words()...) {
		if word.Open || strings.HasPrefix(word.Value, "-") || !strings.Contains(word.Value, "/") {
			continue
		}
		for _, p := range m.plan.Programs {
			if p.Binary() != path.Base(word.Value) || !m.near(w.File, p) || p == found {
				continue
			}
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}

// targetsOf reports whether an image builds a package by name, and whether it
// may build others: the folder it is in, which may be any, or what is not
// known. Tools that it installs at a version are no programs of a repository.
func targetsOf(img *manifest.Image) (named, open bool) {
	for _, t := range img.Targets {
		switch {
		case t.Open || t.Value == "." || strings.HasSuffix(t.Value, "...") || strings.HasSuffix(t.Value, ".go") && path.Base(t.Value) == t.Value:
			open = true
		case !strings.Contains(t.Value, "@"):
			named = true
		}
	}
	return named, open
}

// entriesOf returns the names of the files that an image may run: those of its
// entry point, and what it starts where that is a script of the repository.
func (m *Matcher) entriesOf(img *manifest.Image) []string {
	names := Entries(img)
	if sh := m.Scripts[img]; sh != nil {
		for _, s := range sh.Alone(img).Starts {
			if len(s.Words) > 0 && !s.Words[0].Open {
				names = append(names, path.Base(s.Words[0].Value))
			}
		}
	}
	return names
}

// Entries returns the names of the files that the entry point of an image
// may be: the file that it runs, or the words of the line that a shell runs.
func Entries(img *manifest.Image) (names []string) {
	begin := entry.Begins(nil, img)
	begin.Args, _ = entry.Unwrapped(begin.Args)
	c := begin
	if line, ok := begin.InShell(); ok {
		for _, w := range strings.Fields(line.Value) {
			names = append(names, path.Base(strings.Trim(w, `"';&|()`)))
		}
		c.Args = nil
	} else if b := base(c.Args); b != "" {
		names = append(names, b)
	}
	// A file may have another name where it was copied from.
	if len(c.Args) > 0 {
		file := c.Args[0].Value
		if !path.IsAbs(file) {
			file = path.Join("/", img.Workdir, file)
		}
		for _, from := range img.Origins(file) {
			names = append(names, path.Base(from))
		}
	}
	return names
}

// near reports whether a file is in the module of a program, or around it.
func (m *Matcher) near(file string, p *ports.Program) bool {
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

// oneFile reports whether two files are one, by another way for a link: a Dockerfile
// is read once.
func oneFile(a, b string) bool {
	if abs(a) == abs(b) {
		return true
	}
	x, err := filepath.EvalSymlinks(a)
	y, err2 := filepath.EvalSymlinks(b)
	return err == nil && err2 == nil && abs(x) == abs(y)
}

// within reports whether a folder is below another, or the same.
func within(dir, of string) bool {
	rel, err := filepath.Rel(of, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// builds reports whether target, in a Dockerfile, is the program p. It is
// relative to some folder of the build context: that of the file, or one above
// it, or the module's.
func (m *Matcher) builds(img *manifest.Image, target string, p *ports.Program) bool {
	if target == p.Path {
		return true
	}
	if !m.near(img.File, p) {
		return false
	}
	pdir, mod, dir := abs(p.Dir), abs(p.ModuleDir), abs(filepath.Dir(img.File))
	if above, all := strings.CutSuffix(target, "/..."); all {
		return (above != "." || within(dir, mod)) && !filepath.IsAbs(above) && within(pdir, filepath.Join(mod, above))
	}
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
	if filepath.Join(mod, target) == pdir && (target != "." || within(dir, mod) && !otherModule(dir, mod)) {
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

// otherModule reports whether a folder in a module is part of another one, that
// is in it.
func otherModule(dir, mod string) bool {
	for ; dir != mod && within(dir, mod); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return true
		}
	}
	return false
}
