package rule

import (
	"go/ast"
	"go/token"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// importable are the packages that fixes import, in order; those in one row
// are only ever missing together.
var importable = [][]string{
	{"cmp"}, {"context"}, {"errors"}, {"log"}, {"net"}, {"net/http"}, {"os"}, {"os/signal", "syscall"}, {"time"},
}

// addImports adds the edits for the imports that the fix needs.
//
// They go where goimports would put them: in order, among the imports of std,
// or as a group of their own before the others. Each package has, as far as
// the text allows, a place to itself that depends on nothing but the file: so
// fixes that import the same make the same edit, those that import different
// packages do not meet, and both combine in every driver.
func (e *Edit) addImports() {
	if e.Refused() || len(e.imports) == 0 {
		return
	}
	paths := slices.Sorted(maps.Keys(e.imports))
	if run := e.stdRun(); run != nil {
		e.addToRun(run, paths)
		return
	}
	decls := e.importDecls()
	var last *ast.GenDecl
	for _, d := range decls {
		if last = d; d.Lparen.IsValid() && e.closes(e.offset(d.Lparen)+1) && len(d.Specs) > 0 && !importsC(d) {
			e.insert(e.lineEnd(e.offset(d.Lparen)), "\n"+e.specLines(paths, "\t", "\n")+"\n")
			return
		}
	}
	own := slices.DeleteFunc(slices.Clone(decls), importsC)
	if len(own) == 1 && e.alone(own[0]) {
		e.group(own[0], paths)
		return
	}
	// Behind all other imports, or behind the package clause.
	end, text := e.offset(e.file.Name.End()), "\n\nimport (\n"+e.specLines(paths, "\t", "\n")+"\n)"
	if len(paths) == 1 {
		text = "\n\nimport " + e.specLines(paths, "", "")
	}
	if last != nil {
		end = e.offset(last.End())
		if !last.Lparen.IsValid() && !importsC(last) {
			text = "\n" + e.specLines(paths, "import ", "\n")
		}
	}
	if !e.closes(end) {
		e.refuse("code on the line of the imports")
		return
	}
	e.insert(e.lineEnd(end), text)
}

// specLines returns the imports of paths with a text before each and between
// two.
func (e *Edit) specLines(paths []string, before, between string) string {
	var lines []string
	for _, p := range paths {
		lines = append(lines, before+e.spec(p))
	}
	return strings.Join(lines, between)
}

// spec returns the text of the import that the fix adds for a path.
func (e *Edit) spec(p string) string {
	if name := e.imports[p]; name != path.Base(p) {
		return name + " " + strconv.Quote(p)
	}
	return strconv.Quote(p)
}

func (e *Edit) importDecls() (decls []*ast.GenDecl) {
	for _, d := range e.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			decls = append(decls, g)
		}
	}
	return decls
}

func importsC(d *ast.GenDecl) bool {
	return slices.ContainsFunc(d.Specs, func(s ast.Spec) bool { return pathOf(s.(*ast.ImportSpec)) == "C" })
}

// alone reports whether an import declaration without parentheses is all that
// its line holds.
func (e *Edit) alone(d *ast.GenDecl) bool {
	from, to := e.offset(d.Pos()), e.offset(d.End())
	_, opens := e.opens(from)
	return opens && !d.Lparen.IsValid() && strings.TrimSpace(string(e.src[to:e.lineEnd(to)])) == ""
}

// group turns the only import into a group with others.
func (e *Edit) group(d *ast.GenDecl, paths []string) {
	spec := d.Specs[0].(*ast.ImportSpec)
	old := "\t" + e.Text(spec)
	text := e.specLines(paths, "\t", "\n") + "\n\n" + old
	if source.IsStd(pathOf(spec)) {
		lines := strings.Split(e.specLines(paths, "\t", "\n"), "\n")
		i := slices.IndexFunc(paths, func(p string) bool { return e.gapFor([]*ast.ImportSpec{spec}, p) == 1 })
		if i < 0 {
			i = len(lines)
		}
		text = strings.Join(slices.Insert(lines, i, old), "\n")
	}
	e.Replace(d, "import (\n"+text+"\n)")
}

// stdRun returns the lines of imports, with no blank line between them, among
// which an import of std belongs, or nil.
func (e *Edit) stdRun() (best []*ast.ImportSpec) {
	most := 0
	for _, d := range e.importDecls() {
		if !d.Lparen.IsValid() || importsC(d) {
			continue
		}
		for _, run := range e.runs(d) {
			std := 0
			for _, s := range run {
				if source.IsStd(pathOf(s)) {
					std++
				}
			}
			if std > most {
				most, best = std, run
			}
		}
	}
	return best
}

