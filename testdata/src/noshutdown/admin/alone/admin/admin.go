// Package admin serves the office, for the program to judge.
package admin

import "net/http"

func Serve(addr string) error {
	return http.ListenAndServe(addr, http.FileServer(http.Dir("office")))
}
