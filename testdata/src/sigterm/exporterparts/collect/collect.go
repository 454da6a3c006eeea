// Package collect is what an exporter serves.
package collect

import (
	"context"
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

type Collector struct{ srv *http.Server }

func (c *Collector) Start() {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	c.srv = &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go c.srv.ListenAndServe()
}

func (c *Collector) Stop() { c.srv.Shutdown(context.Background()) }
