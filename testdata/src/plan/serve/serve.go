package serve

import (
	"context"
	"net/http"
	"time"
)

// Until serves on addr until ctx is done.
func Until(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	return srv.ListenAndServe()
}

// unused is made here, and no program reaches it.
func unused() { http.ListenAndServe(":7000", nil) }
