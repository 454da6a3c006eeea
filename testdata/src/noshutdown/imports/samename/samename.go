// Package samename uses a package of its own that is called http.
package samename

import "noshutdown/imports/samename/http"

func run() error {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	return http.ListenAndServe(":8080", nil)
}
