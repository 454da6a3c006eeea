// Package sigterm reports graceful stops that wait only for signals that no platform sends.
//
// # What it does
//
// In a program that listens, and that stops its servers gracefully or does
// something else to stop once a signal has come (it cancels a context, closes,
// flushes, saves or deregisters something), the rule looks at each signal.Notify
// and signal.NotifyContext, all Notify calls on one channel together, and at the
// calls of functions of the program that do that for others, and of libraries
// that are told which signals to wait for (oklog/run). It speaks when
//
//   - they ask for os.Interrupt (or SIGKILL) but not for SIGTERM, and nothing
//     else that it can see in the program handles SIGTERM;
//   - they ask for SIGKILL (os.Kill) or SIGSTOP, which no process can catch: where
//     SIGTERM is handled elsewhere, in a list that has it too.
//
// The finding is on the call, the first one of a channel; where another package
// waits for signals, and only package main sees that there is something to stop,
// on the call of that package.
//
// # Why it is bad
//
// os.Interrupt is Ctrl-C at a terminal. Kubernetes, Docker, Cloud Run, Heroku
// and systemd send SIGTERM. A program that does not catch it is ended by it at
// once: the graceful stop works on a laptop and never runs in production.
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
//		"time"
//	)
//
//	func main() {
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080")}
//		failed := make(chan error, 1)
//		go func() { failed <- srv.ListenAndServe() }()
//
//		quit := make(chan os.Signal, 1)
//		signal.Notify(quit, os.Interrupt)
//		select {
//		case err := <-failed:
//			log.Fatal(err)
//		case <-quit:
//		}
//
//		ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
//		defer cancel()
//		if err := srv.Shutdown(ctx); err != nil {
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
//		"time"
//	)
//
//	func main() {
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080")}
//		failed := make(chan error, 1)
//		go func() { failed <- srv.ListenAndServe() }()
//
//		quit := make(chan os.Signal, 1)
//		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
//		select {
//		case err := <-failed:
//			log.Fatal(err)
//		case <-quit:
//		}
//
//		ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
//		defer cancel()
//		if err := srv.Shutdown(ctx); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Fix safety
//
// The fix adds syscall.SIGTERM to the arguments of the call, in the place of a
// signal that cannot be caught if there is one, and removes such signals
// otherwise. From then on the program does for SIGTERM what it does for the
// other signals.
//
// So there is no fix where the program looks which signal it got, other than
// to log it, or hands the channel on: it might swallow SIGTERM. Nor is there
// one for a list of signals in a variable, which may have other uses, where the
// list is in another function than the one that is called, and where no signal
// would be left, since that asks for all.
//
// # Options
//
// None.
//
// # When not to use it
//
// A program that is only ever run at a terminal does not need the rule.
//
// # Known limits
//
// It is enough that SIGTERM is asked for somewhere in the package or in one
// of the program that it imports, or in a function of a library that it uses;
// the rule does not ask whether that leads to the same stop. A list of signals is followed through the one
// assignment of a variable, or through the parameter of a function, also where
// a field keeps it, to its calls, and no further: what is not known may be
// SIGTERM.
// Subscriptions to SIGHUP, SIGUSR1 and the like only are taken for reload
// handlers. Code in files that Linux leaves out is not asked for SIGTERM. A
// NotifyContext of a context that comes from elsewhere is silent, since that
// one may end for SIGTERM; one into which a library has only put something does
// not come from there.
//
// What is done to stop is looked for behind the receive from the channel, or from
// the Done of the context, in functions of the package. To log and to exit is
// nothing, nor is what only the system would do as well: a file that is closed, or
// anything else whose Close is deferred.
//
// A program listens by what it uses of the packages that do: their types alone make
// a client no server.
//
// A package that is not a program is judged by what it imports: a caller that
// handles SIGTERM itself is not seen.
package sigterm
