package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// EnvName reports whether s has the form of an environment variable's name:
// upper-case words. Regular expressions cost too much at start-up.
func EnvName(s string) bool {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' || s[len(s)-1] == '_' {
		return false
	}
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

// catalogued returns what a row says of a call's result.
func (ev *Evaluator) catalogued(r *catalog.Row, fn *types.Func, call *ast.CallExpr, result int) (Value, bool) {
	switch r.Kind {
	case catalog.Env:
		if result != 0 {
			return unknown(), true
		}
		return union(ev.lookup(call, r), ev.fallback(call, r)), true
	case catalog.Flag, catalog.Config:
		kind := Flag
		if r.Kind == catalog.Config {
			kind = Config
		}
		name := ""
		if v, _, ok := ev.Slot(call, r.Key); ok {
			name, _ = v.Single()
		}
		v := union(hole(Piece{Kind: kind, Text: name}), ev.fallback(call, r))
		if r.Kind == catalog.Config && name != "" {
			v = ev.automatic(r.Package, name).beside(v)
		}
		switch {
		case r.Env:
			return union(v, ev.flagEnv(name)), true
		case !r.Key.Set && !r.Out.Set:
			return ev.chained(call, kind), true
		}
		return v, true
	case catalog.Bind:
		if result == 0 {
			return object(&Object{Type: TypeListener, Site: ev.src.Site(call), node: call}), true
		}
	case catalog.NotPort:
		return object(&Object{Type: TypeNotPort, Site: ev.src.Site(call), node: call}), true
	case catalog.Wrap:
		for _, s := range [...]catalog.Slot{r.Listener, r.Server} {
			if v, _, ok := ev.Slot(call, s); ok && result == 0 {
				return v, true
			}
		}
	case catalog.Mux:
		if r.Mux.Set {
			if v, _, ok := ev.Slot(call, r.Mux); ok {
				return v, true // a group of the same router
			}
		}
		o := &Object{Type: TypeMux, Site: ev.src.Site(call), node: call}
		if res := fn.Signature().Results(); res.Len() > 0 {
			if n := source.NamedOf(res.At(0).Type()); n != nil {
				o.Type = typeName(n.Obj()) // a router may be a server too
			}
		}
		return object(o), true
	case catalog.Handler:
		if r.Role != "" {
			return object(&Object{Type: TypeHandler, Role: r.Role, Site: ev.src.Site(call), node: call}), true
		}
		if v, _, ok := ev.Slot(call, r.Handler); ok {
			return v, true
		}
	case catalog.Address:
		return ev.address(r, call, result), true
	case catalog.Decode:
		return ev.filledNew(r, call, result)
	}
	return Value{}, false
}

// chained returns the value of a flag that a chain of calls defines:
// kingpin.Flag("listen", "").Default(":8080").Envar("LISTEN").String().
func (ev *Evaluator) chained(call *ast.CallExpr, kind Kind) Value {
	flag := Piece{Kind: kind}
	var vs []Value
	for range 12 {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			break
		}
		inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
		if !ok {
			break
		}
		call = inner
		for _, r := range ev.Rows(ev.src.Callee(call)) {
			switch {
			case r.Kind == catalog.Env:
				vs = append(vs, ev.lookup(call, r))
			case r.Kind == catalog.Flag && r.Default.Set:
				vs = append(vs, ev.fallback(call, r))
			case r.Kind == catalog.Flag && r.Key.Set:
				if v, _, ok := ev.Slot(call, r.Key); ok {
					flag.Text, _ = v.Single()
				}
			}
		}
	}
	return union(append([]Value{hole(flag)}, vs...)...)
}

func (ev *Evaluator) lookup(call *ast.CallExpr, r *catalog.Row) Value {
	key, _, ok := ev.Slot(call, r.Key)
	if !ok {
		return hole(Piece{Kind: Env})
	}
	raw := ev.base.Own && !ev.CareOf(call).Checked
	b, basic := basicResult(ev.info.TypeOf(call))
	return key.each(func(a Alt) Value {
		v := envValue(a)
		v.Alts[0].Pieces[0].Raw = raw
		v.Alts[0].Pieces[0].Number = basic && b.Info()&types.IsInteger != 0
		return v
	})
}

