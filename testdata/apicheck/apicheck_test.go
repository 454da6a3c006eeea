// Package apicheck checks the catalogue against the real modules, so that no
// row and no stub can lie about an API.
package apicheck

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

type slot struct {
	Set   bool
	Arg   int
	Field string
}

type row struct {
	Kind, Package, Symbol                                                                 string
	Network, Addr, Host, Port, Listener, Handler, Server, Key, Default, Out, Pattern, Mux slot
	Graceful, ReuseBy, Signals, Channel, Context, Parent, Callback, From, Format          slot
	Absent, Op                                                                            string
	Stop, Abrupt                                                                          []string
}

// rows asks the main module for the catalogue: its package is internal there.
func rows(t *testing.T) []row {
	t.Helper()
	cmd := exec.Command("go", "run", "./analyzers/internal/catalog/dump")
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the catalogue cannot be printed: %v", err)
	}
	var rr []row
	if err := json.Unmarshal(out, &rr); err != nil {
		t.Fatal(err)
	}
	return rr
}

// load type-checks declarations only: bodies are stripped, so that hundreds
// of packages with all they import take seconds and cgo does not matter.
func load(t *testing.T, paths []string, goos string) map[string]*types.Package {
	t.Helper()
	cfg := &packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax,
		Env: append(os.Environ(), "CGO_ENABLED=0", "GOOS="+goos, "GOWORK=off"),
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
			if f != nil {
				for _, d := range f.Decls {
					if fn, ok := d.(*ast.FuncDecl); ok {
						fn.Body = nil
					}
				}
			}
			return f, err
		},
	}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]*types.Package)
	for _, p := range pkgs {
		if p.Types != nil && len(p.Syntax) > 0 && p.Types.Scope().Len() > 0 {
			found[p.PkgPath] = p.Types
		}
	}
	return found
}

// absent lists the packages that the module proxy does not serve (or not for
// this Go): their rows come from reading a snapshot of the repository.
func absent(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("absent.txt")
	if err != nil {
		t.Fatal(err)
	}
	m := make(map[string]bool)
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, " # ")
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			m[line] = true
		}
	}
	return m
}

func TestCatalogueAgainstRealModules(t *testing.T) {
	rr := rows(t)
	var paths []string
	for _, r := range rr {
		if !slices.Contains(paths, r.Package) {
			paths = append(paths, r.Package)
		}
	}
	pkgs := load(t, paths, "linux")
	var windows []string // packages that are only, or have more, there
	for _, r := range rr {
		pkg := pkgs[r.Package]
		if pkg != nil {
			if _, err := find(pkg, r.Symbol); err == nil {
				continue
			}
		}
		if !slices.Contains(windows, r.Package) && strings.Contains(r.Package, "win") {
			windows = append(windows, r.Package)
		}
	}
	if len(windows) > 0 {
		maps.Copy(pkgs, load(t, windows, "windows"))
	}
	gone := absent(t)
	kinds := make(map[string]int)
	checked, skipped := 0, 0
	for _, p := range paths {
		switch {
		case pkgs[p] == nil && !gone[p]:
			t.Errorf("package %s: not found; require its module, or list it in absent.txt", p)
		case pkgs[p] != nil && gone[p]:
			t.Errorf("package %s: listed in absent.txt, but it is here", p)
		}
	}
	servers := make(map[string]bool)
	for _, r := range rr {
		if r.Kind == "server" {
			servers[r.Symbol] = true
		}
	}
	for _, r := range rr {
		kinds[r.Kind]++
		pkg := pkgs[r.Package]
		if pkg == nil {
			skipped++
			continue
		}
		checked++
		for _, problem := range check(r, pkg, servers) {
			t.Errorf("%s %s: %s", r.Kind, r.Symbol, problem)
		}
	}
	fmt.Printf("%d rows in %d packages: %d checked, %d in absent packages\n", len(rr), len(paths), checked, skipped)
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Printf("  %-9s %d\n", k, kinds[k])
	}
}

