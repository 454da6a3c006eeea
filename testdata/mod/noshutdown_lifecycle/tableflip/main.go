// Command tableflip hands its sockets to the next version of itself.
package main

import (
	"context"
	"net/http"

	"github.com/cloudflare/tableflip"
)

func main() {
	upg, err := tableflip.New(tableflip.Options{})
	if err != nil {
		panic(err)
	}
	defer upg.Stop()
	l, err := upg.Listen("tcp", ":8080")
	if err != nil {
		panic(err)
	}
	srv := &http.Server{Handler: http.FileServer(http.Dir("."))}
	go srv.Serve(l)
	upg.Ready()
	<-upg.Exit()
	srv.Shutdown(context.Background())
}
