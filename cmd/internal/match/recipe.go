package match

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about what build tools say: which image is made of which
// program.

// recipeProgram returns the program that a recipe names, or nil. Where a
// buildpack makes it of a folder, the folder's project.toml may name another.
func (m *Matcher) recipeProgram(p recipe.Program) *ports.Program {
	if p.Path == "" && p.Dir != "" {
		for _, r := range m.set.Recipes {
			if r.Tool == "buildpacks" && len(r.Programs) == 1 && r.Programs[0] != p && abs(filepath.Dir(r.File)) == abs(p.Dir) {
				p = r.Programs[0]
				break
			}
		}
	}
	for _, q := range m.plan.Programs {
		if p.Path != "" && q.Path == p.Path || p.Path == "" && p.Dir != "" && abs(q.Dir) == abs(p.Dir) {
			return q
		}
	}
	return nil
}

// says tells where a recipe is, for a reason.
func says(r recipe.Recipe) string {
	return fmt.Sprintf("%s, %s:%d", r.Tool, filepath.Base(r.File), r.Line)
}

// among returns the one program that a recipe may run, by the names of files
// where there are several. all reports whether each of its programs is known.
func (m *Matcher) among(r recipe.Recipe, entries []string) (p *ports.Program, all bool) {
	var found, byEntry []*ports.Program
	all = true
	for _, built := range r.Programs {
		q := m.recipeProgram(built)
		if q == nil {
			all = false
			continue
		}
		if !slices.Contains(found, q) {
			found = append(found, q)
		}
		if (slices.Contains(entries, built.Binary) || built.Binary == "" && slices.Contains(entries, q.Binary())) && !slices.Contains(byEntry, q) {
			byEntry = append(byEntry, q)
		}
	}
	switch {
	case len(byEntry) == 1:
		return byEntry[0], all
	case len(found) == 1 && all:
		return found[0], true
	}
	return nil, all
}

// packed returns what build tools say of a Dockerfile that builds nothing by
// itself: what they put into it.
func (m *Matcher) packed(img *manifest.Image) (v verdict, ok bool) {
	for _, r := range m.set.Recipes {
		if r.Dockerfile == "" || abs(r.Dockerfile) != abs(img.File) || len(r.Programs) == 0 {
			continue
		}
		p, all := m.among(r, m.entriesOf(img))
		switch {
		case p != nil && v.program != nil && v.program != p:
			return verdict{}, false
		case p != nil:
			v, ok = verdict{program: p, why: says(r)}, true
		case all && len(r.Programs) > 1:
			return verdict{}, false
		}
	}
	return v, ok
}

// byRecipe returns what ko and the build tools of the repository say of an
// image. ok is false where they say nothing.
func (m *Matcher) byRecipe(image, file string) (v verdict, ok bool) {
	if target, isKo := strings.CutPrefix(image, "ko://"); isKo {
		target = recipe.Repository(target)
		for _, p := range m.plan.Programs {
			if p.Path == target || strings.HasPrefix(target, "./") && abs(p.Dir) == abs(filepath.Join(p.ModuleDir, filepath.FromSlash(target))) {
				return verdict{program: p, why: "ko"}, true
			}
		}
		return verdict{why: fmt.Sprintf("its image %q is a package that is none of these programs", image), foreign: true}, true
	}
	// A name as a whole says more than its last part.
	for _, whole := range []bool{true, false} {
		var last recipe.Recipe
		foreign := false
		for _, r := range m.nearest(image, file) {
			if r.Image == "" || whole && (r.Last || r.Image != recipe.Repository(image)) || !whole && recipe.Name(r.Image) != recipe.Name(image) {
				continue
			}
			p, img, isForeign := m.made(r)
			if p == nil && r.Tool == "make" {
				continue // its lines may be about other folders
			}
			last = r
			foreign = foreign || isForeign
			switch {
			case p == nil:
			case v.program != nil && v.program != p:
				return verdict{why: fmt.Sprintf("its image %q may be one of several programs; say which with -program %s=NAME", image, repository(image))}, true
			default:
				v = verdict{program: p, why: says(r), image: img}
			}
		}
		switch {
		case v.program != nil:
			return v, true
		case last.File != "" && foreign:
			return verdict{why: says(last) + " makes it of none of these programs", foreign: true}, true
		case last.File != "" && whole:
			return verdict{why: says(last) + " makes it, but it is not known of which program"}, true
		}
	}
	return verdict{}, false
}

// nearest returns the recipes that are beside a manifest or above it, if some of
// these make an image of this name, and all of them otherwise.
func (m *Matcher) nearest(image, file string) []recipe.Recipe {
	var here []recipe.Recipe
	for _, r := range m.set.Recipes {
		if r.Image == recipe.Repository(image) && within(abs(filepath.Dir(file)), abs(filepath.Dir(r.File))) {
			here = append(here, r)
		}
	}
	if len(here) > 0 {
		return here
	}
	return m.set.Recipes
}

// made returns the program that the image of a recipe runs, and the image where
// a Dockerfile makes it; foreign reports that it is none of these.
func (m *Matcher) made(r recipe.Recipe) (p *ports.Program, img *manifest.Image, foreign bool) {
	if r.Dockerfile != "" {
		for _, img := range m.set.Images {
			if oneFile(img.File, r.Dockerfile) {
				img = m.given(img, r.Args)
				v := m.of(img)
				if r.Entry != "" && !slices.Contains(m.entriesOf(img), r.Entry) {
					p = m.runsFile(r)
					return p, nil, false // the image as the tool changes it
				}
				return v.program, img, v.foreign
			}
		}
	}
	p, all := m.among(r, nil)
	return p, nil, p == nil && !all && len(r.Programs) == 1
}

