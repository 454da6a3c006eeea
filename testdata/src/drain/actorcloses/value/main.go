// Command value gives a group the start of its server as a value.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
)

type app struct{ http *http.Server }

func main() {
	a := &app{&http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	var g run.Group
	g.Add(a.http.ListenAndServe, func(error) {
		stop()
		_ = a.http.Close() // want `Close ends at once the connections`
	})
	g.Add(func() error {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return a.http.Shutdown(limit)
	}, func(error) { stop() })
	if err := g.Run(); err != nil {
		log.Print(err)
	}
}
