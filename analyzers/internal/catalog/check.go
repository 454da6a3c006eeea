package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// kindNames returns the kinds, in the order of their declaration.
func kindNames() []string {
	return []string{
		string(Bind), string(Serve), string(Server), string(Option), string(Field), string(Wrap), string(NotPort),
		string(Group), string(Test), string(Address), string(Env), string(Flag), string(Config), string(Decode), string(Scan), string(Implicit),
		string(Route), string(Mux), string(Handler), string(Owner), string(Work), string(Request), string(Inject), string(Desktop), string(Exit), string(Signal),
		string(Middleware),
	}
}

// keysOf returns the keys that a row of kind k may have; "" when there is no
// such kind. A kind without keys has "-".
func keysOf(k Kind) string {
	switch k {
	case Bind:
		return "network addr host port net empty fixed proto role reuse lax"
	case Serve:
		return "network addr host port listener handler server proto net empty absent fixed stop graceful early role lax inner without ipv4"
	case Server:
		return "network addr handler proto stop abrupt ends asks"
	case Option:
		return "network addr host port listener handler server proto net empty absent role override"
	case Field:
		return "host port proto empty off role"
	case Wrap:
		return "listener server"
	case Group:
		return "listener"
	case NotPort, Test, Desktop, Exit, Request:
		return "-"
	case Address:
		return "op addr host port"
	case Env:
		return "key default out"
	case Flag, Config:
		return "key default out env"
	case Decode:
		return "out key env tags names prefix role from"
	case Scan:
		return "out from format"
	case Implicit:
		return "key role override"
	case Route:
		return "mux pattern handler role op"
	case Mux:
		return "mux pattern absent op"
	case Handler:
		return "handler pattern role"
	case Owner:
		return "role inner early"
	case Inject, Work:
		return "op"
	case Middleware:
		return "mux handler"
	case Signal:
		return "signals channel context parent callback caught op"
	}
	return ""
}

func keyList(k Kind) string {
	if keys := keysOf(k); keys != "-" {
		return strings.Join(strings.Fields(keys), ", ")
	}
	return "none"
}

// rolesOf returns the roles that a row of kind k may have.
func rolesOf(k Kind) []string {
	switch k {
	case Decode:
		return []string{"flags"}
	case Implicit:
		return []string{"flags", "file", "keys", "set"}
	case Owner:
		return []string{"entry", "hook", "actor"}
	}
	return []string{"metrics", "pprof", "health", "acme", "redirect", "landing", "exporter"}
}

// opsOf returns the values of op on a row of kind k. A signal row without op
// has the signals handled from the call on.
func opsOf(k Kind) []string {
	switch k {
	case Signal:
		return []string{"ignore", "reset", "stop", "replace", "off"}
	case Route, Mux:
		return []string{"subtree", "files"}
	case Work:
		return []string{"do", "run", "context", "set", "before", "after"}
	case Inject:
		return []string{"container", "provide", "supply", "call", "annotate", "as", "in", "out", "begin", "end"}
	}
	return []string{"join", "addr", "ip", "ipv4", "first", "hostport", "split", "host", "port", "loopback", "any", "same", "concat"}
}

// check returns what makes no sense about r, which was read from text. Rows
// of the catalogue are checked by a test, those of users when they are read.
func (r *Row) check(text string) error {
	var seen []string
	for _, w := range strings.Fields(text)[2:] {
		key, _, _ := strings.Cut(w, "=")
		switch {
		case !slices.Contains(strings.Fields(keysOf(r.Kind)), key):
			return fmt.Errorf("%s rows have no %q; their keys are %s", r.Kind, key, keyList(r.Kind))
		case slices.Contains(seen, key):
			return fmt.Errorf("%q stands there twice; leave one out", key)
		}
		seen = append(seen, key)
	}
	if roles := rolesOf(r.Kind); r.Role != "" && !slices.Contains(roles, r.Role) {
		return fmt.Errorf("unknown role %q; %s rows may have %s", r.Role, r.Kind, strings.Join(roles, ", "))
	}
	if ops := opsOf(r.Kind); r.Op != "" && !slices.Contains(ops, r.Op) {
		return fmt.Errorf("unknown op %q; %s rows may have %s", r.Op, r.Kind, strings.Join(ops, ", "))
	}
	if r.Names != "" && r.Names != "path" && (r.Role != "flags" || r.Names != "dashed" && r.Names != "lower") {
		return fmt.Errorf("unknown names %q; decode rows may have path, and those of flags dashed and lower", r.Names)
	}
	if err := r.checkSymbol(); err != nil {
		return err
	}
	if err := r.checkAddresses(); err != nil {
		return err
	}
	if missing := r.missing(); missing != "" {
		return fmt.Errorf("%s rows need %s", r.Kind, missing)
	}
	if r.Kind == Serve && len(r.Stop) > 0 && (len(r.Stop) > 1 || !slices.Contains([]string{"none", "never", "ctx", "builtin"}, r.Stop[0])) {
		return fmt.Errorf("stop=%s on a serve row; write none, never, ctx or builtin, and name methods on the server row of the type", strings.Join(r.Stop, ","))
	}
	if ends := []string{"error", "nil", "drained"}; r.Ends != "" && !slices.Contains(ends, r.Ends) {
		return fmt.Errorf("ends=%s; write one of %s", r.Ends, strings.Join(ends, ", "))
	}
	if r.Asks != "" && r.Asks != "ctx" {
		return fmt.Errorf("asks=%s; write asks=ctx, or leave it out", r.Asks)
	}
	for _, s := range r.Caught {
		if s == "SIGKILL" || s == "SIGSTOP" {
			return fmt.Errorf("caught: no program can catch %s; leave it out", s)
		}
		if s != "all" && (!strings.HasPrefix(s, "SIG") || s != strings.ToUpper(s)) {
			return fmt.Errorf("caught: %q is no signal; write SIGTERM, SIGINT, … or all", s)
		}
	}
	return nil
}

