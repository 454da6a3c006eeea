// Package api registers what is for users.
package api

import "net/http"

type Routes struct{ Handler http.Handler }

func (r *Routes) RegisterTo(mux *http.ServeMux, path string) { mux.Handle(path, r.Handler) }
