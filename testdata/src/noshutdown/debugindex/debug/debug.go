// Package debug serves profiles, and a page that lists them.
package debug

import (
	"html/template"
	"net/http"
	"net/http/pprof"
	"os"
)

type Service struct {
	mux  *http.ServeMux
	urls []string
}

func (s *Service) Start() {
	s.mux = http.NewServeMux()
	s.mux.HandleFunc("/", s.index)
	s.handle("/debug/pprof/", pprof.Index)
	s.handle("/debug/pprof/profile", pprof.Profile)
	go http.ListenAndServe(os.Getenv("DEBUG_ADDR"), s.mux)
}

func (s *Service) handle(pattern string, f http.HandlerFunc) {
	s.urls = append(s.urls, pattern)
	s.mux.HandleFunc(pattern, f)
}

var page = template.Must(template.New("index").Parse("{{range .}}<a href={{.}}>{{.}}</a>{{end}}"))

func (s *Service) index(w http.ResponseWriter, r *http.Request) {
	_ = page.Execute(w, s.urls)
}

// Orders is only called so: a path of it is for users.
type Orders struct{ mux *http.ServeMux }

func (o *Orders) Start() {
	o.mux = http.NewServeMux()
	o.mux.HandleFunc("/", o.index)
	o.mux.HandleFunc("/orders", o.index)
	_ = http.ListenAndServe(os.Getenv("ADDR"), o.mux) // want `gives no handle`
}

func (o *Orders) index(w http.ResponseWriter, r *http.Request) { _ = page.Execute(w, r.URL) }
