// Package redirect sends clients to https.
package redirect

import "net/http"

func inline() {
	go http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
	}))
}

func toTLS(w http.ResponseWriter, r *http.Request) {
	target := "https://" + r.Host + r.URL.Path
	http.Redirect(w, r, target, http.StatusTemporaryRedirect)
}

func named() error { return http.ListenAndServe(":80", http.HandlerFunc(toTLS)) }

func server() error {
	srv := &http.Server{Addr: ":80", Handler: http.HandlerFunc(toTLS)}
	return srv.ListenAndServe()
}

// A redirect to elsewhere is a service of its own, like a link shortener.
func elsewhere() error {
	return http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // want "http.ListenAndServe gives no handle"
		http.Redirect(w, r, "/login", http.StatusFound)
	}))
}
