// Package main has its addresses in URLs, whose hosts are assigned to before they
// are listened on, or not.
package main

import (
	"flag"
	"log"
	"net/http"
	"net/url"
	"strings"
)

var (
	host = flag.String("host", "", "the host, in place of the documented one")
	port = flag.String("port", "", "the port, in place of the documented one")
)

func main() {
	flag.Parse()
	shop, err := url.Parse("http://localhost:8120/shop")
	if err != nil {
		log.Fatal(err)
	}
	if *host != "" {
		shop.Host = *host
	}
	if *port != "" {
		shop.Host = strings.Split(shop.Host, ":")[0] + ":" + *port
	} else if shop.Port() == "" {
		shop.Host += ":80"
	}
	go serve(shop)

	mail, err := url.Parse("http://localhost:8121/mail")
	if err != nil {
		log.Fatal(err)
	}
	mail.Path = *host
	serve(mail)
}

func serve(u *url.URL) {
	log.Fatal(http.ListenAndServe(u.Host, nil)) // want `port "8121" is hardcoded`
}
