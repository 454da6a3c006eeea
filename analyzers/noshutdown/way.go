package noshutdown

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// way is how a kind of server is started and stopped.
type way struct {
	// edit replaces the text from from to to, which the call is in: head and
	// tail come before and after what starts the server.
	edit func(f *fix, from, to token.Pos, head, tail string)
	// stop returns the lines that stop the server and leave the error, or nil,
	// in err, which was nil before if it is declared by the fix.
	stop   func(f *fix, err string, declared bool) []string
	closed bool // a server that was stopped returns http.ErrServerClosed
}

// start finds out how the server is started, and reports whether it knows.
func (f *fix) start() bool {
	fn := f.Program.Callee(f.call)
	if fn == nil || f.call.Ellipsis.IsValid() {
		return false
	}
	switch name := fn.FullName(); name {
	case "net/http.ListenAndServe":
		return f.makeServer(0, 1, "ListenAndServe")
	case "net/http.ListenAndServeTLS":
		return f.makeServer(0, 3, "ListenAndServeTLS", 1, 2)
	case "net/http.Serve":
		return f.makeServer(-1, 1, "Serve", 0)
	case "net/http.ServeTLS":
		return f.makeServer(-1, 1, "ServeTLS", 0, 2, 3)
	case "(*net/http.Server).ListenAndServe", "(*net/http.Server).ListenAndServeTLS",
		"(*net/http.Server).Serve", "(*net/http.Server).ServeTLS":
		return f.ownServer("(*net/http.Server).Shutdown", way{stop: shutdown, closed: true})
	case "(*github.com/gin-gonic/gin.Engine).Run":
		return f.ginServer("ListenAndServe")
	case "(*github.com/gin-gonic/gin.Engine).RunTLS":
		return f.ginServer("ListenAndServeTLS", 1, 2)
	case "(*github.com/labstack/echo/v4.Echo).Start", "(*github.com/labstack/echo/v4.Echo).StartTLS",
		"(*github.com/labstack/echo/v4.Echo).StartAutoTLS":
		return f.ownServer("(*github.com/labstack/echo/v4.Echo).Shutdown", way{stop: shutdown, closed: true})
	case "(*github.com/gofiber/fiber/v2.App).Listen", "(*github.com/gofiber/fiber/v2.App).ListenTLS":
		return f.oneProcess() && f.ownServer("(*github.com/gofiber/fiber/v2.App).ShutdownWithTimeout", way{stop: shutdownWithTimeout})
	case "(*github.com/gofiber/fiber/v3.App).Listen":
		return len(f.call.Args) == 1 && f.ownServer("(*github.com/gofiber/fiber/v3.App).ShutdownWithTimeout", way{stop: shutdownWithTimeout})
	case "(*google.golang.org/grpc.Server).Serve":
		return f.ownServer("(*google.golang.org/grpc.Server).GracefulStop", way{stop: gracefulStop})
	}
	return false
}

// shutdown stops a server of net/http, and those that are stopped like it.
func shutdown(f *fix, err string, _ bool) []string {
	parent := f.Apart(f.ctx, f.at)
	drain, cancel := f.Fresh("drain", f.at), f.Fresh("cancel", f.at)
	return []string{
		drain + ", " + cancel + " := " + f.Use("context", "WithTimeout", f.at) + "(" + parent + ", " + f.drainTime() + ")",
		err + " = " + f.server + ".Shutdown(" + drain + ")",
		cancel + "()",
	}
}

func shutdownWithTimeout(f *fix, err string, _ bool) []string {
	return []string{err + " = " + f.server + ".ShutdownWithTimeout(" + strings.Replace(f.drainTime(), "*", " * ", 1) + ")"}
}

// gracefulStop stops a server of gRPC, which has no limit of its own: Stop
// ends what GracefulStop waits for.
func gracefulStop(f *fix, err string, declared bool) []string {
	lines := []string{
		f.Use("time", "AfterFunc", f.at) + "(" + f.drainTime() + ", " + f.server + ".Stop)",
		f.server + ".GracefulStop()",
	}
	if !declared {
		lines = append(lines, err+" = nil")
	}
	return lines
}

