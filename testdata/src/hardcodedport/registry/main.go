// Package main adds servers to a set of another package and to its own.
package main

import (
	"net/http"
	"os"

	"hardcodedport/registry/servers"
)

type named struct{ servers map[string]*http.Server }

func (n *named) put(name, addr string) { n.servers[name] = &http.Server{Addr: addr} }

func (n *named) run() {
	for _, srv := range n.servers {
		go srv.ListenAndServe()
	}
}

func main() {
	n := &named{servers: make(map[string]*http.Server)}
	n.put("own", ":8141") // want `port "8141" is hardcoded`
	n.put("other", os.Getenv("OTHER_ADDR"))
	n.run()
	var set servers.Set
	set.Add("api", os.Getenv("API_ADDR"), nil).
		Add("hooks", ":8142", nil) // want `port "8142" is hardcoded`
	set.Run()
}
