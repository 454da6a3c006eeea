package web

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
)

// Site serves files. What may end the process before it listens is no answer to
// its failure.
type Site struct{ Addr, Prefix string }

// Start only logs that it failed.
func (s *Site) Start() {
	mux := http.NewServeMux()
	s.files(mux)
	log.Print(http.ListenAndServe(s.Addr, mux))
}

// Must ends the process when it failed.
func (s *Site) Must() {
	mux := http.NewServeMux()
	s.files(mux)
	log.Print(http.ListenAndServe(s.Addr, mux))
	s.files(nil)
}

func (s *Site) files(mux *http.ServeMux) {
	if mux == nil || strings.Contains(s.Prefix, "*") {
		panic("no pattern can be served")
	}
	mux.Handle("/"+s.Prefix, http.FileServer(http.Dir(".")))
}

// Port is where a site listens: who asks is told nothing of its server.
type Port interface{ Addr() string }

// On serves there, and only logs that it failed.
func (s *Site) On(p Port) {
	log.Print(http.ListenAndServe(p.Addr(), http.FileServer(http.Dir("."))))
}

// Told prints one thing or the other, whatever it was.
func (s *Server) Told() {
	if err := s.srv.ListenAndServe(); err != nil {
		if errors.Is(err, http.ErrServerClosed) {
			fmt.Println("stopped", err)
		} else {
			fmt.Println("failed", err)
		}
	}
}

// Ends prints that it was stopped, and ends the process if it was not.
func (s *Server) Ends() {
	if err := s.srv.ListenAndServe(); err != nil {
		if errors.Is(err, http.ErrServerClosed) {
			fmt.Println("stopped", err)
		} else {
			log.Fatal("failed", err)
		}
	}
}
