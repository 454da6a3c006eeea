// Command gracehttp gives its server away.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/fevin/gracehttp"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))}
	grace := gracehttp.NewGraceHTTP()
	if _, err := grace.AddServer(&gracehttp.ServerOption{HTTPServer: srv}); err != nil {
		log.Fatal(err)
	}
	log.Fatal(grace.Run())
}
