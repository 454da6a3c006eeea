package rule

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"go/version"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Edit is a suggested fix in the making: changes to the file of one finding.
//
// Whatever cannot be done safely makes the edit refuse: it stays refused, and
// there is no fix, so a rule asks for all that it needs and need not look in
// between. Refused are files whose positions are not their own bytes (cgo,
// //line directives), generated files, files with CRLF line ends (which
// drivers would rewrite as a whole), changes that would lose a comment, and
// results that do not parse.
//
// Two fixes of one file are often applied together, so edits are as small as
// they can be, and what two fixes have in common is the same edit in both:
// that counts once in all drivers. Beyond that drivers differ. go vet merges
// fix by fix and leaves out one that overlaps with those before it, but takes
// an insertion into the middle of a text that another fix replaces for no
// overlap. golangci-lint takes all edits of a file as one list and drops them
// all when two overlap. Neither orders different insertions at one place.
// So a fix that would meet one of these cases is not reported: see [clash].
type Edit struct {
	pass    *Pass
	file    *ast.File
	tok     *token.File
	src     []byte
	edits   []analysis.TextEdit
	imports map[string]string // path of each import to add, and its name
	reason  string            // why it refused, or ""
}

// Range is a Node made of two positions.
type Range struct{ From, To token.Pos }

// Pos returns where the range begins.
func (r Range) Pos() token.Pos { return r.From }

// End returns where the range ends.
func (r Range) End() token.Pos { return r.To }

// Fix returns the fix of a finding at n that build puts together, or nil when
// there is no safe one or it changes nothing. The result of build is the title
// of the fix: what it does, in the imperative, lower case, no period.
func (p *Pass) Fix(n Node, build func(*Edit) (title string)) (fix *analysis.SuggestedFix) {
	// What goes wrong here must not cost the finding.
	p.cfg.silently(func() {
		e := p.edit(n)
		if e.Refused() {
			return
		}
		if title := build(e); title != "" {
			fix = e.fix(title)
		}
	})
	return fix
}

// edit begins a fix of the file that n is in.
func (p *Pass) edit(n Node) *Edit {
	e := &Edit{pass: p, file: source.FileAt(p.Files, n.Pos()), imports: make(map[string]string)}
	if e.file == nil {
		e.refuse("no file of the package")
		return e
	}
	e.tok = p.Fset.File(e.file.FileStart)
	if !ownPositions(p.Fset, e.file) {
		e.refuse("positions are those of another file")
		return e
	}
	if ast.IsGenerated(e.file) {
		e.refuse("the file is generated")
		return e
	}
	src, err := p.ReadFile(e.tok.Name())
	switch {
	case err != nil || len(src) != e.tok.Size():
		e.refuse("the file is not what was analysed")
	case bytes.Contains(src, []byte("\r\n")):
		e.refuse("the file has CRLF line ends")
	default:
		e.src = src
	}
	return e
}

// ownPositions reports whether the file is what its author wrote, so that
// offsets in it are offsets in the source.
func ownPositions(fset *token.FileSet, file *ast.File) bool {
	if fset.Position(file.Package).Filename != fset.File(file.FileStart).Name() {
		return false
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//line ") || strings.HasPrefix(c.Text, "/*line ") {
				return false
			}
		}
	}
	return true
}

// refuse notes why there is no fix; only the first reason counts.
func (e *Edit) refuse(reason string) {
	if e.reason == "" {
		e.reason = reason
	}
}

// Refuse gives the fix up: the rule itself sees why there is none.
func (e *Edit) Refuse() { e.refuse("the rule refuses") }

// Refused reports whether the fix was given up.
func (e *Edit) Refused() bool { return e.reason != "" }

// AtLeast reports whether the file may use what came with a version of Go,
// such as "go1.22". Without a go.mod the version is that of the toolchain.
func (e *Edit) AtLeast(v string) bool {
	have := e.pass.Pkg.GoVersion()
	if f := e.pass.TypesInfo.FileVersions[e.file]; f != "" {
		have = f
	}
	return have == "" || version.Compare(have, v) >= 0
}

// Text returns n as it is written, or "" when the edit has refused.
func (e *Edit) Text(n Node) string {
	if !e.has(n) {
		return ""
	}
	return string(e.src[e.offset(n.Pos()):e.offset(n.End())])
}

// Replace puts text in the place of n. A comment inside of n must be in text
// as well; use Text for what stays, so that it stays as it is formatted.
func (e *Edit) Replace(n Node, text string) {
	if !e.has(n) {
		return
	}
	for _, c := range e.commentsIn(n.Pos(), n.End()) {
		if !strings.Contains(text, c.Text) {
			e.refuse("a comment would be lost")
			return
		}
	}
	e.edits = append(e.edits, analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)})
}

// Insert puts text before a position. Use Replace where it can do the same:
// other fixes see better that the place is taken.
func (e *Edit) Insert(at token.Pos, text string) {
	if e.has(Range{at, at}) {
		e.insert(e.offset(at), text)
	}
}

