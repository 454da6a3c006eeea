// Package main has flags whose defaults are literals.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/pflag"
)

var (
	addr = flag.String("addr", ":8080", "listen `address`")
	port int
	own  ownValue = ":8080"
	late          = ":8080"
)

type ownValue string

func (v *ownValue) Set(s string) error { *v = ownValue(s); return nil }
func (v *ownValue) String() string     { return string(*v) }

func init() {
	flag.IntVar(&port, "port", 8080, "port")
	flag.Var(&own, "own", "address")
}

func main() {
	flag.StringVar(&late, "late", late, "address")
	flag.Parse()
	http.ListenAndServe(*addr, nil)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
	http.ListenAndServe(string(own), nil)
	http.ListenAndServe(own.String(), nil)
	http.ListenAndServe(late, nil)
}

type options struct {
	addr string
	port uint
}

func set(args []string) {
	var o options
	fs := flag.NewFlagSet("serve", flag.ExitOnError)
	fs.StringVar(&o.addr, "addr", ":8080", "")
	fs.UintVar(&o.port, "port", 8080, "")
	fs.Parse(args)
	http.ListenAndServe(o.addr, nil)
	http.ListenAndServe(fmt.Sprintf(":%d", o.port), nil)
}

func posix() {
	fs := pflag.NewFlagSet("serve", 0)
	p := fs.IntP("port", "p", 8080, "")
	a := pflag.String("addr", ":8080", "")
	_ = fs.Parse(os.Args)
	http.ListenAndServe(fmt.Sprintf(":%d", *p), nil)
	http.ListenAndServe(*a, nil)
}

func positional() {
	addr := ":8080"
	if flag.NArg() > 0 {
		addr = flag.Arg(0)
	}
	http.ListenAndServe(addr, nil)
	http.ListenAndServe(":"+os.Args[1], nil)
}

// A flag for the host leaves the port fixed.
func hostFlag() {
	host := flag.String("host", "", "")
	flag.Parse()
	http.ListenAndServe(*host+":8301", nil)                     // want `port "8301"`
	http.ListenAndServe(fmt.Sprintf("%s:%d", *host, 8302), nil) // want `port "8302"`
}
