// Command all has several servers stopped by another package.
package main

import (
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	one := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	two := &http.Server{Addr: ":8081", Handler: http.FileServer(http.Dir("."))}
	go one.ListenAndServe()
	go two.ListenAndServe()
	wait.StopAll(one, two)
}