// Plus returns how gofmt writes a + in the place of n: " + ", or "+" where it is
// among other arguments.
func (e *Edit) Plus(n ast.Node) string {
	path, _ := astutil.PathEnclosingInterval(e.file, n.Pos(), n.End())
	for i, around := range path[min(1, len(path)):] {
		switch x := around.(type) {
		case *ast.ParenExpr:
		case *ast.BinaryExpr:
			if at := e.offset(x.OpPos); at > 0 && e.src[at-1] == ' ' {
				return " + "
			}
			return "+"
		case *ast.CallExpr:
			if len(x.Args) > 1 && path[i] != x.Fun {
				return "+"
			}
		case *ast.IndexExpr, *ast.SliceExpr:
			return "+"
		case *ast.AssignStmt:
			if len(x.Lhs) > 1 && len(x.Rhs) > 1 {
				return "+"
			}
			return " + "
		default:
			return " + "
		}
	}
	return " + "
}

// insert puts text before the byte at offset off.
func (e *Edit) insert(off int, text string) {
	if e.Refused() {
		return
	}
	pos := e.tok.Pos(off)
	for _, group := range e.file.Comments {
		for _, c := range group.List {
			if c.Pos() < pos && pos < c.End() {
				e.refuse("inside a comment")
				return
			}
		}
	}
	e.edits = append(e.edits, analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)})
}

// fix returns the fix with the given title, or nil.
func (e *Edit) fix(title string) *analysis.SuggestedFix {
	e.addImports()
	if e.Refused() || len(e.edits) == 0 {
		return nil
	}
	slices.SortStableFunc(e.edits, inOrder)
	edits := slices.CompactFunc(e.edits, equal)
	for i, b := range edits {
		if slices.ContainsFunc(edits[:i], func(a analysis.TextEdit) bool { return collide(a, b) }) {
			e.refuse("two edits overlap")
			return nil
		}
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "", e.apply(edits), parser.SkipObjectResolution); err != nil {
		e.refuse("the result does not parse")
		return nil
	}
	return &analysis.SuggestedFix{Message: title, TextEdits: edits}
}

// apply returns the file after edits, which are in order.
func (e *Edit) apply(edits []analysis.TextEdit) []byte {
	var out []byte
	done := 0
	for _, d := range edits {
		out = append(append(out, e.src[done:e.offset(d.Pos)]...), d.NewText...)
		done = e.offset(d.End)
	}
	return append(out, e.src[done:]...)
}

// has reports whether n is in the file; the edit refuses if it is not.
func (e *Edit) has(n Node) bool {
	if e.Refused() {
		return false
	}
	if !n.Pos().IsValid() || n.Pos() < e.file.FileStart || n.End() < n.Pos() || e.file.FileEnd < n.End() {
		e.refuse("outside of the file")
		return false
	}
	return true
}

// offset returns the offset of pos in the file.
func (e *Edit) offset(pos token.Pos) int { return e.tok.Offset(pos) }

// commentsIn returns the comments between two positions.
func (e *Edit) commentsIn(from, to token.Pos) (in []*ast.Comment) {
	for _, group := range e.file.Comments {
		for _, c := range group.List {
			if from < c.End() && c.Pos() < to {
				in = append(in, c)
			}
		}
	}
	return in
}

// lineStart returns the offset at which the line of the byte at off begins.
func (e *Edit) lineStart(off int) int { return bytes.LastIndexByte(e.src[:off], '\n') + 1 }

// lineEnd returns the offset of the line feed, or the end of the file, that
// ends the line of the byte at off.
func (e *Edit) lineEnd(off int) int {
	if i := bytes.IndexByte(e.src[off:], '\n'); i >= 0 {
		return off + i
	}
	return len(e.src)
}

// opens reports whether nothing but blanks stands before off on its line, and
// returns these.
func (e *Edit) opens(off int) (indent string, ok bool) {
	indent = string(e.src[e.lineStart(off):off])
	return indent, strings.TrimLeft(indent, " \t") == ""
}

// closes reports whether nothing but blanks and comments that end there stands
// behind off on its line.
func (e *Edit) closes(off int) bool {
	end := e.lineEnd(off)
	for off < end {
		if b := e.src[off]; b == ' ' || b == '\t' {
			off++
			continue
		}
		pos := e.tok.Pos(off)
		at := e.commentsIn(pos, pos+1)
		if len(at) == 0 || at[0].Pos() != pos {
			return false
		}
		off = e.offset(at[0].End())
	}
	return off == end
}

func inOrder(a, b analysis.TextEdit) int {
	return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
}

func equal(a, b analysis.TextEdit) bool {
	return a.Pos == b.Pos && a.End == b.End && bytes.Equal(a.NewText, b.NewText)
}

// collide reports whether two edits cannot both be made: they replace the same
// text, one inserts into what the other replaces, their order is open, or they
// import one package in two places.
func collide(a, b analysis.TextEdit) bool {
	switch {
	case equal(a, b):
		return false
	case a.Pos == a.End && b.Pos == b.End:
		return a.Pos == b.Pos || importOne(a.NewText, b.NewText)
	case a.Pos == a.End:
		return b.Pos < a.Pos && a.Pos < b.End
	case b.Pos == b.End:
		return a.Pos < b.Pos && b.Pos < a.End
	}
	return a.Pos < b.End && b.Pos < a.End
}

// clash reports whether two fixes cannot be applied together, in any order and
// by any driver.
func clash(a, b []analysis.TextEdit) bool {
	return slices.ContainsFunc(a, func(x analysis.TextEdit) bool {
		return slices.ContainsFunc(b, func(y analysis.TextEdit) bool { return collide(x, y) })
	})
}
