// Package main answers with single datagrams: nobody waits for long.
package main

import (
	"log"
	"os"

	"github.com/miekg/dns"
)

func main() {
	srv := &dns.Server{Addr: os.Getenv("ADDR"), Net: "udp"}
	go srv.ListenAndServe()
	log.Fatal(dns.ListenAndServe(os.Getenv("ADDR"), "tcp", nil))
}
