// Package drain reports graceful stops that cannot do their work.
//
// # What it does
//
// The rule looks at the calls of Shutdown and its like, and at the calls that
// start the servers that these stop, and speaks when
//
//   - the context given to Shutdown has already ended: the program has just
//     waited for it, has called its cancel function, has set its time limit
//     before it waited for the signal, or when it made or configured what it stops,
//     has kept it from the hook that starts the program (fx), or has derived it from
//     one of which that is true, also under another name: a field, a parameter
//     of the function that makes the server, or of one that a package keeps and
//     calls with a context that is over by then;
//   - Shutdown is given nil for its context, and so panics as soon as it has to wait
//     for a request;
//   - requests run in a context that ends before the drain does, so that they are
//     cancelled while it waits for them: BaseContext or ConnContext returns the
//     context of the signal, one that RegisterOnShutdown or the code before
//     Shutdown cancels, or that of the errgroup in which ListenAndServe returns
//     its http.ErrServerClosed, or the server's handler hands all requests on
//     with such a context, also one that another package makes of it, or gives
//     the services that it runs;
//   - a handler of the server calls its Shutdown, and not in a goroutine of its
//     own, so that the drain waits for the one who waits for it;
//   - ListenAndServe, which returns as soon as Shutdown begins, leads straight
//     to log.Fatal, panic or os.Exit without telling http.ErrServerClosed from
//     a failure, or main ends while Shutdown runs in a goroutine that nobody
//     waits for, also in a package that returns before its own drain is over
//     (fiber v3 with GracefulContext, StartConfig of echo v5.0), in a
//     goroutine that also drains what it starts, by a stop method that begins
//     the drain in a goroutine and returns, or in the command of a command-line
//     library that is then done; or a hook of a lifecycle (fx) does;
//   - another goroutine that hears of the signal at which Shutdown begins ends
//     the process at once, also one that a helper of another package starts;
//   - the server is closed at once (Close, or Stop of gRPC) while it drains in a
//     goroutine, with nothing between that waits for that, or before it is to drain,
//     or by the interrupt of one actor of a group (oklog/run) while another drains it;
//   - the stop is deferred before the cancel of its context, so that this is
//     called first, or is in a function that is handed over to be called at the
//     end, while the time of its context runs from before that;
//   - what requests run in is cancelled as soon as the start of the server has
//     returned, before somebody waits for the drain;
//   - another package, which is given the stop to call it at the signal, ends the
//     process without waiting for it;
//   - the time for the drain is less than a millisecond: a number without a unit;
//   - the time for the drain is a constant longer than the platform's grace
//     period, also one that is given to another package's constructor, option
//     or stop, or that its configuration has; or what is slept first, behind
//     the signal, is as long;
//   - Shutdown is called on a framework's own server when the framework was
//     told to serve with another (echo's StartServer), or on a copy of the server,
//     which a parameter or receiver has by value;
//   - with the option unbounded, the drain has no limit at all.
//
// A package that stops what it knows by an interface only, as a supervisor of
// services, is judged where a server is given to it; and what it calls behind a server of
// its own, where it is given that.
//
// The finding is on the call of Shutdown, or of Close; on the time, context or server
// that is given to another package; on the context that requests are given; on the call
// that ends the process; or, where main just ends, on the call that starts the server.
//
// # Why it is bad
//
// The code looks like a graceful stop and passes review, and under load every
// deployment loses the requests in flight: Shutdown with an ended context
// returns at once, and a process that ends cuts off the drain that has just
// begun. The same context is what contextcheck and its like ask for here.
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
//		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
//		defer stop()
//
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080")}
//		failed := make(chan error, 1)
//		go func() { failed <- srv.ListenAndServe() }()
//
//		select {
//		case err := <-failed:
//			log.Fatal(err)
//		case <-ctx.Done():
//		}
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
//		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
//		defer stop()
//
//		srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PORT"), "8080")}
//		failed := make(chan error, 1)
//		go func() { failed <- srv.ListenAndServe() }()
//
//		select {
//		case err := <-failed:
//			log.Fatal(err)
//		case <-ctx.Done():
//		}
//		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
//		defer cancel()
//		if err := srv.Shutdown(limit); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Fix safety
//
// A context that has ended is parted from what ended it: with
// context.WithoutCancel, which keeps its values, or from Go 1.20 down by
// context.Background. If a time limit is set to it already, that stays; else it
// gets one of 8 seconds (less if the grace period is shorter), since Cloud Run
// and others kill after 10. There is no fix in a loop, in a deferred call, or
// where the context is the result of a call.
//
// The context of the signal that requests run in is parted from it by
// context.WithoutCancel, from Go 1.21 on: they may then take the time that the
// drain has. A context that the program itself cancels is left alone.
//
// Where main ends with the start of the server, leaves at once if that fails, and
// the goroutine of the drain closes a channel of main's, or sends on it, a receive
// from that is added as the last thing that main does.
//
// A start that leads to log.Fatal and the like gets a check for
// http.ErrServerClosed if it is the last thing in a goroutine of its own, and
// the server is one of net/http or echo v4: then the goroutine just ends. In
// main itself the drain would have to be waited for as well, which is more than
// one edit, so there is no fix. Nor is there for servers of other libraries,
// and for errors that come from a function around the start.
//
// A time limit that is too long becomes five sixths of the grace period if it
// is written with units of package time where the context is made. Under the
// grace period that the rule knows, the rest of it was never granted; if yours
// is longer, set the option instead; portvet check goes by the manifests of the
// program where these say it. A named constant or a variable is left
// alone: it may be used for more.
//
// Nothing is changed for the wrong server, for drains without a limit, and for
// others that nobody waits for.
//
// # Options
//
//   - grace: how long the platform waits between SIGTERM and SIGKILL. Default:
//     30s, as on Kubernetes; Cloud Run and others wait 10s.
//   - unbounded: also report Shutdown(context.Background()), and GracefulStop and
//     its like where nothing cuts them off. Default: false, and true with -strict.
//
// # When not to use it
//
// A program whose requests may be cut off at any moment does not need the
// rule. Nobody misses the last scrape: of a server that has only metrics, profiles
// and health it is reported only that its end ends the process before others are
// drained.
//
// # Known limits
//
// The order of events is followed inside one function and the function
// literals in it, and through functions that hand on the context that they are
// given; of other functions of the package it is known whether they return only
// when a context that they are given has ended. What has ended where the only call
// of a function stands has ended in that function, too. Any other end of a context
// in one function is not seen in the next. A context that has ended on one of two
// ways to Shutdown is not reported, but where the other is another case of the
// select that waits for
// it: a server that has failed needs no drain. How long a drain takes is known
// when each context that its own is
// derived from is made in the package, also by the callers of the function, if
// all are in sight; else one of them may have a shorter limit.
//
// In oklog/run the interrupts of one group are taken in the order of Add, and Run
// waits for what they do, but not for the goroutines that they start. Where
// requests get their context is known for the servers of net/http, and from whom
// only as far as it is certain: a variable with two values has neither. Functions
// of other packages tell which of their parameters become that context, and
// whether they return before their drain is over; where the caller can hear of
// its end in another way, by a channel or a hook, the rule is silent.
//
// What a server does when it is stopped differs. Those of net/http, echo v4
// and http3 return an error at once, so an unchecked error ends the process;
// fiber and fasthttp return nil at once, so only main can end too early;
// gRPC's Serve waits for the drain. Other libraries are left alone. A check of
// the error other than err != nil is taken for one that tells a stop from a
// failure.
//
// Who waits for a drain is told by what its goroutine says when it is done: the
// channels that it closes or sends on, the WaitGroup or group that it is counted
// in, the context that it cancels. Main waits for it by waiting on one of these,
// in functions that it calls or defers, too, or for a group one of whose members
// does. To wait for the context or channel that starts the drain, for other
// goroutines, or for what ListenAndServe returned is not to wait for it, nor is a
// select with a default. Where it cannot be told what is
// waited for, the rule is silent: a channel that comes out of a collection, or from
// another package that does not keep it to itself, a function that is called in several
// places where it does not end in the same way, a sleep, a call of another package of the
// program, unless that function waits for nothing, or only for channels and groups of its
// own package that tell of something else. A process that waits for what never comes
// lives on, and so does the drain.
package drain
