package match

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about names that are put together of others: of a repository and
// the folders of a program in it.

// byParts returns the program of an image that is called like its module without the
// language, as the file is that a Dockerfile runs, or by the words of its folders.
func (m *Matcher) byParts(image string) (p *ports.Program, why string) {
	name := recipe.Name(image)
	for _, img := range m.set.Images {
		p := m.images[img].program
		if strings.Contains(image, "/") && p != nil && p.Module != "" && bareName(p.Module) == name && slices.Contains(m.entriesOf(img), name) {
			return p, "name of the file that its Dockerfile runs"
		}
	}
	return m.byWords(image), "words of the image's name, which are those of its folders"
}

// makesFile returns the programs that a file for make builds to files of these names,
// where it stands around a Dockerfile or in a folder that holds it.
func (m *Matcher) makesFile(img *manifest.Image, names []string) (out []*ports.Program) {
	for _, r := range m.set.Recipes {
		if r.Tool != "make" || r.Image != "" || len(r.Programs) != 1 || !slices.Contains(names, r.Programs[0].Binary) || !within(abs(filepath.Dir(img.File)), abs(filepath.Dir(r.File))) {
			continue
		}
		if p := m.recipeProgram(r.Programs[0]); p != nil && m.near(img.File, p) && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// byWords returns the one program whose folders, from that of the repository down,
// have the words of an image's name, or nil: beer-cart-service is app/cart/service of
// beer-shop. A word of the repository has to be in the name of the image.
func (m *Matcher) byWords(image string) (found *ports.Program) {
	all := wordsOf(recipe.Repository(image))
	for _, p := range m.plan.Programs {
		around, own := m.wordsAround(p)
		if len(around) == 0 || !slices.ContainsFunc(around, func(w string) bool { return slices.Contains(all, w) }) {
			continue
		}
		if !slices.ContainsFunc(own, func(words []string) bool {
			rest := slices.DeleteFunc(wordsOf(recipe.Name(image)), func(w string) bool {
				return silent[w] || slices.Contains(around, w) && !slices.Contains(words, w)
			})
			return len(rest) > 0 && strings.Join(rest, "") == strings.Join(words, "")
		}) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// wordsAround returns the words of a repository, those of its folder and of the path of
// the module of p as far as it is the repository's, and those that tell p in it: of its
// folders, and of what its module is called there.
func (m *Matcher) wordsAround(p *ports.Program) (around []string, own [][]string) {
	root := m.root()
	rel, err := filepath.Rel(root, abs(p.Dir))
	if p.Module == "" || err != nil {
		return nil, nil
	}
	add := func(words []string) {
		if words = slices.DeleteFunc(words, func(w string) bool { return silent[w] }); len(words) > 0 {
			own = append(own, words)
		}
	}
	add(wordsOf(filepath.ToSlash(rel)))
	module := p.Module
	if mod := abs(p.ModuleDir); mod != root {
		if i := strings.LastIndex(module, "/"); i >= 0 {
			in, err := filepath.Rel(mod, abs(p.Dir))
			if err == nil {
				add(wordsOf(module[i+1:] + "/" + filepath.ToSlash(in)))
			}
			module = module[:i]
		}
	}
	around = slices.DeleteFunc(append(wordsOf(module), wordsOf(filepath.Base(root))...), func(w string) bool { return silent[w] || len(w) < 3 || hosts[w] })
	return around, own
}

// root returns the folder that holds all modules of the programs.
func (m *Matcher) root() (root string) {
	for _, p := range m.plan.Programs {
		dir := abs(p.ModuleDir)
		for root == "" || !within(dir, root) {
			if root == "" {
				root = dir
				break
			}
			root = filepath.Dir(root)
		}
	}
	return root
}

// partsOf takes the name of an image or folder apart.
func partsOf(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("/-_.:", r) })
}

// wordsOf returns the parts of a name in small letters.
func wordsOf(name string) []string { return partsOf(strings.ToLower(name)) }

// silent are words in the names of folders and images that tell no program from others.
var silent = map[string]bool{
	"cmd": true, "main": true, "app": true, "apps": true, "api": true, "server": true, "service": true, "services": true, "svc": true,
	"backend": true, "internal": true, "pkg": true, "src": true, "go": true, "golang": true,
}

// hosts are words of the paths of modules that all have.
var hosts = map[string]bool{"github": true, "gitlab": true, "com": true, "org": true, "net": true, "example": true}

// bareName returns the name of a module without the language, which many put before or
// behind it.
func bareName(module string) string {
	name := moduleName(module)
	for _, l := range []string{"go", "golang"} {
		name = strings.TrimSuffix(strings.TrimPrefix(name, l+"-"), "-"+l)
	}
	return name
}