// A row that lies must not pass.
func TestWrongRowsFail(t *testing.T) {
	at := func(i int) slot { return slot{Set: true, Arg: i} }
	field := func(i int, name string) slot { return slot{Set: true, Arg: i, Field: name} }
	for _, c := range []struct {
		what, want string
		row        row
	}{
		{"no such function", "no ListenAndSrv in the package",
			row{Kind: "serve", Package: "net/http", Symbol: "net/http.ListenAndSrv", Addr: at(0), Stop: []string{"none"}}},
		{"no such method", "no method Run",
			row{Kind: "serve", Package: "net/http", Symbol: "(*net/http.Server).Run"}},
		{"no such argument", "addr: has no argument 7",
			row{Kind: "serve", Package: "net/http", Symbol: "net/http.ListenAndServe", Addr: at(7), Stop: []string{"none"}}},
		{"a handler for an address", "listener: does not fit string",
			row{Kind: "serve", Package: "net/http", Symbol: "net/http.ListenAndServe", Listener: at(0), Stop: []string{"none"}}},
		{"no such field", "has no field Address",
			row{Kind: "serve", Package: "net/http", Symbol: "(*net/http.Server).ListenAndServe", Addr: field(-1, "Address")}},
		{"no such stop method", "no method GracefulStop",
			row{Kind: "server", Package: "net/http", Symbol: "net/http.Server", Stop: []string{"GracefulStop"}}},
		{"a function for a type", "is a *types.Func",
			row{Kind: "server", Package: "net/http", Symbol: "net/http.ListenAndServe"}},
		{"a type for a function", "is a *types.TypeName",
			row{Kind: "inject", Package: "net/http", Symbol: "net/http.Server", Op: "provide"}},
		{"nothing said of how it stops", "needs stop=",
			row{Kind: "serve", Package: "net/http", Symbol: "net/http.Serve", Listener: at(0)}},
		{"a channel for signals", "signals: does not fit chan<- os.Signal",
			row{Kind: "signal", Package: "os/signal", Symbol: "os/signal.Notify", Signals: at(0)}},
		{"signals for a channel", "channel: does not fit os.Signal",
			row{Kind: "signal", Package: "os/signal", Symbol: "os/signal.Notify", Channel: at(1)}},
		{"a channel for a context", "parent: does not fit chan<- os.Signal",
			row{Kind: "signal", Package: "os/signal", Symbol: "os/signal.Notify", Parent: at(0)}},
		{"signals for a callback", "callback: does not fit os.Signal",
			row{Kind: "signal", Package: "os/signal", Symbol: "os/signal.Ignore", Callback: at(0)}},
		{"a string for a switch", "reuse: does not fit string",
			row{Kind: "bind", Package: "net", Symbol: "net.Listen", Addr: at(1), ReuseBy: at(0)}},
		{"a struct to scan", "from: does not fit net/http.Handler",
			row{Kind: "scan", Package: "net/http", Symbol: "net/http.Handle", From: at(1)}},
		{"a format that is no text", "format: does not fit net/http.Handler",
			row{Kind: "scan", Package: "net/http", Symbol: "net/http.Handle", Format: at(1)}},
		{"no server made", "absent: makes no server",
			row{Kind: "mux", Package: "net/http", Symbol: "net/http.Handle", Absent: ":80"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			pkg, err := importer.ForCompiler(token.NewFileSet(), "gc", nil).Import(c.row.Package)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(check(c.row, pkg, nil), "; ")
			if !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q in it", got, c.want)
			}
		})
	}
}

// find resolves a symbol as the catalogue writes it.
func find(pkg *types.Package, symbol string) (types.Object, error) {
	if symbol == "" {
		return nil, nil
	}
	if strings.HasPrefix(symbol, "(") {
		recv, name, ok := strings.Cut(symbol[1:], ").")
		if !ok {
			return nil, fmt.Errorf("cannot be read")
		}
		recv = strings.TrimPrefix(recv, "*")
		tn := pkg.Scope().Lookup(strings.TrimPrefix(recv, pkg.Path()+"."))
		if tn == nil {
			return nil, fmt.Errorf("no type %s", recv)
		}
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, pkg, name)
		if _, ptr := tn.Type().Underlying().(*types.Interface); ptr {
			obj, _, _ = types.LookupFieldOrMethod(tn.Type(), true, pkg, name)
		}
		fn, ok := obj.(*types.Func)
		if !ok {
			return nil, fmt.Errorf("no method %s; has %v", name, methods(tn.Type()))
		}
		if got := fn.Origin().FullName(); got != symbol && generic(got) != symbol {
			return nil, fmt.Errorf("FullName is %s", got)
		}
		return fn, nil
	}
	rest := strings.TrimPrefix(symbol, pkg.Path()+".")
	name, field, isField := strings.Cut(rest, ".")
	obj := pkg.Scope().Lookup(name)
	if obj == nil {
		return nil, fmt.Errorf("no %s in the package", name)
	}
	if isField {
		f, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, field)
		if v, ok := f.(*types.Var); ok && v.IsField() {
			return v, nil
		}
		return nil, fmt.Errorf("no field %s", field)
	}
	return obj, nil
}

