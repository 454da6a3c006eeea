package recipe

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// What follows reads the lines by which files for make, just and task have images
// built, docker build -t NAME -f FILE FOLDER, and programs: go build -o FILE PACKAGE.

var (
	goBuild    = lazy.Regexp(`\bgo\s+build\s((?:[^\n;&|"']|"[^"\n]*"|'[^'\n]*')*)`)
	imageBuild = lazy.Regexp(`\b(?:docker|podman|nerdctl)\s+(?:buildx\s+|image\s+)?build\s([^\n;&|]*)`)
	makeSets   = lazy.Regexp(`(?m)^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*(?:[:?]{0,2}=)[ \t]*([^\n#]*)`)
	makeUses   = lazy.Regexp(`\$(?:\(([A-Za-z_][A-Za-z0-9_]*)\)|\{([A-Za-z_][A-Za-z0-9_]*)\})|\{\{\s*\.?([A-Za-z_][A-Za-z0-9_]*)\s*\}\}`)
	goesTo     = lazy.Regexp(`\bcd\s+([^\s;&|]+)\s*&&`)
)

// made returns the images that the lines of a file for make build.
func made(file string, text []byte) (out []Recipe) {
	src := string(text)
	sets := make(map[string]string)
	for _, m := range makeSets().FindAllStringSubmatch(src, -1) {
		if _, twice := sets[m[1]]; twice {
			m[2] = "$" // one of several
		}
		sets[m[1]] = strings.Trim(strings.TrimSpace(m[2]), `"'`)
	}
	lines := strings.Split(src, "\n")
	for i := 0; i < len(lines); i++ {
		line, number := lines[i], i+1
		for strings.HasSuffix(line, "\\") && i+1 < len(lines) {
			i++
			line = strings.TrimSuffix(line, "\\") + lines[i]
		}
		for _, at := range imageBuild().FindAllStringSubmatchIndex(line, -1) {
			dir := filepath.Dir(file)
			if cd := goesTo().FindAllStringSubmatch(line[:at[0]], -1); len(cd) > 0 {
				dir = filepath.Join(dir, substituted(cd[len(cd)-1][1], sets, 0))
			}
			out = append(out, imagesBuilt(file, number, dir, strings.Fields(substituted(line[at[2]:at[3]], sets, 0)))...)
		}
		line = substituted(line, sets, 0)
		for _, at := range goBuild().FindAllStringSubmatchIndex(line, -1) {
			dir := filepath.Dir(file)
			if cd := goesTo().FindAllStringSubmatch(line[:at[0]], -1); len(cd) > 0 {
				dir = filepath.Join(dir, cd[len(cd)-1][1])
			}
			if p, ok := programBuilt(dir, Words(line[at[2]:at[3]])); ok {
				out = append(out, Recipe{File: file, Line: number, Tool: "make", Programs: []Program{p}})
			}
		}
	}
	return out
}

// substituted puts in a text what the file sets its variables to; others stay.
func substituted(text string, sets map[string]string, depth int) string {
	return makeUses().ReplaceAllStringFunc(text, func(ref string) string {
		m := makeUses().FindStringSubmatch(ref)
		value, ok := sets[m[1]+m[2]+m[3]]
		if !ok || depth > 5 || strings.Contains(value, "$(shell") {
			return "$"
		}
		return substituted(value, sets, depth+1)
	})
}

// imagesBuilt returns what docker build makes, of the words behind it, in a folder.
func imagesBuilt(file string, line int, dir string, words []string) (out []Recipe) {
	r := Recipe{File: file, Line: line, Tool: "make"}
	context, dockerfile := "", ""
	var tags []string
	for i := 0; i < len(words); i++ {
		flag, value, joined := strings.Cut(strings.Trim(words[i], `"'`), "=")
		next := func() string {
			if !joined && i+1 < len(words) {
				i++
				value = words[i]
			}
			return strings.Trim(value, `"'`)
		}
		switch {
		case flag == "-t" || flag == "--tag":
			tags = append(tags, next())
		case flag == "-f" || flag == "--file":
			dockerfile = next()
		case flag == "--build-arg":
			if name, v, ok := strings.Cut(next(), "="); ok {
				if r.Args == nil {
					r.Args = make(map[string]string)
				}
				r.Args[strings.Trim(name, `"'`)] = strings.Trim(v, `"'`)
			}
		case flag == "--target":
			return nil
		case !strings.HasPrefix(flag, "-"):
			context = strings.Trim(words[i], `"'`)
		}
	}
	if context == "" || strings.ContainsAny(context+dockerfile, "${`") || context == "-" {
		return nil
	}
	r.Dockerfile = filepath.Join(dir, context, "Dockerfile")
	if dockerfile != "" {
		r.Dockerfile = filepath.Join(dir, dockerfile)
	}
	return slices.DeleteFunc(named(r, tags, ""), func(r Recipe) bool { return r.Image == "" })
}

// programBuilt returns the program that go build makes in a folder, of the words behind
// it, if both its package and its file are named.
func programBuilt(dir string, words []string) (p Program, ok bool) {
	b := GoBuild(words)
	target := ""
	for i, pkg := range b.Packages {
		if i > 0 && filepath.Dir(target) != filepath.Dir(pkg) {
			return p, false // several
		}
		target = pkg
	}
	if strings.HasSuffix(target, ".go") {
		target = "./" + filepath.ToSlash(filepath.Dir(target))
	}
	p = Program{Binary: filepath.Base(b.Output), Dir: filepath.Join(dir, b.Dir, target)}
	local := target == "" || strings.HasPrefix(target, ".") || strings.HasPrefix(target, "cmd/")
	return p, local && b.Output != "" && !strings.HasSuffix(b.Output, "/") && !strings.ContainsAny(p.Binary+target, "$`@{") && !strings.HasSuffix(target, "...")
}