// runs returns the imports of d in runs of lines that follow each other: gofmt
// orders each run by itself. It returns none if two are on one line.
func (e *Edit) runs(d *ast.GenDecl) (runs [][]*ast.ImportSpec) {
	last := 0 // line of the import before
	for _, s := range d.Specs {
		if _, opens := e.opens(e.offset(s.Pos())); !opens || !e.closes(e.offset(s.End())) {
			return nil
		}
		if last == 0 || e.tok.Line(s.Pos()) > last+1 {
			runs = append(runs, nil)
		}
		last = e.tok.Line(s.End())
		runs[len(runs)-1] = append(runs[len(runs)-1], s.(*ast.ImportSpec))
	}
	return runs
}

// addToRun adds imports to the lines of run, in order.
func (e *Edit) addToRun(run []*ast.ImportSpec, paths []string) {
	indent, _ := e.opens(e.offset(run[0].Pos()))
	type place struct{ at, turn int }
	lines := make(map[place]string)
	for _, p := range paths {
		gap := e.gapFor(run, p)
		to := place{at: e.gapStart(run, gap)}
		if !slices.ContainsFunc(paths, func(q string) bool { return e.imports[q] != path.Base(q) && e.gapFor(run, q) == gap }) {
			turns := e.turns(to.at, "\n"+indent+`"`, gap > 0)
			to.turn = turns[min(e.rank(run, gap, p), len(turns)-1)]
		} // with a name of its own one cannot be turned: keep them in order
		lines[to] += "\n" + indent + e.spec(p)
	}
	for to, text := range lines {
		switch {
		case to.turn < 0:
			text = text[len(text)-1:] + text[:len(text)-1]
		default:
			text = text[to.turn:] + text[:to.turn]
		}
		e.insert(to.at+to.turn, text)
	}
}

// gapFor returns before which line of run an import belongs. Imports of one
// path are in the order of their names.
func (e *Edit) gapFor(run []*ast.ImportSpec, p string) int {
	as := e.imports[p]
	if as == path.Base(p) {
		as = ""
	}
	i := slices.IndexFunc(run, func(s *ast.ImportSpec) bool {
		name := ""
		if s.Name != nil {
			name = s.Name.Name
		}
		return pathOf(s) > p || pathOf(s) == p && name > as
	})
	if i < 0 {
		return len(run)
	}
	return i
}

// gapStart returns the end of the line before the line of run with the given
// index, or before the comment over that.
func (e *Edit) gapStart(run []*ast.ImportSpec, gap int) int {
	if gap > 0 {
		return e.lineEnd(e.offset(run[gap-1].End()))
	}
	first := run[0].Pos()
	if doc := run[0].Doc; doc != nil {
		first = doc.Pos()
	}
	return e.lineStart(e.offset(first)) - 1
}

// turns returns how far from the end of a line, at, a text that begins with
// head, and ends with a quote, can be inserted for the same result: when its
// first bytes are those that stand there already, they can as well be its
// last, and the other way round.
//
//	"log"|⏎⇥"net"    ⏎⇥"os"
//	"log|"⏎⇥"net"    "⏎⇥"os
//	"log"⏎⇥|"net"    "os"⏎⇥
func (e *Edit) turns(at int, head string, after bool) []int {
	var turns []int
	if after && e.src[at-1] == '"' {
		turns = append(turns, -1)
	}
	for k := 0; k <= len(head) && strings.HasPrefix(string(e.src[at:min(at+k, len(e.src))]), head[:k]); k++ {
		turns = append(turns, k)
	}
	return turns
}

// rank returns how many of the packages that fixes may import come before p in
// a gap between two lines of run.
func (e *Edit) rank(run []*ast.ImportSpec, gap int, p string) int {
	rank := 0
	for _, together := range importable {
		if slices.Contains(together, p) {
			break
		}
		if slices.ContainsFunc(together, func(q string) bool { return e.gapFor(run, q) == gap && !e.imported(q) }) {
			rank++
		}
	}
	return rank
}

// imported reports whether the file imports a package by a name.
func (e *Edit) imported(p string) bool {
	return slices.ContainsFunc(e.file.Imports, func(s *ast.ImportSpec) bool {
		return pathOf(s) == p && (s.Name == nil || s.Name.Name != "_" && s.Name.Name != ".")
	})
}

// importOne reports whether two texts that are inserted import the same
// package.
func importOne(a, b []byte) bool {
	for _, together := range importable {
		for _, p := range together {
			if quotes(string(a), p) && quotes(string(b), p) {
				return true
			}
		}
	}
	return false
}

// quotes reports whether p stands in text in quotes, or at its end where a
// quote may stand outside: see [Edit.turns].
func quotes(text, p string) bool {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], p)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(p)
		if (at == 0 || text[at-1] == '"') && (end == len(text) || text[end] == '"') {
			return true
		}
	}
}
