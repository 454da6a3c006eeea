// Command redirectonly does nothing else.
package main

import "net/http"

func main() { serve() }

func serve() error {
	return http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // want "http.ListenAndServe gives no handle"
		http.Redirect(w, r, "https://"+r.Host+r.RequestURI, http.StatusMovedPermanently)
	}))
}