// asNumber returns v as a number that is read from it.
func (v Value) asNumber() Value {
	return v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Env {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		p.Number = true
		return hole(p)
	})
}

func (ev *Evaluator) fallback(call *ast.CallExpr, r *catalog.Row) Value {
	v, _, ok := ev.Slot(call, r.Default)
	if !ok {
		return Value{}
	}
	return v.AsDefault()
}

// address returns what a builder of addresses makes.
func (ev *Evaluator) address(r *catalog.Row, call *ast.CallExpr, result int) Value {
	addr, _, _ := ev.Slot(call, r.Addr)
	host, _, _ := ev.Slot(call, r.Host)
	port, _, _ := ev.Slot(call, r.Port)
	switch r.Op {
	case "join":
		if result != 0 {
			return unknown()
		}
		return concat(bracketed(host), text(":"), port)
	case "addr", "same":
		if result != 0 {
			return unknown()
		}
		return addr
	case "ip":
		return host
	case "ipv4":
		parts := make([]Value, 0, 7)
		for i, a := range call.Args {
			if i > 0 {
				parts = append(parts, text("."))
			}
			parts = append(parts, ev.Eval(a))
		}
		return concat(parts...)
	case "loopback":
		return text("::1")
	case "any":
		return text("")
	case "first":
		// Every argument but the first is a fallback, and an empty one counts
		// only when it is the last.
		var vs []Value
		for i, a := range call.Args {
			v := ev.Eval(a).anchored(a)
			if i > 0 {
				v = v.AsDefault()
			}
			if i < len(call.Args)-1 {
				v.Alts = slices.DeleteFunc(slices.Clone(v.Alts), func(a Alt) bool {
					t, ok := a.Text()
					return ok && (t == "" || t == "0")
				})
			}
			vs = append(vs, v)
		}
		return union(vs...)
	case "host":
		return addr.hostOf()
	case "port":
		return addr.portOf()
	case "split":
		return addr.each(func(a Alt) Value {
			h, p, ok := a.Split()
			whole, open := a.whole()
			switch {
			case result > 1:
				return unknown()
			case open:
				whole.Cut = CutHost + Cut(result)
				return hole(whole)
			case !ok:
				return derived(Value{Alts: []Alt{a}})
			case result == 0:
				return Value{Alts: []Alt{h}}
			}
			return Value{Alts: []Alt{p}}
		})
	case "concat":
		parts := make([]Value, 0, len(call.Args))
		for _, a := range call.Args {
			parts = append(parts, ev.Eval(a))
		}
		return concat(parts...)
	}
	return unknown()
}

// bracketed puts brackets around IPv6 literals.
func bracketed(host Value) Value {
	return host.each(func(a Alt) Value {
		if t, ok := a.Text(); ok && strings.Contains(t, ":") && len(a.Pieces) == 1 {
			p := a.Pieces[0]
			p.Text = "[" + t + "]"
			return hole(p)
		}
		if len(a.Pieces) == 1 && a.Pieces[0].Kind == Param {
			p := a.Pieces[0]
			p.Joined = true
			return hole(p)
		}
		return Value{Alts: []Alt{a}}
	})
}

