// Package fieldnested has a server two fields deep.
package fieldnested

import (
	"context"
	"net/http"
)

// nested is two fields deep.
type nested struct{ http struct{ srv *http.Server } }

func (n *nested) run(h http.Handler) error {
	n.http.srv = &http.Server{Addr: ":8080", Handler: h}
	return n.http.srv.ListenAndServe()
}

func (n *nested) stop() { n.http.srv.Shutdown(context.Background()) }
