package catalog

import (
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestAllSectionsParse(t *testing.T) {
	rows, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 2300 {
		t.Errorf("only %d rows: a file is not read", len(rows))
	}
}

// Every line of every file must be a row, a comment or a section: a typo in
// "package" would hang its rows on the package before.
func TestFilesHaveNothingElse(t *testing.T) {
	names, _ := fs.Glob(files, "*.txt")
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "#") {
			t.Errorf("%s: the first line must be a comment", name)
		}
		inside := false
		for i, line := range strings.Split(string(data), "\n") {
			switch {
			case strings.HasPrefix(line, "package "):
				inside = true
				if len(strings.Fields(line)) != 2 {
					t.Errorf("%s:%d: want package IMPORTPATH: %q", name, i+1, line)
				}
			case line == "" || strings.HasPrefix(line, "#"):
			case !inside:
				t.Errorf("%s:%d: a row before the first package: %q", name, i+1, line)
			case strings.TrimSpace(line) != line:
				t.Errorf("%s:%d: space around the row: %q", name, i+1, line)
			}
		}
	}
}

func TestParseRowsErrors(t *testing.T) {
	const good = "serve example.com/kit.Run addr=0 stop=none"
	for _, c := range []struct{ name, row, want string }{
		{"unknown kind", "listen example.com/kit.Run addr=0", `unknown kind "listen"; the kinds are bind, serve, server, option, field, wrap, notport, group, test, address, env, flag, config, decode, scan, implicit, route, mux, handler, owner, work, request, inject, desktop, exit, signal, middleware`},
		{"unknown key", "route example.com/kit.Run adr=0", `unknown key "adr"; the keys of route rows are mux, pattern, handler, role, op`},
		{"key of another kind", "wrap example.com/kit.Run addr=0", `wrap rows have no "addr"; their keys are listener, server`},
		{"kind without keys", "desktop example.com/kit.Run addr=0", `desktop rows have no "addr"; their keys are none`},
		{"key twice", "bind example.com/kit.Run addr=0 addr=1", `"addr" stands there twice; leave one out`},
		{"bad slot", "serve example.com/kit.Run addr=first", `addr: "first" is not an argument's index (from 0), recv or result, perhaps with a field: 0.Addr`},
		{"negative slot", "serve example.com/kit.Run addr=-1", `addr: "-1" is not an argument's index (from 0), recv or result, perhaps with a field: 0.Addr`},
		{"no value", "serve example.com/kit.Run addr", `"addr" has no value; write addr=…`},
		{"no import path", "serve Run addr=0", `symbol "Run" has no import path; write example.com/kit.Run or (*example.com/kit.Server).Run`},
		{"no symbol", "serve", `want KIND SYMBOL [KEY=VALUE]…`},
		{"empty", "", `want KIND SYMBOL [KEY=VALUE]…`},
		{"type for a method", "serve (*example.com/kit.Server) addr=0", `symbol "(*example.com/kit.Server)" names no method; write (*example.com/kit.Server).Run`},
		{"method without parentheses", "serve example.com/kit.Server.Run addr=0", `symbol "example.com/kit.Server.Run" names a field; write a method as (*example.com/kit.Server).Run`},
		{"no field", "field example.com/kit.Config", `symbol "example.com/kit.Config" names no field; write example.com/kit.Config.Addr`},
		{"bind without address", "bind example.com/kit.Listen net=tcp", `bind rows need addr, port or fixed`},
		{"option without address", "option example.com/kit.With proto=http", `option rows need addr, port, listener or server`},
		{"decode without target", "decode example.com/kit.Load", `decode rows need out`},
		{"signal without anything", "signal example.com/kit.Wait", `signal rows need signals, channel, callback, caught or op`},
		{"methods on a serve row", "serve example.com/kit.Start addr=0 stop=Shutdown", `stop=Shutdown on a serve row; write none, never, ctx or builtin, and name methods on the server row of the type`},
		{"unknown role", "handler example.com/kit.New role=admin", `unknown role "admin"; handler rows may have metrics, pprof, health, acme, redirect, landing, exporter`},
		{"unknown op", "address example.com/kit.Join op=glue", `unknown op "glue"; address rows may have join, addr, ip, ipv4, first, hostport, split, host, port, loopback, any, same, concat`},
		{"no address", "serve example.com/kit.Start addr=0 empty=8080", `empty: "8080" is no address; write :8080`},
		{"no signal", "signal example.com/kit.Wait caught=TERM", `caught: "TERM" is no signal; write SIGTERM, SIGINT, … or all`},
		{"a signal that nobody catches", "signal example.com/kit.Wait caught=SIGTERM,SIGKILL", `caught: no program can catch SIGKILL; leave it out`},
		{"wrong end", "server example.com/kit.Server ends=late", `ends=late; write one of error, nil, drained`},
		{"asks for what", "server example.com/kit.Server stop=Stop asks=time", `asks=time; write asks=ctx, or leave it out`},
		{"twice", "serve example.com/kit.Run addr=1", `row 0 is a serve row of example.com/kit.Run, too; leave one out`},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, err := ParseRows([]string{good, c.row})
			if err == nil {
				t.Fatalf("no error; rows %v", rows)
			}
			if want := fmt.Sprintf("row 1 (%q): %s", c.row, c.want); err.Error() != want {
				t.Errorf("got  %s\nwant %s", err, want)
			}
		})
	}
}