// std returns the results of functions of the standard library that build
// strings and numbers; ok is false for functions of other packages.
func (ev *Evaluator) std(fn *types.Func, call *ast.CallExpr, result int) (Value, bool) {
	if !source.IsStd(fn.Pkg().Path()) {
		return Value{}, false
	}
	first := func() Value {
		if len(call.Args) == 0 {
			return unknown()
		}
		return ev.Eval(call.Args[0])
	}
	switch fn.FullName() {
	case "fmt.Sprintf":
		return ev.sprintf(call), true
	case "(*net/url.URL).Hostname":
		return ev.hostOfURL(call).hostOf(), true
	case "(*net/url.URL).Port":
		return ev.hostOfURL(call).portOf(), true
	case "strconv.Atoi", "strconv.ParseInt", "strconv.ParseUint":
		if result != 0 {
			return unknown(), true
		}
		return first().asNumber(), true
	case "strconv.Itoa", "strconv.FormatInt", "strconv.FormatUint",
		"strings.TrimSpace", "strings.Clone", "strings.ToLower",
		"net/url.Parse", "net/url.ParseRequestURI",
		"strings.NewReader", "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString", "bufio.NewReader":
		if result != 0 {
			return unknown(), true
		}
		return first(), true // a reader has the value of what it reads
	case "sync.OnceValue", "sync.OnceValues", "sync.OnceFunc":
		return first(), true
	case "strings.Join":
		return ev.joined(call), true
	case "strings.Split", "strings.Fields", "strings.TrimPrefix", "strings.TrimSuffix", "strings.Trim",
		"strings.TrimLeft", "strings.TrimRight", "strings.Replace", "strings.ReplaceAll",
		"strings.Cut", "strings.CutPrefix", "strings.SplitN", "path.Join", "path/filepath.Join",
		"strconv.Quote", "fmt.Append", "fmt.Sprintln":
		return derived(first()), true
	}
	if fn.Signature().Recv() != nil {
		// A method of a struct of ours that is promoted from std, or of a std
		// type: nothing is known of it but where its receiver comes from.
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return ev.made(derived(ev.Eval(sel.X)), fn, call, result), true
		}
	}
	return ev.made(unknown(), fn, call, result), true
}

// joined returns what strings.Join makes, where the elements are written out.
// Have: strings.Join([]string{host, port}, ":")
func (ev *Evaluator) joined(call *ast.CallExpr) Value {
	if len(call.Args) != 2 {
		return unknown()
	}
	lit, ok := ast.Unparen(call.Args[0]).(*ast.CompositeLit)
	if !ok {
		return derived(ev.Eval(call.Args[0]))
	}
	sep := ev.Eval(call.Args[1])
	var parts []Value
	for i, el := range lit.Elts {
		if _, ok := el.(*ast.KeyValueExpr); ok {
			return unknown()
		}
		if i > 0 {
			parts = append(parts, sep)
		}
		parts = append(parts, ev.Eval(el))
	}
	return concat(parts...)
}

// hostOfURL returns the host of the URL whose method call calls.
func (ev *Evaluator) hostOfURL(call *ast.CallExpr) Value {
	v, _, _ := ev.Slot(call, catalog.Slot{Set: true, Arg: catalog.Receiver, Field: "Host"})
	return v
}

// sprintf follows the verbs that print a value as it is.
func (ev *Evaluator) sprintf(call *ast.CallExpr) Value {
	if len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return unknown()
	}
	format, ok := ev.Eval(call.Args[0]).Single()
	if !ok {
		return unknown()
	}
	fpos := call.Args[0].Pos()
	at := ev.src.At(fpos)
	var parts []Value
	lit := func(s string) {
		if s != "" {
			parts = append(parts, hole(Piece{Kind: Literal, Text: s, At: at, here: here{pos: fpos}}))
		}
	}
	args := call.Args[1:]
	for {
		before, rest, found := strings.Cut(format, "%")
		lit(before)
		if !found {
			break
		}
		if rest == "" {
			return unknown()
		}
		verb := rest[0]
		format = rest[1:]
		switch verb {
		case '%':
			lit("%")
			continue
		case 'd', 's', 'v':
			if len(args) == 0 {
				return unknown()
			}
			v := ev.Eval(args[0])
			if len(v.Alts) == 0 {
				v = unknown()
			}
			parts = append(parts, v)
			args = args[1:]
		default:
			return unknown()
		}
	}
	return concat(parts...)
}
