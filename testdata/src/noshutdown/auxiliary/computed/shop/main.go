// Command shop has its users' pages there.
package main

import (
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"os"
)

func main() {
	for _, name := range os.Args[1:] {
		http.HandleFunc(fmt.Sprintf("/shop/%s/", name), func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, name, len(name))
		})
	}
	go http.ListenAndServe(os.Getenv("SIDE_ADDR"), nil) // want "http.ListenAndServe gives no handle"
	serve()
}

func serve() error {
	return http.ListenAndServe(os.Getenv("ADDR"), http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
