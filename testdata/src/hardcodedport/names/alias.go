package main

import (
	stdnet "net"
	web "net/http"
)

type Alias = web.Server

func alias() {
	stdnet.Listen("tcp", ":9104")    // want `port "9104"`
	web.ListenAndServe(":9105", nil) // want `port "9105".*another$`
	a := &Alias{Addr: ":9106"}       // want `port "9106".*passed to \(\*http.Server\).ListenAndServe`
	a.ListenAndServe()
}

type defined web.Server

func definedType() {
	d := defined{Addr: ":9107"} // want `port "9107"`
	s := web.Server(d)
	s.ListenAndServe()
}
