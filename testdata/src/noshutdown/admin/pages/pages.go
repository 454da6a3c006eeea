// Package pages shows what goes on.
package pages

import (
	"net/http"
	"os"
)

type AdminServer struct{ s *http.Server }

func New(addr string) *AdminServer {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("build")))
	mux.HandleFunc("/queues", queues)
	return &AdminServer{s: &http.Server{Addr: addr, Handler: mux}}
}

func (s *AdminServer) Start() error { return s.s.ListenAndServe() }

// Shop is for users, whatever its package looks like.
type Shop struct{}

func (Shop) Start() error {
	return http.ListenAndServe(os.Getenv("ADDR"), http.HandlerFunc(queues)) // want "gives no handle"
}

func queues(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(r.URL.Path)) }
