// Package main has servers that are prepared by methods, in another package and
// here.
package main

import (
	"net/http"
	"os"
	"strconv"

	"hardcodedport/prepared/server"
)

type own struct {
	addr string
	srv  *http.Server
}

func (o *own) prepare() { o.srv = &http.Server{Addr: o.addr} }

func (o *own) start() error { return o.srv.ListenAndServe() }

func main() {
	s := server.New("0.0.0.0:8001").Init() // want `port "8001" is hardcoded`
	go s.Start()
	e := server.New(os.Getenv("ADDR")).Init()
	go e.Start()

	a := &own{addr: ":8002"} // want `port "8002" is hardcoded`
	a.prepare()
	go a.start()

	port, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		panic(err)
	}
	go server.Serve(server.Name("localhost:1234"), server.Addr(os.Getenv("OTHER_ADDR")))
	server.NewBuilder().Host("0.0.0.0").Port(port).Build().Run()
}
