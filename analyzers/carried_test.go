package analyzers_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
)

// TestCarried runs hardcodedport on programs of two packages that carry an
// address, or the server that has it, to where it listens through up to six
// steps chosen at random: fields, methods, options, slices, maps, closures,
// helpers, another package. What it has to say is known: a literal is found
// where it comes from, a variable of the environment is not reported, and
// neither is what goes the same way for other uses. PORTVET_CARRIED is the
// number of programs, for a longer run: 2,000 take some minutes.
func TestCarried(t *testing.T) {
	seeds := 60
	if s := os.Getenv("PORTVET_CARRIED"); s != "" {
		seeds, _ = strconv.Atoi(s)
	} else if testing.Short() {
		seeds = 20
	}
	rules, err := analyzers.New(new(analyzers.Options))
	if err != nil {
		t.Fatal(err)
	}
	through, lost := make(map[string]int), make(map[string]int)
	carried, silent := 0, 0
	for seed := range seeds {
		c := &carrier{Rand: rand.New(rand.NewPCG(uint64(seed), 2))}
		lib, program := c.write()
		found := false
		for _, act := range analyse(t, rules, uint64(seed), lib, program) {
			for _, d := range act.Diagnostics {
				switch {
				case act.Analyzer.Name != "hardcodedport":
				case !c.fixed || found || !strings.Contains(d.Message, `"8080"`):
					t.Errorf("seed %d: wrong: %s\n%s\n%s", seed, d.Message, lib, program)
				default:
					found = true
				}
			}
		}
		if !c.fixed {
			continue
		}
		carried++
		for _, h := range slices.Compact(slices.Sorted(slices.Values(c.hops))) {
			through[h]++
			if !found {
				lost[h]++
			}
		}
		if !found {
			silent++
			if testing.Verbose() {
				t.Logf("seed %d: silent after %s\n%s\n%s", seed, strings.Join(c.hops, ", "), lib, program)
			}
		}
	}
	for _, h := range slices.Sorted(maps.Keys(through)) {
		t.Logf("%-20s lost in %d of %d", h, lost[h], through[h])
	}
	t.Logf("silent in %d of %d", silent, carried)
	if silent*20 > carried {
		t.Errorf("silent in %d of %d, which is more than one in twenty", silent, carried)
	}
}

// carrier writes programs that carry a value.
type carrier struct {
	*rand.Rand
	fixed     bool
	hops      []string
	n         int
	lib, decl strings.Builder // declarations
	body      strings.Builder // of func main
}

func (c *carrier) of(choices ...string) string { return choices[c.IntN(len(choices))] }

// step is a kind of hop: it returns the expression of what e has become, of
// type string or *http.Server.
type step struct {
	name  string
	carry func(c *carrier, id, typ, e, other string) string
}