func (f *fix) drainTime() string { return fmt.Sprintf(drainTime, f.Use("time", "Second", f.at)) }

// ownServer prepares the fix for a server that the program has in a variable:
// the receiver of the call. stop is the method that has to be there to stop it.
func (f *fix) ownServer(stop string, w way) bool {
	sel, ok := ast.Unparen(f.call.Fun).(*ast.SelectorExpr)
	if !ok || !f.hasMethod(sel.X, stop) {
		return false
	}
	f.way = w
	if source.Steady(sel.X) {
		f.server = f.Text(sel.X)
		f.way.edit = keepCall
		return true
	}
	if _, isPointer := f.TypesInfo.TypeOf(sel.X).Underlying().(*types.Pointer); !isPointer {
		return false
	}
	f.server = f.Fresh("srv", f.at)
	f.way.edit = keepServer
	return true
}

// hasMethod reports whether e has the method with the given full name.
func (f *fix) hasMethod(e ast.Expr, method string) bool {
	t := f.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, f.Pkg, method[strings.LastIndexByte(method, '.')+1:])
	fn, ok := obj.(*types.Func)
	return ok && fn.FullName() == method
}

// keepCall leaves the arguments of the call where they are.
func keepCall(f *fix, from, to token.Pos, head, tail string) {
	start := f.Text(rule.Range{From: f.call.Pos(), To: f.call.Lparen + 1})
	f.Replace(rule.Range{From: from, To: f.call.Lparen + 1}, head+f.goroutine()+start)
	f.Replace(rule.Range{From: f.call.Rparen, To: to}, ") }()"+tail)
}

// keepServer leaves what makes the server where it is, and the arguments.
func keepServer(f *fix, from, to token.Pos, head, tail string) {
	sel := ast.Unparen(f.call.Fun).(*ast.SelectorExpr)
	made := ast.Unparen(sel.X)
	f.Replace(rule.Range{From: from, To: made.Pos()}, head+f.server+" := ")
	f.Replace(rule.Range{From: made.End(), To: f.call.Lparen + 1}, "\n\t"+f.goroutine()+f.server+"."+sel.Sel.Name+"(")
	f.Replace(rule.Range{From: f.call.Rparen, To: to}, ") }()"+tail)
}

// makeServer prepares the fix for a function that makes its server itself: the
// arguments with the index addr (or -1) and handler become its fields, and
// those with the indexes args the arguments of its method.
func (f *fix) makeServer(addr, handler int, method string, args ...int) bool {
	list := f.call.Args
	for _, i := range args {
		if !source.Steady(list[i]) {
			return false
		}
	}
	f.server = f.Fresh("srv", f.at)
	f.way = way{stop: shutdown, closed: true, edit: func(f *fix, from, to token.Pos, head, tail string) {
		head += f.server + " := &" + f.Use("net/http", "Server", f.at) + "{"
		tail = "}\n\t" + f.goroutine() + f.server + "." + method + "(" + f.texts(args) + ") }()" + tail
		f.literal(from, to, head, tail, addr, handler)
	}}
	return true
}

// literal makes a composite literal of the arguments with the given indexes.
func (f *fix) literal(from, to token.Pos, head, tail string, addr, handler int) {
	h := f.call.Args[handler]
	isNil := f.TypesInfo.Types[h].IsNil()
	opening := f.Text(rule.Range{From: f.call.Lparen + 1, To: f.call.Args[0].Pos()})
	closing := f.Text(rule.Range{From: f.call.Args[len(f.call.Args)-1].End(), To: f.call.Rparen})
	switch {
	case addr < 0 && isNil:
		f.Replace(rule.Range{From: from, To: to}, head+tail)
	case addr < 0:
		f.Replace(rule.Range{From: from, To: h.Pos()}, head+"Handler: ")
		f.Replace(rule.Range{From: h.End(), To: to}, closing+tail)
	case isNil:
		a := f.call.Args[addr]
		behind := f.Text(rule.Range{From: a.End(), To: f.call.Args[addr+1].Pos()})
		if strings.Contains(behind, "\n") {
			closing = strings.TrimRight(behind, " \t") + "\t" // a line for each argument
		}
		f.Replace(rule.Range{From: from, To: a.Pos()}, head+opening+"Addr: ")
		f.Replace(rule.Range{From: a.End(), To: to}, closing+tail)
	default:
		a := f.call.Args[addr]
		f.Replace(rule.Range{From: from, To: a.Pos()}, head+opening+"Addr: ")
		between := rule.Range{From: a.End(), To: h.Pos()}
		text := f.Text(between)
		if handler > addr+1 { // certificate and key stand between them
			text = ", "
			if strings.Contains(opening, "\n") {
				text = ",\n\t\t"
			}
		}
		f.Replace(between, text+"Handler: ")
		f.Replace(rule.Range{From: h.End(), To: to}, closing+tail)
	}
}

