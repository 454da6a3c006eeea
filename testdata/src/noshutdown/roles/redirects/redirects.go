// Package redirects sends those who ask elsewhere.
package redirects

import (
	"net"
	"net/http"
	"net/url"
)

// A middleware that may redirect hands others on.
func secure(force bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if force && r.TLS == nil {
			http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusPermanentRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func middleware(h http.Handler) error {
	return http.ListenAndServe(":8080", secure(true, h)) // want "http.ListenAndServe gives no handle"
}

// It answers some by itself.
func answers() error {
	return http.ListenAndServe(":8081", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // want "http.ListenAndServe gives no handle"
		if r.URL.Path == "/version" {
			w.Write([]byte("1"))
			return
		}
		http.Redirect(w, r, "https://"+r.Host, http.StatusFound)
	}))
}

func fixed() error {
	return http.ListenAndServe(":8082", http.RedirectHandler("https://example.com/", http.StatusFound)) // want "http.ListenAndServe gives no handle"
}

func withURL() error {
	return http.ListenAndServe(":8083", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := *r.URL
		u.Scheme, u.Host = "https", r.Host
		http.Redirect(w, r, u.String(), http.StatusMovedPermanently)
	}))
}

func withoutPort() error {
	return http.ListenAndServe(":8084", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet {
			http.Error(w, "use https", http.StatusBadRequest)
			return
		}
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		u := url.URL{Scheme: "https", Host: host, Path: r.URL.Path}
		http.Redirect(w, r, u.String(), http.StatusMovedPermanently)
	}))
}

// own is the address that is configured for TLS.
func own(addr string) error {
	go http.ListenAndServe(":8085", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+addr+r.RequestURI, http.StatusMovedPermanently)
	}))
	return http.ListenAndServeTLS(addr, "cert.pem", "key.pem", http.FileServer(http.Dir("."))) // want "http.ListenAndServeTLS gives no handle"
}
