// Package main has its addresses in collections.
package main

import (
	"cmp"
	"net/http"
	"os"
	"strings"
	"sync"
)

var addrs = map[string]string{
	"api":      ":8001", // want `port "8001" is hardcoded`
	"database": "localhost:5432",
}

func key() { http.ListenAndServe(addrs["api"], nil) }

func every() {
	for _, addr := range map[string]string{
		"api":   ":8002", // want `port "8002" is hardcoded`
		"admin": ":8003", // want `port "8003" is hardcoded`
	} {
		go http.ListenAndServe(addr, nil)
	}
}

func keys() {
	for addr, h := range map[string]http.Handler{
		":8004": http.NotFoundHandler(), // want `port "8004" is hardcoded`
	} {
		go http.ListenAndServe(addr, h)
	}
}

// What is put in counts, too.
func replaced() {
	own := map[string]string{"api": ":8005"}
	if a := os.Getenv("ADDR"); a != "" {
		own["api"] = a
	}
	http.ListenAndServe(own["api"], nil)
}

type stages map[string]string

// The environment chooses the element.
func stage() {
	s := stages{"dev": ":8006", "production": ":80"}
	http.ListenAndServe(s[os.Getenv("STAGE")], nil)
}

type filled map[string]string

func made() {
	m := make(filled)
	m["api"] = ":8007" // want `port "8007" is hardcoded`
	m["hooks"] = os.Getenv("HOOKS_ADDR")
	go http.ListenAndServe(m["api"], nil)
	http.ListenAndServe(m["hooks"], nil)
}

type decoded map[string]string

func load(decoded) {}

func read(unmarshal func(any) error) {
	m := decoded{"api": ":8008"}
	unmarshal(&m)
	http.ListenAndServe(m["api"], nil)
}

type endpoint struct{ name, addr string }

// One is chosen by a variable, the other is not.
func table() {
	for _, e := range []endpoint{
		{"api", cmp.Or(os.Getenv("ADDR"), ":8009")},
		{"hooks", ":8010"}, // want `port "8010" is hardcoded`
	} {
		go http.ListenAndServe(e.addr, nil)
	}
}

func main() {
	go key()
	go every()
	go keys()
	go replaced()
	go stage()
	go made()
	go read(nil)
	load(nil)
	table()
	select {}
}

// The elements of a joined slice are put together.
func joined() {
	go http.ListenAndServe(strings.Join([]string{"", "8107"}, ":"), nil) // want `port "8107" is hardcoded`
	http.ListenAndServe(strings.Join([]string{"", os.Getenv("JOINED_PORT")}, ":"), nil)
}

var once = sync.OnceValue(func() string { return ":8108" })

var later = sync.OnceValue(func() string { return os.Getenv("LATER_ADDR") })

// What is found out once is what the function returns.
func found() {
	go http.ListenAndServe(once(), nil) // want `port "8108" is hardcoded`
	http.ListenAndServe(later(), nil)
}
