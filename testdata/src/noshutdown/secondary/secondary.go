// Package secondary has a second public server, which is left alone.
package secondary

import (
	"context"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func run(ctx context.Context, api, admin http.Handler) error {
	go http.ListenAndServe(":9090", promhttp.Handler())
	go http.ListenAndServe(":9000", admin) // want "http.ListenAndServe gives no handle"
	srv := &http.Server{Addr: ":8080", Handler: api}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
