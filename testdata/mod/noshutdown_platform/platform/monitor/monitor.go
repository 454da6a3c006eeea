// Package monitor makes handlers that say what the process does. It listens nowhere.
package monitor

import (
	"errors"
	"expvar"
	"net/http"
)

// Settings of it.
type Settings struct{ Off bool }

// Handler returns what answers those who look after the program, if it is on.
func (s *Settings) Handler() (http.Handler, error) {
	if s.Off {
		return nil, errors.New("switched off")
	}
	return expvar.Handler(), nil
}

// Site returns what answers everybody.
func (s *Settings) Site() (http.Handler, error) {
	if s.Off {
		return nil, errors.New("switched off")
	}
	return http.FileServer(http.Dir("site")), nil
}
