// Package main redirects to https, which another process serves.
package main

import "net/http"

func main() {
	http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // want `port "80"`
		http.Redirect(w, r, "https://"+r.Host+r.URL.String(), http.StatusPermanentRedirect)
	}))
}