func TestParseRows(t *testing.T) {
	rows, err := ParseRows([]string{
		"serve (*example.com/kit/v2.Server).Run addr=recv.Config.Addr handler=1 proto=http stop=none",
		"server example.com/kit/v2.Server stop=Drain,Shutdown abrupt=Close",
		"decode example.com/kit/v2.Load out=result env tags=env,cfg",
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if r.Package != "example.com/kit/v2" {
			t.Errorf("row %d: package %q", i, r.Package)
		}
	}
	if got := rows[0].Addr; got != (Slot{Set: true, Arg: Receiver, Field: "Config.Addr"}) {
		t.Errorf("addr is %+v", got)
	}
	if got := rows[1].Stop; !slices.Equal(got, []string{"Drain", "Shutdown"}) {
		t.Errorf("stop is %v", got)
	}
	if r := rows[2]; !r.Env || r.Out.Arg != Result || !slices.Equal(r.Tags, []string{"env", "cfg"}) {
		t.Errorf("decode is %+v", r)
	}
}

func TestOwnRowsJoinTheBuiltIn(t *testing.T) {
	own, err := ParseRows([]string{"serve net/http.ServeAll addr=0", "serve example.com/kit.Run addr=0"})
	if err != nil {
		t.Fatal(err)
	}
	c := New(own)
	p := c.Package("net/http")
	if p.Row("net/http.ServeAll", Serve) == nil || p.Row("net/http.ListenAndServe", Serve) == nil {
		t.Error("an own row hides the built-in ones, or the other way round")
	}
	if c.Package("example.com/kit").Row("example.com/kit.Run", Serve) == nil {
		t.Error("an own package is not found")
	}
	if c.Package("example.com/other") != nil {
		t.Error("an unknown package is known")
	}
}

func TestSlotString(t *testing.T) {
	for _, text := range []string{"0", "3.Addr", "recv", "recv.Server.Addr", "result"} {
		s, err := parseSlot(text)
		if err != nil || s.String() != text {
			t.Errorf("%s: %v, %v", text, s, err)
		}
	}
	if got := (Slot{}).String(); got != "-" {
		t.Errorf("no slot is written %q", got)
	}
}

// TestStandardLibrary holds the rows of std against its source. The modules
// of others are held against theirs in testdata/apicheck.
func TestStandardLibrary(t *testing.T) {
	rows, err := All()
	if err != nil {
		t.Fatal(err)
	}
	imp := importer.ForCompiler(token.NewFileSet(), "gc", nil)
	checked := 0
	for _, r := range rows {
		first, _, _ := strings.Cut(r.Package, "/")
		if strings.Contains(first, ".") || r.Package == "encoding/json/v2" || r.Symbol == "" {
			continue
		}
		pkg, err := imp.Import(r.Package)
		if err != nil {
			t.Errorf("%s: %v", r.Package, err)
			continue
		}
		checked++
		checkRow(t, r, pkg)
	}
	if checked < 100 {
		t.Errorf("only %d rows of std", checked)
	}
}

func checkRow(t *testing.T, r Row, pkg *types.Package) {
	t.Helper()
	where := string(r.Kind) + " " + r.Symbol
	obj := lookup(pkg, r.Symbol)
	if obj == nil {
		t.Errorf("%s: not in the package", where)
		return
	}
	sig, _ := obj.Type().Underlying().(*types.Signature)
	if fn, ok := obj.(*types.Func); ok && fn.FullName() != r.Symbol {
		t.Errorf("%s: its full name is %s", where, fn.FullName())
	}
	for _, s := range []struct {
		name string
		slot Slot
		fits func(types.Type) bool
	}{
		{"network", r.Network, isText},
		{"addr", r.Addr, func(u types.Type) bool {
			return isText(u) || hasMethod(u, "String") || types.IsInterface(u) || r.Kind == Address
		}},
		{"host", r.Host, func(u types.Type) bool { return isText(u) || hasMethod(u, "String") }},
		{"port", r.Port, func(u types.Type) bool { return isText(u) || isNumber(u) }},
		{"listener", r.Listener, func(u types.Type) bool { return hasMethod(u, "Accept") }},
		{"handler", r.Handler, func(u types.Type) bool { return types.IsInterface(u) || isFunc(u) || hasMethod(u, "ServeHTTP") }},
		{"key", r.Key, isText},
		{"default", r.Default, func(types.Type) bool { return true }},
		{"out", r.Out, func(u types.Type) bool {
			_, ptr := u.Underlying().(*types.Pointer)
			return ptr || types.IsInterface(u)
		}},
		{"pattern", r.Pattern, isText},
		{"mux", r.Mux, func(u types.Type) bool { return hasMethod(u, "ServeHTTP") }},
	} {
		if !s.slot.Set {
			continue
		}
		u := slotType(obj, sig, s.slot)
		if u == nil {
			t.Errorf("%s: %s=%s is not there: %s", where, s.name, s.slot, obj.Type())
		} else if !s.fits(u) {
			t.Errorf("%s: %s=%s does not fit: %s", where, s.name, s.slot, u)
		}
	}
	if r.Kind == Server {
		for _, m := range slices.Concat(r.Stop, r.Abrupt) {
			if !hasMethod(obj.Type(), m) {
				t.Errorf("%s: no method %s", where, m)
			}
		}
	}
}

// lookup finds what a symbol names: Func, Var, Type, Type.Field, (*Type).Method.
func lookup(pkg *types.Package, symbol string) types.Object {
	name := strings.NewReplacer("(", "", ")", "", "*", "").Replace(symbol)
	name = strings.TrimPrefix(name, pkg.Path()+".")
	head, member, ok := strings.Cut(name, ".")
	obj := pkg.Scope().Lookup(head)
	if obj == nil || !ok {
		return obj
	}
	found, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, member)
	return found
}

