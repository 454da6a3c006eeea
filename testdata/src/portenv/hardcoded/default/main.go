// Command default writes nothing and so listens on port 80.
package main

import "net/http"

func main() {
	srv := &http.Server{Handler: http.FileServer(http.Dir("."))}
	srv.ListenAndServe()
}