// generic drops type parameters: (*p.T[X]).M is written (*p.T).M.
func generic(name string) string {
	if i := strings.IndexByte(name, '['); i >= 0 {
		if j := strings.IndexByte(name, ']'); j > i {
			return name[:i] + name[j+1:]
		}
	}
	return name
}

func methods(t types.Type) []string {
	var names []string
	ms := types.NewMethodSet(types.NewPointer(t))
	for i := range ms.Len() {
		names = append(names, ms.At(i).Obj().Name())
	}
	return names
}

// check returns what is wrong with a row.
func check(r row, pkg *types.Package, servers map[string]bool) (problems []string) {
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	obj, err := find(pkg, r.Symbol)
	if err != nil {
		bad("%v", err)
		return problems
	}
	if obj == nil {
		return nil
	}
	var sig *types.Signature
	switch obj := obj.(type) {
	case *types.Func:
		sig = obj.Signature()
	case *types.Var:
		sig, _ = obj.Type().Underlying().(*types.Signature) // functions in variables
	}
	isType := false
	if _, ok := obj.(*types.TypeName); ok {
		isType = true
	}
	ofType := r.Kind == "server" || r.Kind == "request" || r.Kind == "inject" && (r.Op == "in" || r.Op == "out")
	if isType != ofType && !(isType && (r.Kind == "handler" || r.Kind == "owner" || r.Kind == "mux" || r.Kind == "wrap")) {
		bad("is a %T", obj)
	}
	typeOf := func(s slot) (types.Type, string) {
		var t types.Type
		switch {
		case s.Arg == -1: // recv
			switch {
			case sig != nil && sig.Recv() != nil:
				t = sig.Recv().Type()
			case isType:
				t = obj.Type()
			default:
				if v, ok := obj.(*types.Var); ok && v.IsField() {
					t = owner(pkg, r.Symbol)
				}
			}
			if t == nil {
				return nil, "has no receiver"
			}
		case s.Arg == -2: // result
			if sig == nil || sig.Results().Len() == 0 {
				return nil, "has no result"
			}
			t = sig.Results().At(0).Type()
		case isType && s.Arg == 0: // a conversion
			t = obj.Type()
		default:
			if sig == nil || s.Arg >= sig.Params().Len() {
				return nil, fmt.Sprintf("has no argument %d", s.Arg)
			}
			t = sig.Params().At(s.Arg).Type()
			if sl, ok := t.(*types.Slice); ok && sig.Variadic() && s.Arg == sig.Params().Len()-1 {
				t = sl.Elem()
			}
		}
		if s.Field != "" {
			for name := range strings.SplitSeq(s.Field, ".") {
				f, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
				if f == nil { // fields of types of other packages
					f, _, _ = types.LookupFieldOrMethod(t, true, nil, name)
				}
				if f == nil {
					return nil, fmt.Sprintf("%s has no field %s", t, name)
				}
				t = f.Type()
			}
		}
		return t, ""
	}
	for _, c := range []struct {
		name string
		slot slot
		fits func(types.Type) bool
	}{
		{"network", r.Network, isString},
		{"addr", r.Addr, isAddr},
		{"host", r.Host, func(t types.Type) bool { return isAddr(t) || isBytes(t) }},
		{"port", r.Port, isPort},
		{"listener", r.Listener, func(t types.Type) bool { return r.Kind == "group" || isListener(t) }},
		{"handler", r.Handler, func(types.Type) bool { return true }},
		{"server", r.Server, isStruct},
		{"key", r.Key, isKey},
		{"default", r.Default, func(types.Type) bool { return true }},
		{"out", r.Out, isOut},
		{"pattern", r.Pattern, isPattern},
		{"mux", r.Mux, func(types.Type) bool { return true }},
		{"graceful", r.Graceful, func(types.Type) bool { return true }},
		{"reuse", r.ReuseBy, isSwitch},
		{"signals", r.Signals, isSignal},
		{"channel", r.Channel, isChannel},
		{"context", r.Context, isContext},
		{"parent", r.Parent, isContext},
		{"callback", r.Callback, isFunc},
		{"from", r.From, isSource},
		{"format", r.Format, isString},
	} {
		if !c.slot.Set {
			continue
		}
		t, problem := typeOf(c.slot)
		switch {
		case problem != "":
			bad("%s: %s (%s)", c.name, problem, obj.Type())
		case !c.fits(t) && !(c.name == "out" && c.slot.Arg == -2):
			bad("%s: does not fit %s (%s)", c.name, t, obj.Type())
		}
	}
	if r.Kind == "mux" && r.Absent != "" && (sig == nil || sig.Results().Len() == 0) {
		bad("absent: makes no server (%s)", obj.Type())
	}
	if r.Kind == "server" {
		have := methods(obj.Type())
		if types.IsInterface(obj.Type()) {
			have = nil
			it := obj.Type().Underlying().(*types.Interface)
			for i := range it.NumMethods() {
				have = append(have, it.Method(i).Name())
			}
		}
		for _, m := range append(slices.Clone(r.Stop), r.Abrupt...) {
			if !slices.Contains(have, m) {
				bad("no method %s; has %v", m, have)
			}
		}
	}
	if r.Kind == "serve" && len(r.Stop) == 0 && !r.Server.Set {
		name := strings.TrimPrefix(strings.TrimPrefix(strings.Split(r.Symbol, ").")[0], "("), "*")
		if !servers[name] {
			bad("needs stop=… or a server row for %s", name)
		}
	}
	return problems
}

