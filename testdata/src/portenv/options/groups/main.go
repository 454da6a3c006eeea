// Command groups has options in a struct within another, and adds more.
package main

import (
	"net"
	"net/http"

	"github.com/jessevdk/go-flags"
)

type options struct {
	Server struct {
		Host string `long:"host"`
		Port string `long:"port"`
	} `group:"Server"`
}

type extra struct {
	Port string `long:"more-port" env:"MORE_PORT"`
}

func main() {
	var opts options
	more := new(extra)
	p := flags.NewParser(&opts, flags.Default)
	p.AddGroup("More", "", more)
	p.Parse()
	go http.ListenAndServe(":"+more.Port, http.FileServer(http.Dir("more")))
	http.ListenAndServe(net.JoinHostPort(opts.Server.Host, opts.Server.Port), http.FileServer(http.Dir(".")))
}