// checkSymbol returns what is wrong with the form of r's symbol: a method
// without parentheses would be looked for among the fields, and never found.
func (r *Row) checkSymbol() error {
	if r.Symbol == "" {
		return nil
	}
	if strings.HasPrefix(r.Symbol, "(") {
		if _, method, ok := strings.Cut(r.Symbol, ")."); !ok || method == "" || strings.Contains(method, ".") {
			return fmt.Errorf("symbol %q names no method; write (*example.com/kit.Server).Run", r.Symbol)
		}
		return nil
	}
	typ, field, ok := strings.Cut(strings.TrimPrefix(r.Symbol, r.Package+"."), ".")
	switch r.Kind {
	case Field:
		if !ok {
			return fmt.Errorf("symbol %q names no field; write example.com/kit.Config.Addr", r.Symbol)
		}
	case Bind, Serve, Option, Decode, Scan, Route, Owner:
		if ok {
			return fmt.Errorf("symbol %q names a field; write a method as (*%s.%s).%s", r.Symbol, r.Package, typ, field)
		}
	}
	return nil
}

// checkAddresses returns which literal address of r is none.
func (r *Row) checkAddresses() error {
	for _, v := range [...]struct{ key, value string }{{"empty", r.Empty}, {"fixed", r.Fixed}, {"absent", r.Absent}} {
		for a := range strings.SplitSeq(v.value, ",") {
			variable := v.key == "absent" && a == strings.ToUpper(a) && strings.Trim(a, "0123456789") != ""
			if v.value != "" && !strings.Contains(a, ":") && !variable {
				return fmt.Errorf("%s: %q is no address; write :%s", v.key, a, a)
			}
		}
	}
	return nil
}

// missing returns the keys of which r needs one and has none, or "".
func (r *Row) missing() string {
	some := func(ss ...Slot) bool { return slices.ContainsFunc(ss, func(s Slot) bool { return s.Set }) }
	switch r.Kind {
	case Bind:
		if !some(r.Addr, r.Port) && r.Fixed == "" {
			return "addr, port or fixed"
		}
	case Option:
		if !some(r.Addr, r.Port, r.Listener, r.Server) {
			return "addr, port, listener or server"
		}
	case Wrap:
		if !some(r.Listener, r.Server) {
			return "listener or server"
		}
	case Group:
		if !r.Listener.Set {
			return "listener"
		}
	case Address, Inject, Work:
		if r.Op == "" {
			return "op"
		}
	case Decode:
		if !r.Out.Set && !r.Env {
			return "out"
		}
	case Scan:
		if !r.Out.Set {
			return "out"
		}
	case Route:
		if !some(r.Pattern, r.Handler, r.Mux) && r.Role == "" {
			return "pattern, handler, mux or role"
		}
	case Signal:
		if !some(r.Signals, r.Channel, r.Callback) && len(r.Caught) == 0 && r.Op == "" {
			return "signals, channel, callback, caught or op"
		}
	}
	return ""
}

// repeated returns an error when one of rows is of the kind and the symbol of
// r: of two, only the first would count.
func repeated(rows []Row, r *Row) error {
	for i := range rows {
		if rows[i].Kind == r.Kind && rows[i].Symbol == r.Symbol {
			return fmt.Errorf("row %d is a %s row of %s, too; leave one out", i, r.Kind, r.Symbol)
		}
	}
	return nil
}
