// Package collection keeps servers in slices and maps.
package collection

import (
	"context"
	"net/http"
)

func slice(ctx context.Context, h http.Handler) {
	servers := []*http.Server{{Addr: ":8080", Handler: h}, {Addr: ":8081", Handler: h}}
	for _, srv := range servers {
		go srv.ListenAndServe()
	}
	<-ctx.Done()
	for _, srv := range servers {
		srv.Shutdown(context.Background())
	}
}

func appended(ctx context.Context, h http.Handler, addrs []string) {
	var servers []*http.Server
	for _, addr := range addrs {
		srv := &http.Server{Addr: addr, Handler: h}
		servers = append(servers, srv)
		go srv.ListenAndServe()
	}
	<-ctx.Done()
	for i := range servers {
		servers[i].Shutdown(context.Background())
	}
}

func mapped(ctx context.Context, h http.Handler) {
	servers := map[string]*http.Server{"api": {Addr: ":8080", Handler: h}}
	servers["admin"] = &http.Server{Addr: ":8081", Handler: h}
	for _, srv := range servers {
		go srv.ListenAndServe()
	}
	<-ctx.Done()
	for _, srv := range servers {
		srv.Shutdown(context.Background())
	}
}

func array(ctx context.Context, h http.Handler) {
	servers := [2]*http.Server{{Addr: ":8080", Handler: h}, {Addr: ":8081", Handler: h}}
	go servers[0].ListenAndServe()
	go servers[1].ListenAndServe()
	<-ctx.Done()
	servers[0].Shutdown(context.Background())
	servers[1].Shutdown(context.Background())
}

type group struct{ servers []*http.Server }

func (g *group) add(addr string, h http.Handler) {
	g.servers = append(g.servers, &http.Server{Addr: addr, Handler: h})
}

func (g *group) start() {
	for _, srv := range g.servers {
		go func() { srv.ListenAndServe() }()
	}
}

func (g *group) stop(ctx context.Context) {
	for _, srv := range g.servers {
		srv.Shutdown(ctx)
	}
}

// named stops its servers one by one, each by its name.
type named struct{ servers map[string]*http.Server }

func newNamed() *named { return &named{servers: make(map[string]*http.Server)} }

func (n *named) start(name, addr string, h http.Handler) {
	srv := &http.Server{Addr: addr, Handler: h}
	n.servers[name] = srv
	go srv.ListenAndServe()
}

func (n *named) stop(ctx context.Context, name string) { n.servers[name].Shutdown(ctx) }

// gone lets others have its servers.
type gone struct{ servers map[string]*http.Server }

func (g *gone) start(name, addr string, h http.Handler) {
	g.servers[name] = &http.Server{Addr: addr, Handler: h}
	go g.servers[name].ListenAndServe()
}

func (g *gone) Servers() map[string]*http.Server { return g.servers }
