// Command notlambda is no function of a platform.
package main

import "net/http"

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	srv.ListenAndServe() // want "is never stopped by Shutdown"
}