// texts returns the arguments with the given indexes as they are written.
func (f *fix) texts(args []int) string {
	var texts []string
	for _, i := range args {
		texts = append(texts, f.Text(f.call.Args[i]))
	}
	return strings.Join(texts, ", ")
}

// ginServer prepares the fix for the methods of a gin engine that serve on an
// address with a server of net/http: they do nothing else, since 1.8, than to
// write in debug mode. In 1.11 they also undo escapes in the routes, which
// Handler does by itself in later versions only.
func (f *fix) ginServer(method string, args ...int) bool {
	sel, ok := ast.Unparen(f.call.Fun).(*ast.SelectorExpr)
	const engine = "(*github.com/gin-gonic/gin.Engine)."
	if !ok || len(f.call.Args) != 1+len(args) || !source.Steady(sel.X) || !f.hasMethod(sel.X, engine+"Handler") {
		return false
	}
	t := f.TypesInfo.TypeOf(sel.X)
	gin := f.Program.Callee(f.call).Pkg()
	update, _, _ := types.LookupFieldOrMethod(t, true, gin, "updateRouteTrees")
	once, _, _ := types.LookupFieldOrMethod(t, true, gin, "routeTreesUpdated")
	if update != nil && once == nil {
		return false
	}
	for _, i := range args {
		if !source.Steady(f.call.Args[i]) {
			return false
		}
	}
	f.server = f.Fresh("srv", f.at)
	f.way = way{stop: shutdown, closed: true, edit: func(f *fix, from, to token.Pos, head, tail string) {
		addr := f.call.Args[0]
		head += f.server + " := &" + f.Use("net/http", "Server", f.at) + "{Addr: "
		f.Replace(rule.Range{From: from, To: addr.Pos()}, head)
		f.Replace(rule.Range{From: addr.End(), To: to}, ", Handler: "+f.Text(sel.X)+".Handler()}\n\t"+
			f.goroutine()+f.server+"."+method+"("+f.texts(args)+") }()"+tail)
	}}
	return true
}

// oneProcess reports whether a fiber app serves in the process itself: with
// Prefork it leaves that to others, which no method of it stops. So the app
// has to be made in main, with its configuration in sight.
func (f *fix) oneProcess() bool {
	sel, ok := ast.Unparen(f.call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return f.forksNot(sel.X)
	}
	var made []ast.Expr
	ast.Inspect(f.main.Body, func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok {
			for i, lhs := range as.Lhs {
				if l, ok := lhs.(*ast.Ident); ok && f.TypesInfo.ObjectOf(l) == f.TypesInfo.Uses[id] && len(as.Lhs) == len(as.Rhs) {
					made = append(made, as.Rhs[i])
				}
			}
		}
		return true
	})
	for _, e := range made {
		if !f.forksNot(e) {
			return false
		}
	}
	return len(made) > 0
}

// forksNot reports whether e makes a fiber app without Prefork.
func (f *fix) forksNot(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if fn := f.Program.Callee(call); fn == nil || fn.FullName() != "github.com/gofiber/fiber/v2.New" {
		return false
	}
	for _, a := range call.Args {
		config, ok := ast.Unparen(a).(*ast.CompositeLit)
		if !ok {
			return false
		}
		for _, el := range config.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				return false
			}
			if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "Prefork" {
				if v := f.TypesInfo.Types[kv.Value].Value; v == nil || constant.BoolVal(v) {
					return false
				}
			}
		}
	}
	return true
}
