// Command suture has services that a supervisor runs.
package main

import (
	"context"
	"net/http"

	"github.com/thejerf/suture/v4"
)

type web struct{ srv *http.Server }

func (w *web) Serve(ctx context.Context) error {
	context.AfterFunc(ctx, func() { w.srv.Shutdown(context.Background()) })
	return w.srv.ListenAndServe()
}

func main() {
	s := suture.NewSimple("web")
	s.Add(&web{&http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}})
	s.Serve(context.Background())
}
