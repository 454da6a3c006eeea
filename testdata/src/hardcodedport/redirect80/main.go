// Package main redirects to https, which another process serves.
package main

import "net/http"

func main() {
	http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+r.Host+r.URL.String(), http.StatusPermanentRedirect)
	}))
}
