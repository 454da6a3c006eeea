// Package main hands its address far.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
)

func main() {
	a := app{cfg: config{http: listenConfig{port: 8201}}} // want `port "8201".*passed to net.Listen at main.go:29`
	a.run(context.Background())
	level1("8202") // want `port "8202".*passed to http.ListenAndServe at main.go:36`
	level1(os.Getenv("PORT"))
	b := bootstrap{}
	b.start(":8203") // want `port "8203"`
}

type app struct{ cfg config }
type config struct{ http listenConfig }
type listenConfig struct{ port int }

func (c listenConfig) addr() string { return fmt.Sprintf(":%d", c.port) }

func (a *app) run(ctx context.Context) error {
	cfg := a.cfg.http
	l, err := net.Listen("tcp", cfg.addr())
	_ = l
	return err
}

func level1(p string) { level2(p) }
func level2(p string) { level3(":" + p) }
func level3(a string) { http.ListenAndServe(a, nil) }

type bootstrap struct{ servers []*http.Server }

func (b *bootstrap) start(addr string) {
	b.add(addr)
	for _, s := range b.servers {
		go s.ListenAndServe()
	}
}

func (b *bootstrap) add(addr string) {
	b.servers = append(b.servers, &http.Server{Addr: addr})
}
