// Package main is a service as kratos' layout makes them: the configuration
// is read from the environment and a file, and scanned into a struct; the
// servers are made from it by functions.
package main

import (
	"flag"
	"time"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/config"
	"github.com/go-kratos/kratos/v2/config/env"
	"github.com/go-kratos/kratos/v2/config/file"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"
)

type bootstrap struct {
	Server struct {
		HTTP struct {
			Addr    string        `json:"addr"`
			Timeout time.Duration `json:"timeout"`
		} `json:"http"`
		GRPC struct {
			Addr string `json:"addr"`
		} `json:"grpc"`
	} `json:"server"`
}

var confDir = flag.String("conf", "../../configs", "config path, eg: -conf config.yaml")

func main() {
	flag.Parse()
	c := config.New(config.WithSource(env.NewSource("ORDERS_"), file.NewSource(*confDir)))
	defer c.Close()
	if err := c.Load(); err != nil {
		panic(err)
	}
	var bc bootstrap
	if err := c.Scan(&bc); err != nil {
		panic(err)
	}
	if err := newApp(newGRPCServer(&bc), newHTTPServer(&bc)).Run(); err != nil {
		panic(err)
	}
}

func newApp(gs *grpc.Server, hs *http.Server) *kratos.App {
	return kratos.New(kratos.Name("orders"), kratos.Server(gs, hs))
}

func newHTTPServer(c *bootstrap) *http.Server {
	opts := []http.ServerOption{http.Middleware(recovery.Recovery())}
	if c.Server.HTTP.Addr != "" {
		opts = append(opts, http.Address(c.Server.HTTP.Addr))
	}
	srv := http.NewServer(opts...)
	srv.Route("/").GET("/healthz", func(ctx http.Context) error { return ctx.String(200, "ok") })
	return srv
}

func newGRPCServer(c *bootstrap) *grpc.Server {
	var opts []grpc.ServerOption
	if c.Server.GRPC.Addr != "" {
		opts = append(opts, grpc.Address(c.Server.GRPC.Addr))
	}
	return grpc.NewServer(opts...)
}
