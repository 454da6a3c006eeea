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
			if p, ok := programBuilt(dir, quotedWords(line[at[2]:at[3]])); ok {
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

// quotedWords takes a line apart at its spaces, but for those in quotes.
func quotedWords(line string) (words []string) {
	word, quote, in := "", rune(0), false
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, in = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if in {
				words = append(words, word)
			}
			word, in = "", false
		default:
			word, in = word+string(r), true
		}
	}
	if in {
		words = append(words, word)
	}
	return words
}

// programBuilt returns the program that go build makes in a folder, of the words behind
// it, if both its package and its file are named.
func programBuilt(dir string, words []string) (p Program, ok bool) {
	output, target := "", ""
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch flag, value, joined := strings.Cut(strings.TrimPrefix(w, "-"), "="); {
		case !strings.HasPrefix(w, "-"):
			if target != "" && filepath.Dir(target) != filepath.Dir(w) {
				return p, false // several
			}
			target = w
		case strings.TrimPrefix(flag, "-") == "o" && joined:
			output = value
		case !joined && valued[strings.TrimPrefix(flag, "-")] && i+1 < len(words):
			switch i++; strings.TrimPrefix(flag, "-") {
			case "o":
				output = words[i]
			case "C":
				dir = filepath.Join(dir, words[i])
			}
		}
	}
	if strings.HasSuffix(target, ".go") {
		target = "./" + filepath.ToSlash(filepath.Dir(target))
	}
	p = Program{Binary: filepath.Base(output), Dir: filepath.Join(dir, target)}
	local := target == "" || strings.HasPrefix(target, ".") || strings.HasPrefix(target, "cmd/")
	return p, local && output != "" && !strings.HasSuffix(output, "/") && !strings.ContainsAny(p.Binary+target, "$`@{") && !strings.HasSuffix(target, "...")
}

// valued are flags of go build that have a value as a word of its own.
var valued = map[string]bool{
	"o": true, "ldflags": true, "gcflags": true, "asmflags": true, "tags": true, "mod": true, "modfile": true, "p": true, "buildmode": true,
	"installsuffix": true, "pkgdir": true, "toolexec": true, "overlay": true, "C": true, "compiler": true, "gccgoflags": true,
}
