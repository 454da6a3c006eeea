// Package nohealth reports programs whose servers nobody can ask whether they are well.
//
// # What it does
//
// The rule looks at what the program serves to its users, and speaks when
//
//   - it serves HTTP, all routes of the program are known, on all of its
//     listeners, and none looks like a health endpoint: a path whose last
//     segment is health, healthz, livez, readyz, live, ready, status, ping, up
//     or one of their spellings, and that has no variable in it;
//   - it serves gRPC, all services on the server are known, and the health
//     service of gRPC (grpc.health.v1.Health) is none of them.
//
// The finding is on the call that starts the server: for HTTP one for the
// program, for gRPC one for each server.
//
// # Why it is bad
//
// Kubernetes, load balancers and service registries ask an instance whether it
// is ready before they send it requests, and whether it still lives. Without
// an endpoint for that they can only see whether the port is open. It is open
// before the database is connected and after the program is stuck, so users
// get the errors that a probe would have kept from them.
//
// # Example
//
//	package main
//
//	import (
//		"cmp"
//		"context"
//		"log"
//		"net/http"
//		"os"
//		"os/signal"
//		"syscall"
//	)
//
//	func main() {
//		mux := http.NewServeMux()
//		mux.HandleFunc("GET /orders/{id}", func(w http.ResponseWriter, r *http.Request) {})
//
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080"), Handler: mux}
//		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
//		defer stop()
//		drained := make(chan error, 1)
//		go func() {
//			<-ctx.Done()
//			drained <- srv.Shutdown(context.Background())
//		}()
//		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
//			log.Fatal(err)
//		}
//		if err := <-drained; err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Use instead
//
//	package main
//
//	import (
//		"cmp"
//		"context"
//		"log"
//		"net/http"
//		"os"
//		"os/signal"
//		"syscall"
//	)
//
//	func main() {
//		mux := http.NewServeMux()
//		mux.HandleFunc("GET /orders/{id}", func(w http.ResponseWriter, r *http.Request) {})
//		mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {})
//
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080"), Handler: mux}
//		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
//		defer stop()
//		drained := make(chan error, 1)
//		go func() {
//			<-ctx.Done()
//			drained <- srv.Shutdown(context.Background())
//		}()
//		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
//			log.Fatal(err)
//		}
//		if err := <-drained; err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Fix safety
//
// No fix is offered: what makes an instance ready is for its authors to say.
//
// # Options
//
// None. The rule is off by default: name it under enable in the settings, or
// in the flag -enable. With -strict it is on.
//
// # When not to use it
//
// Leave it off where the platform only looks whether the port is open, where a
// proxy beside the program answers for it, or where probes run a command.
//
// # Known limits
//
// The rule is silent as soon as one route of the program may be unseen: a
// pattern that is computed, a mux that is made by a library, or handed to one,
// to a function in a variable or through an interface, a method value, a
// handler for all paths (/ in net/http, NotFound and NoRoute, a mounted
// handler that is no router), and middleware of a library that is not known
// to answer nothing itself. It is silent, too, when another server of the
// program may have the endpoint.
//
// A text anywhere in the program that looks like the path of a health
// endpoint counts as one, since a handler or middleware may compare paths with
// it. So a program that only asks others for their health is not reported.
//
// A gRPC server is judged by its own health service, whatever is served by
// HTTP beside it.
package nohealth
