package driver

import "strings"

// readProblems reads what go vet wrote to its standard error. failed says
// that go vet did not succeed; when it did, there are only notes, except
// about a pattern that matches nothing.
//
// Go vet writes a problem of one package below a line "# import/path", and
// one that stops it while it loads packages with no such line before it, which
// loading says. A line that begins with a tab continues the one before, as does
// one with no place and no beginning of its own: a message of the C compiler or
// of the go command may take several.
func readProblems(stderr []byte, failed bool, names namer) (problems []Error, loading bool) {
	text := strings.ReplaceAll(string(stderr), "\r\n", "\n")
	text = strings.ReplaceAll(text, "\n\t", " ")
	pkg := ""
	crashed := false // the tool's stack is being printed
	open := false    // the last problem may go on
	for raw := range strings.Lines(text) {
		line := strings.TrimSpace(raw)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			// "# p" may be followed by "# [p.test]", the build that it is for.
			if !strings.HasPrefix(name, "[") {
				pkg = pkgPath(name)
			}
			crashed, open = false, false
			continue
		}
		if pattern, ok := emptyPattern(line); ok {
			problems = append(problems, Error{Message: "pattern " + pattern + " matches no packages; check the path, and -C and -tags"})
			continue
		}
		if !failed || crashed || isNote(line) || isContext(line) {
			continue
		}
		if strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") {
			crashed = true
			line = failedHere + line
		}
		e := problem(line, names)
		if open && !begins(line, e) {
			problems[len(problems)-1].Message += " " + line
			continue
		}
		if pkg == "" {
			loading = true
		}
		e.Package, e.crash = pkg, crashed
		problems = append(problems, e)
		open = true
	}
	return problems, loading
}

// failedHere begins what is said of a package in which portvet itself failed.
const failedHere = "portvet crashed here, please report it: "

// emptyPattern returns the quoted pattern that line says matches nothing.
//
//	go: warning: "./a/..." matched no packages
func emptyPattern(line string) (pattern string, ok bool) {
	rest, warns := strings.CutPrefix(line, "go: warning: ")
	pattern, empty := strings.CutSuffix(rest, " matched no packages")
	return pattern, warns && empty
}

// isNote reports whether a line is no problem by itself.
func isNote(line string) bool {
	return line == "" ||
		line == "no packages to vet" || // said of each pattern already
		strings.HasPrefix(line, "go: downloading ") ||
		line == "go: errors parsing go.mod:" || // they follow
		strings.HasSuffix(line, ": too many errors") ||
		strings.HasPrefix(line, "go: warning: ") ||
		strings.Contains(line, ": warning: ") || // of the C compiler
		strings.Contains(line, ": note: ")
}

// isContext reports whether a line of the C compiler only leads to a message
// that has a place of its own, shows the source under it, or says that it gave
// up:
//
//	In file included from c.go:3:
//	c.h:1:10: fatal error: foo.h: No such file or directory
//	4 | #include <foo.h>
//	  |          ^~~~~~~
func isContext(line string) bool {
	number, _, ok := strings.Cut(line, "|")
	return ok && strings.Trim(number, " 0123456789") == "" || line == "compilation terminated." ||
		strings.HasPrefix(line, "In file included from ") || strings.HasSuffix(line, ":") && strings.Contains(line, ": In function ")
}

// begins reports whether line, which tells of e, is the first of a message: it
// has a place, or one of the beginnings of the go command.
func begins(line string, e Error) bool {
	if e.File != "" {
		return true
	}
	for _, word := range []string{"go: ", "vet: ", "cgo: ", "package ", "pattern ", "portvet ", "stat ", "no ", "main module ", "module "} {
		if strings.HasPrefix(line, word) {
			return true
		}
	}
	return false
}

// problem returns the error that a line of go vet's tells of.
//
//	vet: a.go:1:2: message
//
// The prefix and the column may be missing, and so may the position.
func problem(line string, names namer) Error {
	place, message, ok := strings.Cut(strings.TrimPrefix(line, "vet: "), ": ")
	if file, ln, column := position(place); ok && ln > 0 {
		return Error{File: names.name(file), Line: ln, Column: column, Message: message}
	}
	line = strings.TrimPrefix(line, "go: ")
	for _, h := range hints {
		if strings.Contains(line, h.of) {
			line += "; " + h.do
			break
		}
	}
	return Error{Message: line}
}

// hints say what to do where go says only what is wrong.
var hints = []struct{ of, do string }{
	{"go.mod file not found", "run portvet in the directory of a module, or name it with -C"},
	{"does not contain main module", "run portvet in the directory of a module, or name it with -C"},
	{" is not in std ", "to name a directory, begin it with ./; portvet help lists the commands"},
}
