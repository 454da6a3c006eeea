package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
)

// Statement returns the innermost statement around n that stands in a block or
// in the body of a case, or nil. It may be more than n's own: in
//
//	if err := listen(addr); err != nil {
//
// that of addr is the whole if statement.
func (e *Edit) Statement(n Node) ast.Stmt {
	if !e.has(n) {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(e.file, n.Pos(), n.End())
	for i, node := range path {
		if s, ok := node.(ast.Stmt); ok && i+1 < len(path) && slices.Contains(listOf(path[i+1]), s) {
			return s
		}
	}
	return nil
}

// listOf returns the statements that n has in a list.
func listOf(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// Before inserts lines before a statement, and before a comment right above
// it. They are indented like it; tabs in them are relative to that.
func (e *Edit) Before(s ast.Stmt, lines ...string) {
	if !e.movable(s) {
		return
	}
	at := e.offset(s.Pos())
	for _, group := range e.file.Comments {
		above := e.offset(group.Pos())
		if _, opens := e.opens(above); opens && group.End() < s.Pos() && e.tok.Line(group.End())+1 == e.tok.Line(s.Pos()) {
			at = above
		}
	}
	indent, ok := e.opens(at)
	if !ok {
		e.refuse("another statement on the line")
		return
	}
	e.insert(at, indented(lines, indent)+"\n"+indent)
}

// After inserts lines after a statement, and after a comment on its last
// line, indented like it.
func (e *Edit) After(s ast.Stmt, lines ...string) {
	if !e.movable(s) {
		return
	}
	indent, ok := e.opens(e.offset(s.Pos()))
	end := e.offset(s.End())
	if !ok || !e.closes(end) {
		e.refuse("another statement on the line")
		return
	}
	e.insert(e.lineEnd(end), "\n"+indent+indented(lines, indent))
}

// indented joins lines; empty ones stay empty.
func indented(lines []string, indent string) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteString("\n")
			if l != "" {
				b.WriteString(indent)
			}
		}
		b.WriteString(l)
	}
	return b.String()
}

// movable reports whether statements can be inserted around s: it stands in a
// list, and no goto could jump over a declaration among them. The edit refuses
// if not.
func (e *Edit) movable(s ast.Stmt) bool {
	if s == nil {
		e.refuse("not in a function")
		return false
	}
	if e.Refused() {
		return false
	}
	path, exact := astutil.PathEnclosingInterval(e.file, s.Pos(), s.End())
	i := slices.IndexFunc(path, func(n ast.Node) bool { return n == s })
	if !exact || i < 0 || i+1 == len(path) || !slices.Contains(listOf(path[i+1]), s) {
		e.refuse("not in a list of statements")
		return false
	}
	jumps := false
	ast.Inspect(path[max(0, len(path)-2)], func(n ast.Node) bool {
		if b, ok := n.(*ast.BranchStmt); ok && b.Tok == token.GOTO {
			jumps = true
		}
		return !jumps
	})
	if jumps {
		e.refuse("goto")
	}
	return !jumps
}

// AppendArg adds an argument to a call that has some: on the line of the last
// one, or on one of its own if that has one.
func (e *Edit) AppendArg(call *ast.CallExpr, text string) {
	if !e.has(call) {
		return
	}
	if len(call.Args) == 0 || call.Ellipsis.IsValid() {
		e.refuse("no list of arguments")
		return
	}
	last := call.Args[len(call.Args)-1]
	indent, opens := e.opens(e.offset(last.Pos()))
	end := e.offset(last.End())
	if opens && e.src[end] == ',' && e.closes(end+1) && e.tok.Line(last.Pos()) == e.tok.Line(last.End()) {
		e.insert(e.lineEnd(end), "\n"+indent+text+",")
		return
	}
	e.Replace(last, e.Text(last)+", "+text)
}

// RemoveArg removes the argument with the given index from a call, and the
// line that it had to itself.
func (e *Edit) RemoveArg(call *ast.CallExpr, i int) {
	if !e.has(call) {
		return
	}
	if call.Ellipsis.IsValid() {
		e.refuse("no list of arguments")
		return
	}
	arg := call.Args[i]
	from, to := arg.Pos(), arg.End()
	end := e.offset(to)
	_, opens := e.opens(e.offset(from))
	below := false // the argument before it, too, begins a line
	if i > 0 {
		_, below = e.opens(e.offset(call.Args[i-1].Pos()))
	}
	switch last := i == len(call.Args)-1; {
	case len(call.Args) == 1:
		from, to = call.Lparen+1, call.Rparen
	case opens && e.src[end] == ',' && (below || !last):
		if from, to = e.tok.Pos(e.lineStart(e.offset(from))), e.tok.Pos(e.lineEnd(end)+1); !last && to > call.Args[i+1].Pos() {
			to = call.Args[i+1].Pos()
			from = arg.Pos()
		}
	case last && e.src[end] == ',':
		from, to = call.Args[i-1].End(), call.Rparen
	case i > 0:
		from = call.Args[i-1].End()
	default:
		to = call.Args[1].Pos()
	}
	e.Replace(Range{from, to}, "")
}