func slotType(obj types.Object, sig *types.Signature, s Slot) types.Type {
	var u types.Type
	_, isType := obj.(*types.TypeName)
	switch {
	case s.Arg == Receiver && isType:
		u = obj.Type()
	case s.Arg == 0 && isType: // a conversion
		u = obj.Type()
	case sig == nil:
		return nil
	case s.Arg == Receiver:
		if sig.Recv() == nil {
			return nil
		}
		u = sig.Recv().Type()
	case s.Arg == Result:
		if sig.Results().Len() == 0 {
			return nil
		}
		u = sig.Results().At(0).Type()
	case s.Arg >= sig.Params().Len():
		return nil
	default:
		u = sig.Params().At(s.Arg).Type()
		if sl, ok := u.(*types.Slice); ok && sig.Variadic() && s.Arg == sig.Params().Len()-1 {
			u = sl.Elem()
		}
	}
	for name := range strings.SplitSeq(s.Field, ".") {
		if name == "" {
			break
		}
		f, _, _ := types.LookupFieldOrMethod(u, true, obj.Pkg(), name)
		if f == nil {
			return nil
		}
		u = f.Type()
	}
	return u
}

func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice: // net.IP
		t = u.Elem()
	case *types.Array: // of netip.AddrFrom4
		t = u.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Info()&types.IsString != 0 || b.Kind() == types.Byte)
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// The format is documented in std.txt only; a kind that its header forgets
// cannot be found by whoever adds an API.
func TestHeaderNamesEveryKind(t *testing.T) {
	data, err := files.ReadFile("std.txt")
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(string(data), "\npackage ")
	f, err := parser.ParseFile(token.NewFileSet(), "row.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	ast.Inspect(f, func(n ast.Node) bool {
		vs, ok := n.(*ast.ValueSpec)
		if !ok || vs.Type == nil {
			return true
		}
		if id, ok := vs.Type.(*ast.Ident); ok && id.Name == "Kind" && len(vs.Values) == 1 {
			if lit, ok := vs.Values[0].(*ast.BasicLit); ok {
				count++
				if kind := strings.Trim(lit.Value, `"`); !strings.Contains(header, "\n# "+kind+" ") {
					t.Errorf("the header of std.txt does not explain %q", kind)
				}
			}
		}
		return true
	})
	if count != len(kindNames()) {
		t.Errorf("%d kinds are declared, %d can be parsed", count, len(kindNames()))
	}
	for _, kind := range kindNames() {
		for _, key := range strings.Fields(keysOf(Kind(kind))) {
			if key != "-" && !strings.Contains(header, key) {
				t.Errorf("the header of std.txt does not mention the key %q of %s rows", key, kind)
			}
			if key != "-" && !settable(key) {
				t.Errorf("%s rows may have the key %q, which cannot be read", kind, key)
			}
		}
	}
}

// settable reports whether a row can be given the key.
func settable(key string) bool {
	for _, value := range []string{"0", ""} {
		if new(Row).set(key, value) == nil {
			return true
		}
	}
	return false
}

var update = flag.Bool("update", false, "write the index")

// TestIndex: the index finds every section. With -update it is written anew.
func TestIndex(t *testing.T) {
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var places []place
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		split(string(data), name, func(path string, s section) {
			places = append(places, place{path: path, file: name, from: s.from, to: s.from + len(s.text)})
		})
	}
	slices.SortStableFunc(places, func(a, b place) int { return strings.Compare(a.path, b.path) })
	var b strings.Builder
	b.WriteString("// Code generated by go generate ./analyzers/...; DO NOT EDIT.\n\npackage catalog\n\n")
	b.WriteString("// index lists the sections of all files by import path.\nvar index = [...]place{\n")
	for _, p := range places {
		fmt.Fprintf(&b, "\t{%q, %q, %d, %d},\n", p.path, p.file, p.from, p.to)
	}
	b.WriteString("}\n")
	if *update {
		if err := os.WriteFile("index.go", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !slices.Equal(places, index[:]) {
		t.Error("the index is not that of the files; run go generate ./analyzers/...")
	}
}
