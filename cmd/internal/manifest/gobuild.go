package manifest

import (
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about commands that build programs: go build and go install.

var goBuild = lazy.Regexp(`\bgo\s+(?:build|install)\b([^&|;\n]*)`)

// builds returns the packages that RUN builds with go, and where to; begin is the
// folder of the repository that it begins in, "" for that which was copied.
func builds(file string, in instruction, begin string) (targets, outputs []Text) {
	at := Position{file, in.line, in.column}
	for _, m := range goBuild().FindAllStringSubmatchIndex(in.rest, -1) {
		dir, sure := folder(in.rest[:m[0]])
		if !path.IsAbs(dir) {
			dir = path.Join(begin, dir)
		}
		build := recipe.GoBuild(recipe.Words(in.rest[m[2]:m[3]]))
		dir, pkgs := path.Join(dir, build.Dir), build.Packages
		if len(pkgs) == 0 {
			pkgs = []string{"."}
		}
		for _, p := range pkgs {
			if dir != "" && !path.IsAbs(dir) && (p == "." || strings.HasPrefix(p, "./") || strings.HasPrefix(p, "../") || strings.HasSuffix(p, ".go")) {
				p = "./" + path.Join(dir, p) // the dot, since it is no import path
			}
			targets = append(targets, Text{at, p, !sure || open(p)})
			outputs = append(outputs, Text{at, build.Output, open(build.Output)})
		}
	}
	return targets, outputs
}

// below returns the folder of the build context in which a stage works, where that
// is in one that was copied as a whole, or "".
func (st *stage) below() string {
	for _, c := range slices.Backward(st.image.Copies) {
		rest, in := strings.CutPrefix(st.image.Workdir, strings.TrimSuffix(c.To, "/")+"/")
		if in && !path.IsAbs(c.From) && path.Ext(c.From) == "" || in && c.From == "." {
			return path.Join(c.From, rest)
		}
	}
	return ""
}

// sources returns where in the build context a package may be that a stage builds.
func (st *stage) sources(target string) (out []string) {
	if path.IsAbs(target) || target != "." && !strings.HasPrefix(target, "./") && !strings.HasSuffix(target, ".go") {
		return nil
	}
	at := path.Join("/", st.image.Workdir, target)
	origins := st.image.Origins(at)
	for _, c := range st.image.Copies {
		if strings.TrimSuffix(c.To, "/") == at && path.Ext(c.From) == "" {
			origins = append(origins, c.From) // a folder, which is put there without itself
		}
	}
	for _, from := range origins {
		if !path.IsAbs(from) && !strings.Contains(from, "*") {
			out = append(out, "./"+from)
		}
	}
	return out
}

// changesFolder finds the folders that a shell goes to.
var changesFolder = lazy.Regexp(`(?:^|[\s;&|(])cd\s+([^\s;&|)]+)`)

// folder returns where a shell is after a line, "" where it began. sure is
// false when it went about in a way that is not followed.
func folder(line string) (dir string, sure bool) {
	all := changesFolder().FindAllStringSubmatch(line, -1)
	switch len(all) {
	case 0:
		return "", true
	case 1:
		return strings.Trim(all[0][1], `"'`), true
	}
	return "", false
}