var steps = []step{
	{"field", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type field%s struct{ a, b %s }\n\n", id, typ)
		c.do("f%s := field%s{a: %s, b: %s}", id, id, e, other)
		return "f" + id + ".a"
	}},
	{"assigned field", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type field%s struct{ a, b %s }\n\n", id, typ)
		c.do("f%s := &field%s{}\n\tf%s.a, f%s.b = %s, %s", id, id, id, id, e, other)
		return "f" + id + ".a"
	}},
	{"method", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type thing%s struct{ a %s }\n\nfunc new%s(a %s) *thing%s { return &thing%s{a: a} }\n\nfunc (t *thing%s) get() %s { return t.a }\n\n", id, typ, id, typ, id, id, id, typ)
		c.do("_ = new%s(%s).get()", id, other)
		return "new" + id + "(" + e + ").get()"
	}},
	{"method that prepares", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type thing%s struct{ a, b %s }\n\nfunc new%s(a %s) *thing%s { return &thing%s{a: a} }\n\nfunc (t *thing%s) init() *thing%s {\n\tt.b = t.a\n\treturn t\n}\n\n",
			id, typ, id, typ, id, id, id, id)
		c.do("_ = new%s(%s).init()", id, other)
		return "new" + id + "(" + e + ").init().b"
	}},
	{"builder", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type builder%s struct{ a %s }\n\nfunc (b *builder%s) with(a %s) *builder%s {\n\tb.a = a\n\treturn b\n}\n\nfunc (b *builder%s) build() %s { return b.a }\n\n",
			id, typ, id, typ, id, id, typ)
		return "new(builder" + id + ").with(" + e + ").build()"
	}},
	{"option", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type config%s struct{ a, b %s }\n\ntype option%s func(*config%s)\n\n", id, typ, id, id)
		for _, f := range []string{"a", "b"} {
			fmt.Fprintf(&c.decl, "func %sOf%s(x %s) option%s { return func(c *config%s) { c.%s = x } }\n\n", f, id, typ, id, id, f)
		}
		fmt.Fprintf(&c.decl, "func configure%s(opts ...option%s) *config%s {\n\tc := &config%s{}\n\tfor _, o := range opts {\n\t\to(c)\n\t}\n\treturn c\n}\n\n", id, id, id, id)
		return fmt.Sprintf("configure%s(aOf%s(%s), bOf%s(%s)).a", id, id, e, id, other)
	}},
	{"slice", func(c *carrier, id, typ, e, other string) string {
		c.do("s%s := []%s{%s}", id, typ, e)
		return "s" + id + "[0]"
	}},
	{"append in a loop", func(c *carrier, id, typ, e, other string) string {
		c.do("var s%s []%s\n\tfor _, x := range []%s{%s} {\n\t\ts%s = append(s%s, x)\n\t}", id, typ, typ, e, id, id)
		return "s" + id + "[0]"
	}},
	{"table", func(c *carrier, id, typ, e, other string) string {
		c.do("var t%s %s\n\tfor _, x := range []struct{ a, b %s }{{%s, %s}} {\n\t\tt%s = x.a\n\t\t_ = x.b\n\t}", id, typ, typ, e, other, id)
		return "t" + id
	}},
	{"map", func(c *carrier, id, typ, e, other string) string {
		c.do("m%s := map[string]%s{\"a\": %s, \"b\": %s}", id, typ, e, other)
		return "m" + id + "[\"a\"]"
	}},
	{"filled map", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type map%s map[string]%s\n\n", id, typ)
		c.do("m%s := make(map%s)\n\tm%s[\"a\"] = %s\n\tm%s[\"b\"] = %s", id, id, id, e, id, other)
		return "m" + id + "[\"a\"]"
	}},
	{"closure", func(c *carrier, id, typ, e, other string) string {
		c.do("c%s := func() %s { return %s }", id, typ, e)
		return "c" + id + "()"
	}},
	{"made closure", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "func make%s(x %s) func() %s { return func() %s { return x } }\n\n", id, typ, typ, typ)
		c.do("c%s, d%s := make%s(%s), make%s(%s)\n\t_ = d%s()", id, id, id, e, id, other, id)
		return "c" + id + "()"
	}},
	{"helper", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "func help%s(x %s) %s { return x }\n\n", id, typ, typ)
		c.do("_ = help%s(%s)", id, other)
		return "help" + id + "(" + e + ")"
	}},
	{"generic helper", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "func first%s[T any](x T, _ ...T) T { return x }\n\n", id)
		return "first" + id + "(" + e + ", " + other + ")"
	}},
	{"two results", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "func both%s(x, y %s) (a %s, b %s, err error) {\n\ta, b = x, y\n\treturn\n}\n\n", id, typ, typ, typ)
		c.do("a%s, b%s, err%s := both%s(%s, %s)\n\tif err%s != nil {\n\t\tlog.Fatal(err%s, b%s)\n\t}", id, id, id, id, e, other, id, id, id)
		return "a" + id
	}},
	{"embedded field", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type inner%s struct{ a, b %s }\n\ntype outer%s struct {\n\tinner%s\n\tb %s\n}\n\n", id, typ, id, id, typ)
		c.do("o%s := &outer%s{inner%s: inner%s{a: %s}, b: %s}", id, id, id, id, e, other)
		return "o" + id + ".a"
	}},
	{"method value", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type held%s struct{ a, b %s }\n\nfunc (h held%s) get() %s { return h.a }\n\n", id, typ, id, typ)
		c.do("h%s := held%s{%s, %s}\n\tg%s := h%s.get", id, id, e, other, id, id)
		return "g" + id + "()"
	}},
	{"interface", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type getter%s interface{ get() %s }\n\ntype got%s struct{ a, b %s }\n\nfunc (g got%s) get() %s { return g.a }\n\n", id, typ, id, typ, id, typ)
		c.do("var g%s getter%s = got%s{%s, %s}", id, id, id, e, other)
		return "g" + id + ".get()"
	}},
	{"array", func(c *carrier, id, typ, e, other string) string {
		c.do("var s%s [1]%s\n\ts%s[0] = %s", id, typ, id, e)
		return "s" + id + "[0]"
	}},
	{"range over a map", func(c *carrier, id, typ, e, other string) string {
		c.do("var r%s %s\n\tfor _, x := range map[string]struct{ a, b %s }{\"a\": {%s, %s}} {\n\t\tr%s = x.a\n\t}", id, typ, typ, e, other, id)
		return "r" + id
	}},
	{"map in a field", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.decl, "type table%s map[string]%s\n\ntype tables%s struct{ all table%s }\n\nfunc (t *tables%s) get() %s { return t.all[\"a\"] }\n\n", id, typ, id, id, id, typ)
		c.do("t%s := &tables%s{all: table%s{\"a\": %s, \"b\": %s}}", id, id, id, e, other)
		return "t" + id + ".get()"
	}},
	{"package config", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Config%s struct{ A, B %s }\n\ntype User%s struct{ cfg Config%s }\n\nfunc Use%s(cfg Config%s) *User%s { return &User%s{cfg} }\n\nfunc (u *User%s) Get() %s { return u.cfg.A }\n\n",
			id, typ, id, id, id, id, id, id, id, typ)
		c.do("cfg%s := lib.Config%s{A: %s, B: %s}", id, id, e, other)
		return "lib.Use" + id + "(cfg" + id + ").Get()"
	}},
	{"package option", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Settings%s struct{ a, b %s }\n\ntype Option%s func(*Settings%s)\n\n", id, typ, id, id)
		for _, f := range []string{"a", "b"} {
			fmt.Fprintf(&c.lib, "func %sOf%s(x %s) Option%s { return func(s *Settings%s) { s.%s = x } }\n\n", strings.ToUpper(f), id, typ, id, id, f)
		}
		fmt.Fprintf(&c.lib, "func Set%s(opts ...Option%s) *Settings%s {\n\ts := &Settings%s{}\n\tfor _, o := range opts {\n\t\to(s)\n\t}\n\treturn s\n}\n\nfunc (s *Settings%s) Get() %s { return s.a }\n\n",
			id, id, id, id, id, typ)
		return fmt.Sprintf("lib.Set%s(lib.AOf%s(%s), lib.BOf%s(%s)).Get()", id, id, e, id, other)
	}},
	{"package method that prepares", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Prepared%s struct{ a, b %s }\n\nfunc Prepare%s(a %s) *Prepared%s { return &Prepared%s{a: a} }\n\nfunc (p *Prepared%s) Init() { p.b = p.a }\n\nfunc (p *Prepared%s) Get() %s { return p.b }\n\n",
			id, typ, id, typ, id, id, id, id, typ)
		c.do("p%s, q%s := lib.Prepare%s(%s), lib.Prepare%s(%s)\n\tp%s.Init()\n\tq%s.Init()", id, id, id, e, id, other, id, id)
		return "p" + id + ".Get()"
	}},
	{"package helper", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "func Help%s(x %s) %s { return x }\n\n", id, typ, typ)
		c.do("_ = lib.Help%s(%s)", id, other)
		return "lib.Help" + id + "(" + e + ")"
	}},
	{"package constructor", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Thing%s struct{ a %s }\n\nfunc New%s(a %s) *Thing%s { return &Thing%s{a: a} }\n\nfunc (t *Thing%s) Get() %s { return t.a }\n\n", id, typ, id, typ, id, id, id, typ)
		c.do("_ = lib.New%s(%s).Get()", id, other)
		return "lib.New" + id + "(" + e + ").Get()"
	}},
	{"found out once", func(c *carrier, id, typ, e, other string) string {
		c.do("once%s := sync.OnceValue(func() %s { return %s })", id, typ, e)
		return "once" + id + "()"
	}},
	{"taken apart", func(c *carrier, id, typ, e, other string) string {
		if typ != "string" {
			return e
		}
		fmt.Fprintf(&c.decl, "func apart%s(addr string) string {\n\thost, port, err := net.SplitHostPort(addr)\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n\treturn net.JoinHostPort(host, port)\n}\n\n", id)
		c.do("_ = apart%s(%s)", id, other)
		return "apart" + id + "(" + e + ")"
	}},
	{"package interface", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Source%s interface{ Get() %s }\n\ntype Reader%s struct{ from Source%s }\n\nfunc Read%s(s Source%s) *Reader%s { return &Reader%s{s} }\n\nfunc (r *Reader%s) Value() %s { return r.from.Get() }\n\n",
			id, typ, id, id, id, id, id, id, id, typ)
		fmt.Fprintf(&c.decl, "type source%s struct{ a, b %s }\n\nfunc (s source%s) Get() %s { return s.a }\n\n", id, typ, id, typ)
		return fmt.Sprintf("lib.Read%s(source%s{%s, %s}).Value()", id, id, e, other)
	}},
	{"package variable", func(c *carrier, id, typ, e, other string) string {
		if typ != "string" || e != "address" {
			return e
		}
		fmt.Fprintf(&c.lib, "var Address%s = \":8080\"\n\nfunc Where%s() string { return Address%s }\n\n", id, id, id)
		return "lib.Where" + id + "()"
	}},
	{"package builder", func(c *carrier, id, typ, e, other string) string {
		fmt.Fprintf(&c.lib, "type Builder%s struct{ a, b %s }\n\nfunc Build%s() *Builder%s { return &Builder%s{} }\n\n", id, typ, id, id, id)
		for _, f := range []string{"a", "b"} {
			fmt.Fprintf(&c.lib, "func (x *Builder%s) With%s(v %s) *Builder%s {\n\tx.%s = v\n\treturn x\n}\n\n", id, strings.ToUpper(f), typ, id, f)
		}
		fmt.Fprintf(&c.lib, "func (x *Builder%s) Done() %s { return x.a }\n\n", id, typ)
		return fmt.Sprintf("lib.Build%s().WithA(%s).WithB(%s).Done()", id, e, other)
	}},
}

