// Package main lets its host be chosen.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"net"
	"net/http"
	"os"

	"github.com/spf13/viper"
)

var addr = flag.String("addr", "localhost:8080", "listen address")

func main() {
	flag.Parse()
	http.ListenAndServe(*addr, nil)
	http.ListenAndServe(cmp.Or(os.Getenv("HOST"), "127.0.0.1")+":8080", nil)
	host := os.Getenv("HOST")
	if host == "" {
		host = "localhost"
	}
	http.ListenAndServe(net.JoinHostPort(host, "8080"), nil)
	viper.SetDefault("addr", "127.0.0.1:8080")
	http.ListenAndServe(viper.GetString("addr"), nil)
}

type config struct {
	Addr string `yaml:"addr"`
	Host string
}

func tagged() {
	c := config{Addr: "localhost:8080"}
	http.ListenAndServe(c.Addr, nil)
}

func decoded(b []byte) {
	c := struct{ Addr string }{Addr: "localhost:8080"}
	json.Unmarshal(b, &c)
	http.ListenAndServe(c.Addr, nil)
}

func init() {
	unknown(os.Args[1])
	flagged(len(os.Args) > 1)
}

// Hosts that are not known.
func unknown(host string) {
	http.ListenAndServe(host+":8080", nil)
	name, err := os.Hostname()
	if err != nil {
		name = "localhost"
	}
	http.ListenAndServe(name+":8080", nil)
}

// One of the values is not loopback.
func flagged(public bool) {
	host := "127.0.0.1"
	if public {
		host = "0.0.0.0"
	}
	http.ListenAndServe(host+":"+os.Getenv("PORT"), nil)
}
