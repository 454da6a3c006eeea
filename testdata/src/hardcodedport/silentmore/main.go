// Package main has more of what is configured in ways that are easy to miss.
package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/xml"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load()
	http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}

func scanned() {
	addr := ":8101"
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		if k, v, ok := strings.Cut(sc.Text(), "="); ok && k == "addr" {
			addr = v
		}
	}
	http.ListenAndServe(addr, nil)
}

func fromURL() {
	u, err := url.Parse(os.Getenv("PUBLIC_URL"))
	if err != nil || u.Port() == "" {
		log.Fatal("PUBLIC_URL has no port")
	}
	http.ListenAndServe(":"+u.Port(), nil)
}

func fromDatabase(db *sql.DB) {
	addr := ":8102"
	db.QueryRow("SELECT addr FROM settings").Scan(&addr)
	http.ListenAndServe(addr, nil)
}

type xmlConfig struct{ Addr string }

func fromXML(b []byte) {
	c := &xmlConfig{Addr: ":8103"}
	xml.NewDecoder(bytes.NewReader(b)).Decode(c)
	http.ListenAndServe(c.Addr, nil)
}

func fromTemplate(t *template.Template) {
	var b strings.Builder
	t.Execute(&b, 8104)
	http.ListenAndServe(b.String(), nil)
}

func fromArgs() {
	port := 8105
	if len(os.Args) > 1 {
		p, err := strconv.Atoi(os.Args[1])
		if err != nil {
			log.Fatal(err)
		}
		port = p
	}
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func fromChannel(c <-chan string) {
	addr := ":8106"
	select {
	case a := <-c:
		addr = a
	default:
	}
	http.ListenAndServe(addr, nil)
}

var (
	once sync.Once
	addr = ":8107"
)

func onceConfigured() {
	once.Do(func() {
		if v, ok := os.LookupEnv("ADDR"); ok {
			addr = v
		}
	})
	http.ListenAndServe(addr, nil)
}

func flagFunc() {
	port := "8108"
	flag.Func("port", "", func(s string) error { port = s; return nil })
	flag.Parse()
	http.ListenAndServe(":"+port, nil)
}

func inherited() {
	f := os.NewFile(3, "listener")
	l, err := net.FileListener(f)
	if err != nil {
		l, err = net.Listen("tcp", os.Getenv("ADDR"))
	}
	http.Serve(l, nil)
}

func offset() {
	n, _ := strconv.Atoi(os.Getenv("PORT"))
	http.ListenAndServe(fmt.Sprintf(":%d", n+1), nil)
	http.ListenAndServe(fmt.Sprintf(":%d", 8109+n), nil)
}

// The next free port is looked for.
func search() (net.Listener, error) {
	for p := 8110; p < 8120; p++ {
		if l, err := net.Listen("tcp", fmt.Sprintf(":%d", p)); err == nil {
			return l, nil
		}
	}
	return nil, net.ErrClosed
}

func getenvFunc(lookup func(string) (string, bool)) {
	addr := ":8121"
	if v, ok := lookup("ADDR"); ok {
		addr = v
	}
	http.ListenAndServe(addr, nil)
}

func init() {
	getenvFunc(os.LookupEnv)
	getenvFunc(func(string) (string, bool) { return "", false })
}

type provider interface{ Get(string) string }

func provided(p provider) { http.ListenAndServe(p.Get("addr"), nil) }

type Handler struct{ Addr string }

// ServeAll is given its addresses by a map.
func ServeAll(m map[string]Handler) {
	for _, h := range m {
		http.ListenAndServe(h.Addr, nil)
	}
}

func closureParam(configure func(*http.Server)) {
	srv := &http.Server{Addr: ":8122"}
	configure(srv)
	srv.ListenAndServe()
}

func init() {
	closureParam(func(s *http.Server) { s.Addr = os.Getenv("ADDR") })
}

var linked string // -ldflags "-X main.linked=:8080"

func byLinker() { http.ListenAndServe(linked, nil) }
