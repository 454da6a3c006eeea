// The cases of the evaluator: every call of is evaluates its first argument
// and compares the alternatives with its second, in any order.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"

	"example.com/origin/other"
)

func is(value any, want string) {}

const port = "8080"

var global = "1234"

var unset string

func main() {
	is("a", `"a"`)
	is(port, `"8080"`)
	is(":"+port, `":8080"`)
	is(global, `"1234"`)
	is(unset, `?`) // -ldflags -X may set it
	is(os.Getenv("PORT"), `env(PORT)`)
	is(":"+os.Getenv("PORT"), `":"env(PORT)`)
	is(fmt.Sprintf("%s:%d", "h", 80), `"h"":""80"`)
	is(fmt.Sprintf("%x", 80), `?`)
	is(net.JoinHostPort("::1", port), `"[::1]"":""8080"`)
	is(strconv.Itoa(8080), `"8080"`)
	is(cmp.Or(os.Getenv("A"), os.Getenv("B"), "c"), `env(A), env(B), "c"`)
	is(other.Port, `"7070"`)
	is(other.Addr, `":6060"`)

	locals()
	helpers()
	structs()
	pointers()
	collections()
	functions()
	param(":1")
	param(":2")
}

func locals() {
	p := os.Getenv("PORT")
	if p == "" {
		p = "8080"
	}
	is(p, `env(PORT), "8080"`)
	p2 := p
	is(":"+p2, `":"env(PORT), ":""8080"`)
	s := "a"
	s += "b"
	is(s, `"a""b"`)
	loop := "x"
	for range 3 {
		loop = loop + "y"
	}
	is(loop[1:], `?`)
	var n int
	n, _ = strconv.Atoi(os.Getenv("N"))
	is(n, `env(N)`)
	is(n+1, `env(N)`)
	host, prt, _ := net.SplitHostPort("h:9")
	is(host, `"h"`)
	is(prt, `"9"`)
	ch := make(chan string, 1)
	is(<-ch, `?`)
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func helpers() {
	is(getenv("PORT", "8080"), `env(PORT), "8080"`)
	is(getenv("DB_PORT", "5432"), `env(DB_PORT), "5432"`)
	is(other.Getenv("PORT", "1"), `env(PORT), "1"`)
	injected := func(get func(string) string) { is(get("PORT"), `?, env(PORT)`) }
	use(injected)
	is(recursive(3), `"end"`)
}

func use(any) {}

func recursive(n int) string {
	if n > 0 {
		return recursive(n - 1)
	}
	return "end"
}

type server struct {
	addr string
	tls  bool
}

func newServer(addr string) *server { return &server{addr: addr} }

func (s *server) address() string { return s.addr }

type tagged struct {
	Port string `yaml:"port" env:"APP_PORT"`
	Addr string `protobuf:"bytes,1,opt,name=addr,proto3"`
}

type decoded struct{ Inner struct{ Port int } }

type option func(*server)

func withAddr(a string) option { return func(s *server) { s.addr = a } }

func structs() {
	is(newServer(":1").addr, `":1", ":opt"`) // an option may have been applied
	is(newServer(":2").address(), `":2", ":opt"`)
	use(withAddr(":opt"))
	c := other.New("5")
	is(c.Port, `"5"`)
	is(c.Host, `"localhost"`)
	c2 := &other.Config{Port: "6"}
	is(c2.Port, `"6"`)
	is(c2.Host, `""`)
	is(tagged{Port: "1"}.Port, `"1", tagged(port), env(APP_PORT)`)
	is(tagged{Addr: ":1"}.Addr, `":1", tagged(addr)`)
	var d decoded
	d.Inner.Port = 80
	_ = json.Unmarshal(nil, &d)
	is(d.Inner.Port, `"80", config()`)
	var zero server
	zero.tls = true
	is(zero.tls, `"true", "false"`)
}

func set(p *string, key string) {
	if v := os.Getenv(key); v != "" {
		*p = v
	}
}

func reads(p *string) bool { return *p == "" }

func pointers() {
	a := "1"
	set(&a, "A")
	is(a, `"1", env(A)`)
	b := "2"
	_ = reads(&b)
	is(b, `"2"`)
	c := flag.String("c", "3", "")
	is(*c, `flag(c), "3"`)
	var d string
	flag.StringVar(&d, "d", "4", "")
	is(d, `flag(d), "4"`)
	e := "5"
	fmt.Sscan("x", &e)
	is(e, `"5", "x"`)
	var f, g string
	fmt.Sscan(os.Getenv("K"), &f)
	is(f, `env(K)`)
	fmt.Fscanf(strings.NewReader(os.Getenv("K")), ":%s", &g)
	is(g, `env(K)`)
	var h int
	var i string
	fmt.Sscanf("6 x", "%d %s", &h, &i)
	is(i, `?`)
	fmt.Sscanf("7/tcp", "%d", &h)
	is(h, `?`)
	var j string
	fmt.Scan(&j)
	is(j, `?`)
}

func collections() {
	for _, a := range []string{"x", "y"} {
		is(a, `"x", "y"`)
	}
	m := map[string]string{"a": "b"}
	is(m["a"], `"b"`)
	is(m["c"], `?`)
	s := []string{"p"}
	s = append(s, "q")
	is(s[0], `"p", "q"`)
}

func functions() {
	f := func(a string) string { return a + "!" }
	is(f("b"), `"b""!"`)
	g := os.Getenv
	is(g("K"), `env(K)`)
	v, err := two()
	_ = err
	is(v, `"ok"`)
	is(generic("g"), `"g"`)
}

func two() (string, error) {
	if unset == "" {
		return "", fmt.Errorf("no")
	}
	return "ok", nil
}

func generic[T any](v T) T { return v }

func param(a string) { is(a, `#0`) }
