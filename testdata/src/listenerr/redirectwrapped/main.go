// Package main wraps what it serves beside the server for its users.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/go-pkgz/rest"
)

type server struct{ port int }

// redirect sends everybody to https.
func (s *server) redirect() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := strings.Split(r.Host, ":")[0]
		http.Redirect(w, r, fmt.Sprintf("https://%s:%d%s", host, s.port, r.URL.Path), http.StatusTemporaryRedirect)
	})
}

func (s *server) plain() http.Handler { return rest.Wrap(s.redirect(), logged) }

// pages is for users, wrapped or not.
func (s *server) pages() http.Handler { return rest.Wrap(http.FileServer(http.Dir("public")), logged) }

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r)
	})
}

func main() {
	s := &server{8443}
	plain := &http.Server{Addr: os.Getenv("HTTP_ADDR"), Handler: s.plain()}
	go func() {
		err := plain.ListenAndServe()
		log.Printf("redirect terminated: %v", err)
	}()
	pages := &http.Server{Addr: os.Getenv("PAGES_ADDR"), Handler: s.pages()}
	go func() {
		err := pages.ListenAndServe() // want `only logged`
		log.Printf("pages terminated: %v", err)
	}()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: s.pages()}
	log.Fatal(srv.ListenAndServeTLS("cert.pem", "key.pem"))
}
