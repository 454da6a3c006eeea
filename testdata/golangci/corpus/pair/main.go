// Pair has two servers that want one port, and takes others from variables
// that nobody checks.
package main

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/platform/httpserver"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	for _, name := range []string{"HOST", "PORT"} {
		if _, ok := os.LookupEnv(name); !ok {
			log.Fatalf("%s is not set", name)
		}
	}
	served := make(chan struct{}, 4)
	run := func(err error) {
		if err != nil {
			log.Print(err)
		}
		served <- struct{}{}
	}
	go func() {
		// With the option ipv6 the host is reported, too.
		run(httpserver.Run(ctx, fmt.Sprintf("%s:%s", os.Getenv("HOST"), os.Getenv("PORT")), http.NotFoundHandler()))
	}()
	go func() {
		run(httpserver.Run(ctx, ":"+cmp.Or(os.Getenv("METRICS_PORT"), "9100"), http.NotFoundHandler()))
	}()
	go func() {
		run(httpserver.Run(ctx, ":"+cmp.Or(os.Getenv("PROFILE_PORT"), "9100"), http.NotFoundHandler())) // want: portconflict
	}()
	run(httpserver.Run(ctx, ":"+os.Getenv("ADMIN_PORT"), http.NotFoundHandler())) // want: portaddr
	for range cap(served) {
		<-served
	}
}
