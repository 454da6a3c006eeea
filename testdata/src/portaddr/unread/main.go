// Package main hands a configuration on and reads nothing of it: what is checked
// is checked in the packages around it.
package main

import (
	"log"

	"portaddr/unread/check"
	"portaddr/unread/config"
	"portaddr/unread/web"
)

func main() {
	c := config.New()
	if err := check.Config(c); err != nil {
		log.Fatal(err)
	}
	admin, err := web.NewAdmin(c)
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(admin.ListenAndServe()) }()
	go func() { log.Fatal(web.NewHooks(c).ListenAndServe()) }()
	log.Fatal(web.New(c).ListenAndServe()) // want `environment variable "PORT" decides this port with no fallback and no check: when it is not set, .*ListenAndServe listens on a random port`
}
