// Package main starts what is in collections.
package main

import (
	"cmp"
	"log"
	"net"
	"net/http"
	"os"
)

func slice(errs chan error) {
	servers := []*http.Server{
		{Addr: ":8001"},
		{Addr: ":8001"}, // want `port "8001" is that of the one written at collections.go:14, too`
	}
	for _, s := range servers {
		go func() { errs <- s.ListenAndServe() }()
	}
}

func variables(errs chan error) {
	api := &http.Server{Addr: ":" + cmp.Or(os.Getenv("APORT"), "8002")}
	hooks := &http.Server{Addr: ":" + cmp.Or(os.Getenv("BPORT"), "8002")} // want `port "8002" is that of the one written at collections.go:23`
	for _, s := range []*http.Server{api, hooks} {
		go func() { errs <- s.ListenAndServe() }()
	}
}

// Their defaults differ.
func others(errs chan error) {
	api := &http.Server{Addr: ":" + cmp.Or(os.Getenv("CPORT"), "8003")}
	hooks := &http.Server{Addr: ":" + cmp.Or(os.Getenv("DPORT"), "9003")}
	for _, s := range []*http.Server{api, hooks} {
		go func() { errs <- s.ListenAndServe() }()
	}
}

// One variable decides both.
func variable(errs chan error) {
	for _, s := range []*http.Server{
		{Addr: ":" + cmp.Or(os.Getenv("EPORT"), "8004")},
		{Addr: ":" + cmp.Or(os.Getenv("EPORT"), "9004")}, // want `environment variable "EPORT" decides this port and that of the one written at collections.go:42`
	} {
		go func() { errs <- s.ListenAndServe() }()
	}
}

type endpoint struct {
	name, addr string
	handler    http.Handler
}

func start(addr string, h http.Handler, errs chan error) {
	srv := &http.Server{Addr: addr, Handler: h}
	go func() { errs <- srv.ListenAndServe() }()
}

func table(errs chan error) {
	for _, e := range []endpoint{
		{"api", ":8005", nil},
		{"hooks", ":9005", nil},
		{"admin", ":8005", nil}, // want `port "8005" is that of the one written at collections.go:61`
	} {
		log.Print(e.name)
		start(e.addr, e.handler, errs)
	}
}

func keys(errs chan error) {
	addrs := map[string]string{
		"api":   ":8006",
		"admin": "localhost:8006", // want `port "8006" is that of the one written at collections.go:72`
	}
	for name, addr := range addrs {
		go func() {
			log.Print(name)
			errs <- http.ListenAndServe(addr, nil)
		}()
	}
}

func apart(errs chan error) {
	addrs := map[string]string{"api": ":8007", "admin": ":9007"}
	go func() { errs <- http.ListenAndServe(addrs["api"], nil) }()
	go func() { errs <- http.ListenAndServe(addrs["admin"], nil) }()
}

func appended(errs chan error) {
	var servers []*http.Server
	for _, addr := range []string{":8008", ":9008",
		":8008"} { // want `port "8008" is that of the one written at collections.go:91`
		servers = append(servers, &http.Server{Addr: addr})
	}
	for _, s := range servers {
		go func() { errs <- s.ListenAndServe() }()
	}
}

// One after the other, until one is free.
func tried() net.Listener {
	for _, addr := range []string{":8009", "0.0.0.0:8009"} {
		l, err := net.Listen("tcp", addr)
		if err == nil {
			return l
		}
	}
	return nil
}

func triedOn() {
	for _, addr := range []string{":8010", "0.0.0.0:8010"} {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			continue
		}
		log.Fatal(http.Serve(l, nil))
	}
}

// The second comes when the first has ended.
func inTurn() {
	for _, s := range []*http.Server{{Addr: ":8011"}, {Addr: ":8011"}} {
		log.Print(s.ListenAndServe())
	}
}

// One of them is chosen.
func chosen() {
	modes := map[string]*http.Server{"api": {Addr: ":8012"}, "admin": {Addr: ":8012"}}
	for name, s := range modes {
		if name == os.Getenv("MODE") {
			go s.ListenAndServe()
		}
	}
	log.Fatal(modes[os.Getenv("MODE")].ListenAndServe())
}

func main() {
	errs := make(chan error)
	slice(errs)
	variables(errs)
	others(errs)
	variable(errs)
	table(errs)
	keys(errs)
	apart(errs)
	appended(errs)
	go http.Serve(tried(), nil)
	go triedOn()
	go inTurn()
	go chosen()
	log.Fatal(<-errs)
}
