// Package metrics registers what is measured.
package metrics

import "net/http"

type Manager struct{ Handler http.Handler }

func (m *Manager) RegisterTo(mux *http.ServeMux, path string) { mux.Handle(path, m.Handler) }
