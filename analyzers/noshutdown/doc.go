// Package noshutdown reports servers that nothing can stop gracefully.
//
// # What it does
//
// The rule looks at each server for users that is started, and speaks when
//
//   - the function that starts it gives no handle on it: http.ListenAndServe,
//     http.Serve, (*gin.Engine).Run and their like;
//   - the handle is there, but neither it nor anything it is copied to reaches
//     Shutdown, GracefulStop or what the library calls it; the message says so
//     if the server is only stopped abruptly, with Close or Stop;
//   - a signal is caught and the process exits without stopping the server;
//   - the hooks of a lifecycle (fx, humacli) start it, and none of them stops it,
//     or what a group (oklog/run) is given to end it is an empty function;
//   - the stop is there, and nothing can begin it: it waits for a context that
//     never ends or for a channel on which nothing is sent, stands behind the
//     start, which blocks, behind a select without cases, or behind a wait for the
//     goroutine that it runs in, is deferred in a main that ends the process, in a
//     hook of a container (fx) that is told to start and never to stop, behind
//     the end of the context of a command (cobra) that is run without one, in
//     a method of another package that a main which hears of the signal never
//     calls, nor any package through an interface, or is left to a group
//     (oklog/run) whose members end each other, in a program that asks to hear of
//     no signal.
//
// A type of the program that accepts connections in a loop, serves each in a
// goroutine, and has a method that ends the loop and waits for these is a server,
// too.
//
// The finding is on the call that starts the server, or on the method that is
// handed on, as in g.Go(srv.ListenAndServe); for a container, or a command of another
// package, on the call that runs it. There is one for each server.
//
// # Why it is bad
//
// At every deployment and every time it scales down, a platform sends SIGTERM
// and waits some seconds (10 on Cloud Run, 30 on Kubernetes) before it kills
// the process. A server that does not stop gracefully dies at once and cuts
// off the requests that it is answering: clients see a broken connection or a
// 502, and work that was half done stays half done (factor IX of the
// twelve-factor app: Disposability).
//
// # Example
//
//	package main
//
//	import (
//		"cmp"
//		"log"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		port := cmp.Or(os.Getenv("PORT"), "8080")
//		log.Fatal(http.ListenAndServe(":"+port, http.FileServer(http.Dir("public"))))
//	}
//
// # Use instead
//
//	package main
//
//	import (
//		"cmp"
//		"context"
//		"errors"
//		"log"
//		"net/http"
//		"os"
//		"os/signal"
//		"syscall"
//		"time"
//	)
//
//	func main() {
//		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
//		defer stop()
//
//		srv := &http.Server{
//			Addr:    ":" + cmp.Or(os.Getenv("PORT"), "8080"),
//			Handler: http.FileServer(http.Dir("public")),
//		}
//		failed := make(chan error, 1)
//		go func() { failed <- srv.ListenAndServe() }()
//
//		select {
//		case err := <-failed:
//			log.Fatal(err)
//		case <-ctx.Done():
//			stop()
//		}
//
//		drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
//		defer cancel()
//		if err := srv.Shutdown(drain); err != nil {
//			log.Fatal(err)
//		}
//		if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
//			log.Fatal(err)
//		}
//	}
//
// # Fix safety
//
// A fix is offered where the start is the last thing that func main of a
// program does: http.ListenAndServe, http.Serve and their TLS forms, the same
// methods of an http.Server, Run and RunTLS of gin (1.8 to 1.10, and from 1.12
// on, which add nothing but a line in debug mode to what net/http does), Start,
// StartTLS and StartAutoTLS of echo v4, Listen of fiber v2 and v3, and Serve of
// gRPC. The server is then started in a goroutine, and main waits for its error
// or, with signal.NotifyContext, for SIGINT or SIGTERM; then it waits for the
// requests in flight, for 8 seconds at most, since Cloud Run and others kill
// after 10.
//
// What the program does about an error of the server it still does, in its own
// words, also about one of the drain; http.ErrServerClosed is no error. An
// error that was dropped is logged, and main ends with the status that it had.
// When the program is stopped, main now returns: what it defers is run, which
// was cut off before, and the exit status is 0. A second signal ends the program
// at once, as the first one did.
//
// There is no fix if something in the program deals with signals already; if
// main defers something that may wait for a goroutine, or that recovers from a
// panic; if there is a goto in it; if the server is closed abruptly somewhere,
// or is one of fiber that may use child processes (Prefork); if the error is
// dealt with in another way than the usual ones, or deferred functions look at
// it; and if a comment would be lost.
//
// # Options
//
// None.
//
// # When not to use it
//
// A program that may be cut off at any moment, because its clients retry
// everything or because it is only run by hand, does not need the rule.
//
// # Known limits
//
// It is enough that the stop method is called, or taken as a value, somewhere;
// the rule does not ask whether main reaches it: of 37 that seemed not to be
// reached, one or two were. Only a stop that nothing can begin does not count,
// also where another package waits for the context that it is given, or starts
// and stops the server in methods of which the second is called behind the
// first, or by nobody. Whether the stop works is another rule's business, as
// is which signals lead to it.
//
// The rule is silent when it loses sight of the server: when it is given to
// code that it knows nothing of (a package that keeps it where nobody else can
// reach it, and stops none, is known), stored in an interface that could stop
// it, such as io.Closer, sent on a channel, or made part of a value of a
// foreign type; and when a library owns its life, such as oklog/run, suture,
// controller-runtime or kratos. An interface of the program over a type of
// another package is followed where it is handed on: as an argument, or as an
// element of a collection. A server that another module makes and only
// closes cannot be drained by this one, and one that is closed where another
// of its type is shut down is closed on purpose. Serverless entry points,
// tests and listeners for the operator only are left out: those that serve
// nothing but metrics, profiles and health, and, where what they serve cannot
// be followed, those that say so (pprof, hprof, debug, profil, diag or metrics
// in the name of the function, type, package, server or address, or of the
// flag or variable that sets it). What is called admin or monitoring so is
// left out where the program listens for others, too. Commands for those who work
// on the program (dev, mock-upstream) are left out as well.
//
// Nothing is lost, and nothing said, where all handlers take their connections
// over, as websockets do, for Shutdown does not wait for those; where all methods
// of a gRPC server are streams in both directions, which last as long as both ends
// want; where DNS is answered over HTTP, whose clients ask again; and where main
// waits for a WaitGroup that counts requests or connections.
package noshutdown
