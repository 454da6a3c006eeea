// Package main has its servers in objects.
package main

import (
	"cmp"
	"log"
	"net"
	"net/http"
	"os"

	"portconflict/objects/web"
)

type config struct{ Port string }

type app struct {
	cfg config
	web *http.Server
	raw *http.Server
}

func newApp(cfg config) *app {
	return &app{cfg: cfg, web: &http.Server{Addr: ":" + cfg.Port}, raw: &http.Server{}}
}

// One variable decides both, and one call starts them.
func (a *app) run() error {
	errs := make(chan error, 2)
	go func() {
		l, err := net.Listen("tcp", ":"+a.cfg.Port)
		if err != nil {
			errs <- err
			return
		}
		errs <- a.raw.Serve(l)
	}()
	go func() {
		errs <- a.web.ListenAndServe() // want `port "8080" is that of net.Listen at objects.go:30, too`
	}()
	return <-errs
}

func start(name, port string, errs chan<- error) *http.Server {
	srv := &http.Server{Addr: ":" + port}
	go func() {
		log.Print(name)
		errs <- srv.ListenAndServe()
	}()
	return srv
}

// One helper with two variables and one default.
func twice(errs chan<- error) {
	a := start("api", cmp.Or(os.Getenv("API_PORT"), "8081"), errs)
	b := start("admin", cmp.Or(os.Getenv("ADMIN_PORT"), "8081"), errs) // want `port "8081" is that of \(\*http.Server\).ListenAndServe at objects.go:54`
	defer a.Close()
	defer b.Close()
}

func apart(errs chan<- error) {
	start("api", cmp.Or(os.Getenv("CPORT"), "8082"), errs)
	start("admin", cmp.Or(os.Getenv("DPORT"), "9082"), errs)
}

// The same in another package.
func packages(errs chan<- error) {
	api := web.New(":" + cmp.Or(os.Getenv("EPORT"), "8083"))
	admin := web.New(":" + cmp.Or(os.Getenv("FPORT"), "8083")) // want `port "8083" is that of`
	hooks := web.New(":" + cmp.Or(os.Getenv("HOOKS_PORT"), "9083"))
	go func() { errs <- api.Start() }()
	go func() { errs <- admin.Start() }()
	go func() { errs <- hooks.Start() }()
}

// One server on two sockets.
func sockets() {
	srv := &http.Server{}
	all, err := net.Listen("tcp", ":8084")
	if err != nil {
		log.Fatal(err)
	}
	one, err := net.Listen("tcp", "127.0.0.1:8084") // want `port "8084" is that of net.Listen at objects.go:78`
	if err != nil {
		log.Fatal(err)
	}
	go srv.Serve(all)
	go srv.Serve(one)
}

func hosts() {
	srv := &http.Server{}
	four, err := net.Listen("tcp", "127.0.0.1:8085")
	if err != nil {
		log.Fatal(err)
	}
	six, err := net.Listen("tcp", "[::1]:8085")
	if err != nil {
		log.Fatal(err)
	}
	go srv.Serve(four)
	go srv.Serve(six)
}

func main() {
	errs := make(chan error)
	twice(errs)
	apart(errs)
	packages(errs)
	sockets()
	hosts()
	log.Fatal(newApp(config{Port: cmp.Or(os.Getenv("PORT"), "8080")}).run())
}
