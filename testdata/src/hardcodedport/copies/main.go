// Package main copies its configuration before it fills it.
package main

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
)

type Config struct{ Addr string }

var defaultConfig = Config{Addr: ":8301"}

func main() {
	cfg := defaultConfig
	if b, err := os.ReadFile("app.json"); err == nil {
		json.Unmarshal(b, &cfg)
	}
	http.ListenAndServe(cfg.Addr, nil)
}

type loading struct{ addr, Addr string }

func (l *loading) load(b []byte) error { return json.Unmarshal(b, l) }

func method(b []byte) {
	l := &loading{Addr: ":8302"}
	l.load(b)
	http.ListenAndServe(l.Addr, nil)
}

type embedding struct {
	base
	name string
}

type base struct{ Addr string }

func decodeEmbedded(b []byte) {
	e := embedding{base: base{Addr: ":8304"}}
	json.Unmarshal(b, &e)
	http.ListenAndServe(e.Addr, nil)
}

type inSlice struct{ Addr string }

func decodeSlice(b []byte) {
	servers := []inSlice{{Addr: ":8305"}}
	json.Unmarshal(b, &servers)
	for _, s := range servers {
		http.ListenAndServe(s.Addr, nil)
	}
}

type flags struct {
	server struct{ addr string }
}

func (f *flags) register(fs *flag.FlagSet) {
	fs.StringVar(&f.server.addr, "addr", f.server.addr, "")
}

func nestedFlags() {
	var f flags
	f.server.addr = ":8306"
	f.register(flag.CommandLine)
	flag.Parse()
	http.ListenAndServe(f.server.addr, nil)
}

type pointed struct{ Addr *string }

func pointers() {
	p := pointed{Addr: flag.String("addr", ":8307", "")}
	http.ListenAndServe(*p.Addr, nil)
}

type unread struct{ Addr string }

// Encoding reads only.
func encoded(enc *json.Encoder) {
	u := &unread{Addr: ":8309"} // want `port "8309"`
	enc.Encode(u)
	http.ListenAndServe(u.Addr, nil)
}
