// Package main takes the port from a configuration file only: go-zero reads
// the environment only when it is told to.
package main

import (
	"flag"

	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/rest"
)

type config struct {
	rest.RestConf
}

func main() {
	file := flag.String("f", "etc/orders.yaml", "the config file")
	flag.Parse()
	var c config
	conf.MustLoad(*file, &c)
	server := rest.MustNewServer(c.RestConf) // want `portenv: .*config field RestConf.Port`
	defer server.Stop()
	server.Start()
}
