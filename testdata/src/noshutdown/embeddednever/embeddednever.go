package embeddednever

import (
	"net/http"
)

type never struct{ *http.Server }

func runNever(h http.Handler) error {
	s := &never{&http.Server{Addr: ":8080", Handler: h}}
	return s.ListenAndServe() // want "is never stopped by Shutdown"
}