// owner returns the type that a field symbol names.
func owner(pkg *types.Package, symbol string) types.Type {
	name, _, _ := strings.Cut(strings.TrimPrefix(symbol, pkg.Path()+"."), ".")
	if obj := pkg.Scope().Lookup(name); obj != nil {
		return obj.Type()
	}
	return nil
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func elem(t types.Type) types.Type {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Pointer:
		return u.Elem()
	}
	return t
}

func isAddr(t types.Type) bool {
	if isString(t) || isString(elem(t)) || isString(elem(elem(t))) {
		return true
	}
	name := elem(t).String()
	for _, part := range []string{"Addr", "AddrPort", "Sockaddr", "net.IP", "Multiaddr", "interface", "any"} {
		if strings.HasSuffix(name, part) || strings.Contains(name, "interface") {
			return true
		}
	}
	return t.String() == "net.IP"
}

// isBytes reports whether t holds an IP address byte by byte.
func isBytes(t types.Type) bool {
	switch t.String() {
	case "[]byte", "[4]byte", "[16]byte":
		return true
	}
	return false
}

func isPort(t types.Type) bool {
	b, ok := elem(t).Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsString) != 0
}

func isListener(t types.Type) bool {
	for _, m := range []string{"Accept", "AcceptTCP", "ReadFrom", "Match", "Listen", "Addr"} {
		if obj, _, _ := types.LookupFieldOrMethod(elem(t), true, nil, m); obj != nil {
			return true
		}
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, m); obj != nil {
			return true
		}
	}
	return false
}

func isStruct(t types.Type) bool {
	_, ok := elem(t).Underlying().(*types.Struct)
	return ok
}

func isKey(t types.Type) bool {
	if m, ok := t.Underlying().(*types.Map); ok {
		return isString(m.Key())
	}
	return isString(t) || isString(elem(t))
}

func isOut(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	_, param := t.(*types.TypeParam)
	return param
}

func isPattern(t types.Type) bool { return isString(t) || types.IsInterface(t) }

// isSwitch reports whether a field of type t says whether something is on: a
// bool, or what does nothing when it is nil.
func isSwitch(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Kind() == types.Bool
	}
	return isFunc(t)
}

func isFunc(t types.Type) bool {
	_, ok := elem(t).Underlying().(*types.Signature)
	return ok
}

// isSource reports whether a decoder or scanner can read t: text, a reader, or
// the decoder itself, which was given one.
func isSource(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok {
		b, ok := s.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	for _, m := range []string{"Read", "Decode", "DecodeContext"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, m); obj != nil {
			return true
		}
	}
	return isString(t)
}

func isSignal(t types.Type) bool { return elem(t).String() == "os.Signal" }

func isContext(t types.Type) bool { return t.String() == "context.Context" }

func isChannel(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}
