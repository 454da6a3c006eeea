// Package main is a service as goctl makes them: the configuration comes from
// a file in which variables of the environment are put, the routes from a
// generated function, and go-zero has an endpoint for health of its own
// (DevServer).
package main

import (
	"flag"
	"fmt"
	"net/http"

	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/rest"
)

// Config is what the file holds.
type Config struct {
	rest.RestConf
}

var configFile = flag.String("f", "etc/orders-api.yaml", "the config file")

func main() {
	flag.Parse()

	var c Config
	conf.MustLoad(*configFile, &c, conf.UseEnv())

	server := rest.MustNewServer(c.RestConf)
	defer server.Stop()
	registerHandlers(server)

	fmt.Printf("Starting server at %s:%d...\n", c.Host, c.Port)
	server.Start()
}

func registerHandlers(server *rest.Server) {
	server.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/orders/:id", Handler: func(w http.ResponseWriter, r *http.Request) {}},
	}, rest.WithPrefix("/v1"))
}