// do adds a statement to func main.
func (c *carrier) do(format string, args ...any) { fmt.Fprintf(&c.body, "\t"+format+"\n", args...) }

// hop carries e, of type typ, through a random step.
func (c *carrier) hop(typ, e, other string) string {
	s := steps[c.IntN(len(steps))]
	c.n++
	c.hops = append(c.hops, s.name)
	return s.carry(c, strconv.Itoa(c.n), typ, e, other)
}

// write returns package lib and the program that imports it.
func (c *carrier) write() (lib, program string) {
	c.fixed = c.IntN(4) > 0
	e := `os.Getenv("ADDR")`
	if c.fixed {
		e = c.of(`":8080"`, `"0.0.0.0:8080"`, `address`)
	}
	other := `os.Getenv("OTHER")`
	if !c.fixed {
		other = `":9999"`
	}
	hops := c.IntN(7)
	asServer := c.IntN(hops + 1) // steps with the server instead of the address
	for range hops - asServer {
		e = c.hop("string", e, other)
	}
	switch end := c.IntN(7); {
	case asServer == 0 && end == 0:
		c.do("log.Fatal(http.ListenAndServe(%s, nil))", e)
	case asServer == 0 && end == 1:
		c.do("l, err := net.Listen(\"tcp\", %s)\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n\tlog.Fatal(http.Serve(l, nil))", e)
	case asServer == 0 && end == 2:
		c.lib.WriteString("type Server struct {\n\taddr string\n\tsrv *http.Server\n}\n\nfunc New(addr string) *Server { return &Server{addr: addr} }\n\n" +
			"func (s *Server) Init() *Server {\n\ts.srv = &http.Server{Addr: s.addr}\n\treturn s\n}\n\nfunc (s *Server) Start() error { return s.srv.ListenAndServe() }\n\n")
		c.do("go lib.New(os.Getenv(\"THIRD\")).Init().Start()\n\tlog.Fatal(lib.New(%s).Init().Start())", e)
	case asServer == 0 && end == 3:
		c.lib.WriteString("type Group struct{ all []*http.Server }\n\nfunc (g *Group) Add(addr string) { g.all = append(g.all, &http.Server{Addr: addr}) }\n\n" +
			"func (g *Group) Run() {\n\tfor _, s := range g.all {\n\t\tgo s.ListenAndServe()\n\t}\n}\n\n")
		c.do("var g lib.Group\n\tg.Add(os.Getenv(\"THIRD\"))\n\tg.Add(%s)\n\tg.Run()", e)
	case asServer == 0 && end <= 5:
		c.lib.WriteString("type Runner interface{ Run() error }\n\ntype Service struct{ addr string }\n\nfunc Serve(addr string) *Service { return &Service{addr} }\n\nfunc (s *Service) Run() error { return http.ListenAndServe(s.addr, nil) }\n\n" +
			"func All(rs ...Runner) {\n\tfor _, r := range rs {\n\t\tgo r.Run()\n\t}\n}\n\nfunc Funcs(fs ...func() error) {\n\tfor _, f := range fs {\n\t\tgo f()\n\t}\n}\n\n")
		if end == 4 {
			c.do("lib.All(lib.Serve(os.Getenv(\"THIRD\")), lib.Serve(%s))", e)
		} else {
			c.do("lib.Funcs(lib.Serve(os.Getenv(\"THIRD\")).Run, lib.Serve(%s).Run)", e)
		}
	default:
		e = "&http.Server{Addr: " + e + "}"
		for range asServer {
			e = c.hop("*http.Server", e, "&http.Server{Addr: "+other+"}")
		}
		c.do("srv := %s\n\tlog.Fatal(srv.ListenAndServe())", e)
	}
	return "package lib\n\nimport \"net/http\"\n\nvar Used http.Handler\n\n" + c.lib.String(),
		"package main\n\nimport (\n\t\"log\"\n\t\"net\"\n\t\"net/http\"\n\t\"os\"\n\t\"sync\"\n\n\t\"example.com/m/lib\"\n)\n\nconst address = \":8080\"\n\nvar _ = lib.Used\n\nvar _ = os.Args\n\nvar _ sync.Mutex\n\nvar _ = log.Fatal\n\nvar _ net.Listener\n\nvar _ http.Handler\n\n" +
			c.decl.String() + "func main() {\n" + c.body.String() + "}\n"
}
