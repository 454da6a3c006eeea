package main

import (
	"flag"
	"net/http"
	"testing"
)

var port = flag.String("port", "8080", "port")

func TestServe(t *testing.T) {
	go http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
