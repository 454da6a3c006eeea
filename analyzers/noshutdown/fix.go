package noshutdown

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

// drainTime is how long the fixed program waits for requests in flight: less
// than the 10 seconds of Cloud Run, the shortest grace period that is common.
const drainTime = "8*%s"

// graceful returns the fix that gives func main a graceful stop, or nil: the
// server that l starts in its last statement is moved to a goroutine, and main
// waits for it to fail or for a signal.
//
// What the author wrote stays where it is as far as that goes, so that the fix
// does not meet those of other rules: the address, the handler, and what is
// done about an error.
func graceful(p *rule.Pass, l *program.Listener) *analysis.SuggestedFix {
	main, last, ok := p.Program.LastStart(l)
	if !ok || jumps(main) || p.Program.CatchesSignals() || !p.Program.EndsPromptly(main) {
		return nil
	}
	return p.Fix(main, func(e *rule.Edit) string {
		f := &fix{
			Pass: p,
			Edit: e,
			main: main,
			call: l.Node.(*ast.CallExpr),
			at:   last[0].Pos(),
		}
		if !f.AtLeast("go1.16") || !f.start() || !f.shape(last) {
			return ""
		}
		return "stop the server gracefully on SIGINT and SIGTERM"
	})
}

// jumps reports whether there is a goto in d, which must not jump over the
// declaration of a variable.
func jumps(d *ast.FuncDecl) bool {
	found := false
	ast.Inspect(d, func(n ast.Node) bool {
		b, ok := n.(*ast.BranchStmt)
		found = found || ok && b.Tok == token.GOTO
		return !found
	})
	return found
}

// fix is the fix of one start in the making.
type fix struct {
	*rule.Pass
	*rule.Edit
	main *ast.FuncDecl
	call *ast.CallExpr
	at   token.Pos // of the statement with the call
	way  way

	server string // the variable, or the path to it
	ctx    string
	stop   string
	failed string
}

// serve replaces the text from the position from to the position to, between
// which the call stands, by what starts the server and waits for its end. The
// error is in the variable err afterwards, which is declared if declare says
// so; rest follows.
func (f *fix) serve(from, to token.Pos, err string, declare bool, rest string) {
	f.ctx, f.stop, f.failed = f.Fresh("ctx", f.at), f.Fresh("stop", f.at), f.Fresh("failed", f.at)
	head := f.ctx + ", " + f.stop + " := " + f.Use("os/signal", "NotifyContext", f.at) + "(" + f.Use("context", "Background", f.at) + "(), " +
		f.Use("os", "Interrupt", f.at) + ", " + f.Use("syscall", "SIGTERM", f.at) + ")\n\t"
	if rest != "" {
		rest = "\n" + rest
	}
	if f.sharesLine(from) {
		head, rest = "\n\t"+head, rest+"\n"
	}
	tail := f.wait(err, declare) + rest
	f.way.edit(f, from, to, head, tail)
}

// sharesLine reports whether other code of main stands before pos on its line.
func (f *fix) sharesLine(pos token.Pos) bool {
	line := func(pos token.Pos) int { return f.Fset.Position(pos).Line }
	before := f.main.Body.Lbrace
	for _, s := range f.main.Body.List {
		if s.End() <= pos {
			before = s.End()
		}
	}
	return line(before) == line(pos)
}

// goroutine returns the lines that run a call in a goroutine, up to the call;
// " }()" ends them.
func (f *fix) goroutine() string {
	return f.failed + " := make(chan error, 1)\n\tgo func() { " + f.failed + " <- "
}

// wait returns the lines that wait for an error or a signal.
func (f *fix) wait(err string, declare bool) string {
	var b strings.Builder
	b.WriteString("\n\n")
	if declare {
		b.WriteString("\tvar " + err + " error\n")
	}
	b.WriteString("\tselect {\n\tcase " + err + " = <-" + f.failed + ":\n\tcase <-" + f.ctx + ".Done():\n")
	b.WriteString("\t\t" + f.stop + "() // the next signal ends the program at once\n")
	for _, line := range f.way.stop(f, err, declare) {
		b.WriteString("\t\t" + line + "\n")
	}
	b.WriteString("\t}")
	return b.String()
}

// check returns the condition under which err is a failure.
func (f *fix) check(err string) string {
	if f.way.closed {
		return err + " != nil && !" + f.IsClosed(err, f.at)
	}
	return err + " != nil"
}

// local returns the variable of main with the given name, or nil.
func (f *fix) local(name string) types.Object {
	return f.TypesInfo.Scopes[f.main.Type].Lookup(name)
}

// errorVar tells whether a variable called name, for the error, has to be
// declared. ok is false when the name stands for something else in main, or
// for a variable that function literals use.
func (f *fix) errorVar(name string) (declare, ok bool) {
	obj := f.local(name)
	if obj == nil {
		return true, name != "_"
	}
	v, isVar := obj.(*types.Var)
	if !isVar || !types.Identical(v.Type(), types.Universe.Lookup("error").Type()) || v.Pos() > f.at {
		return false, false
	}
	shared := false
	ast.Inspect(f.main.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ast.Inspect(n.Body, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				shared = shared || ok && f.TypesInfo.Uses[id] == v
				return !shared
			})
			return false
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND && f.TypesInfo.Uses[id] == v {
				shared = true
			}
		}
		return !shared
	})
	return false, !shared
}