// runsFile returns the one program that may be in the file which a recipe has its
// image run, or nil.
func (m *Matcher) runsFile(r recipe.Recipe) (found *ports.Program) {
	for _, p := range m.plan.Programs {
		if p.Binary() != r.Entry && folderOf(p) != r.Entry || !m.near(r.File, p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// same reports whether two names are one, but for dashes and underscores.
func same(a, b string) bool {
	return strings.ReplaceAll(a, "_", "-") == strings.ReplaceAll(b, "_", "-")
}

// byModule returns the program of an image that is called like a module or its
// folder, if its Dockerfiles or itself have no other, or like module and program
// together, or like a folder of the module that holds a program.
func (m *Matcher) byModule(name string) (p *ports.Program, why string) {
	var ofModule, ofBoth, ofFolder, built []*ports.Program
	add := func(to *[]*ports.Program, p *ports.Program) {
		if !slices.Contains(*to, p) {
			*to = append(*to, p)
		}
	}
	for _, q := range m.plan.Programs {
		module := moduleName(q.Module)
		if q.Module != "" && (calledLike(name, module) || same(filepath.Base(abs(q.ModuleDir)), name)) && !m.plan.Partial[q.ModuleDir] {
			add(&ofModule, q)
			for _, img := range m.set.Images {
				if v := m.images[img]; v.program != nil && v.program.Module == q.Module {
					add(&built, v.program)
				}
			}
		}
		if q.Module != "" && same(module+"-"+q.Binary(), name) {
			add(&ofBoth, q)
		}
		if parent := folderOf(q); parent != "" && same(parent, name) {
			add(&ofFolder, q)
		}
	}
	switch {
	case len(built) == 1:
		return built[0], "name of the module"
	case len(ofModule) == 1 && len(built) == 0:
		return ofModule[0], "name of the module, which has no other program"
	case len(ofBoth) == 1 && len(ofModule) == 0:
		return ofBoth[0], "name of the module and the program"
	case len(ofFolder) == 1 && len(ofModule) == 0:
		return ofFolder[0], "name of the program's folder"
	}
	return nil, ""
}

// listens returns the one program that listens of a module after which an image is
// called, or nil.
func (m *Matcher) listens(name string) (found *ports.Program) {
	for _, q := range m.plan.Programs {
		if q.Module == "" || !calledLike(name, moduleName(q.Module)) || len(q.Listeners) == 0 || m.plan.Partial[q.ModuleDir] {
			continue
		}
		if found != nil {
			return nil
		}
		found = q
	}
	return found
}

// calledLike reports whether an image is called like a module, or like that with a
// word before it, where the module has several, or with one behind it that says
// only that it is run.
func calledLike(name, module string) bool {
	name, module = strings.ReplaceAll(name, "_", "-"), strings.ReplaceAll(module, "_", "-")
	if rest, ok := strings.CutPrefix(name, module+"-"); ok {
		return runs[rest]
	}
	return name == module || strings.Contains(module, "-") && strings.HasSuffix(name, "-"+module)
}

// runs are words in the names of images that say no more than that they are run.
var runs = map[string]bool{"app": true, "api": true, "server": true, "service": true, "svc": true, "backend": true}

// folderOf returns the name of the folder above the cmd that holds a program, or
// "" where that is the module's, or it is elsewhere.
func folderOf(p *ports.Program) string {
	if filepath.Base(p.Dir) != "cmd" || p.Dir == p.ModuleDir || abs(filepath.Dir(p.Dir)) == abs(p.ModuleDir) {
		return ""
	}
	return filepath.Base(filepath.Dir(p.Dir))
}

// related reports whether an image may be of the modules here, by its name.
func (m *Matcher) related(image string) bool {
	return slices.ContainsFunc(m.plan.Programs, func(p *ports.Program) bool { return relatedTo(image, p) })
}

// relatedTo reports whether an image may be of the module of p, by its name.
func relatedTo(image string, p *ports.Program) bool {
	parts := partsOf(recipe.Repository(image))
	module := moduleName(p.Module)
	return p.Module != "" && (same(recipe.Name(image), module) || slices.Contains(parts, module) || strings.HasPrefix(recipe.Name(image), module+"-"))
}

// moduleName returns the last part of the path of a module that is no version.
func moduleName(module string) string {
	base := path.Base(module)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		return path.Base(path.Dir(module))
	}
	return base
}

// goRun returns the program that a command runs with go run, in the folder of
// a manifest or one that holds it.
func (m *Matcher) goRun(c manifest.Command, file string) *ports.Program {
	pkg, ok := c.GoRun()
	if !ok || pkg.Open || path.IsAbs(pkg.Value) {
		return nil
	}
	target := filepath.FromSlash(pkg.Value)
	if strings.HasSuffix(target, ".go") {
		target = filepath.Dir(target)
	}
	for _, p := range m.plan.Programs {
		for d := abs(filepath.Dir(file)); ; d = filepath.Dir(d) {
			if p.Path == pkg.Value || filepath.Join(d, target) == abs(p.Dir) {
				return p
			}
			if target == "." || !within(filepath.Dir(d), abs(p.ModuleDir)) {
				break // any folder is one
			}
		}
	}
	return nil
}
