// Package listenerr reports listeners whose start can fail unnoticed.
//
// # What it does
//
// The rule looks at what becomes of the error of each call that binds a port
// for the users of a program, and speaks when
//
//   - nobody looks at it: go srv.ListenAndServe(), _ = srv.ListenAndServe(),
//     the bare call, also as the last statement of main,
//     l, _ := net.Listen(…), or a condition with nothing in it;
//   - it is looked at the wrong way round: only when the server was stopped
//     (if err == http.ErrServerClosed), so that a failure passes in silence;
//   - the start runs in a goroutine, which logs or prints the error and tells nobody: a
//     process that lives on without a listener. The goroutine may be one of a
//     group or of another package, also one that knows the server by an
//     interface only, and the start in the flow of main, when what
//     comes next waits for the drain, which only a signal begins, or a function
//     that binds a port, warns and returns, when main waits next. So it is when
//     the error is sent to who only logs it;
//   - it is assigned, in a goroutine, to a variable or field that the function
//     around returns before that;
//   - it ends one goroutine of an errgroup whose context is thrown away, or that
//     has none, while others in it go on: Wait waits for them. The group may be
//     that of a package that runs services by an interface;
//   - with the option stopped, the error by which the start says that its server
//     was stopped is logged, or returned by an errgroup to what ends the process:
//     every deployment then looks like a failure.
//
// Where a function of the same program returns the error, also under a condition
// (if err != nil { return err }), the calls of that function count. The finding is on the call that drops the error.
//
// # Why it is bad
//
// When the port is taken, or needs a privilege that the container has not, the
// call returns at once. A program that does not notice goes on without its
// listener, and looks healthy to everything but its users, or ends with status
// 0 and no word in the log.
//
// # Example
//
//	package main
//
//	import (
//		"cmp"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "8080"), http.FileServer(http.Dir("public")))
//	}
//
// # Use instead
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
//		err := http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "8080"), http.FileServer(http.Dir("public")))
//		log.Fatal(err)
//	}
//
// # Fix safety
//
// No fix is offered yet.
//
// # Options
//
//   - stopped: also report graceful stops that are taken for failures. Default:
//     false, and true with -strict.
//
// # When not to use it
//
// A program whose listener is a convenience, and which should run without it
// too, drops the error on purpose: write that down in a portvet:ignore comment
// beside the call. A nolint comment for errcheck there says the same.
//
// # Known limits
//
// An error that is assigned to a variable, sent, compared or handed on in any
// other way counts as dealt with, and so does one that a function literal in a
// variable returns, and one after which something else is done than to log: a
// channel closed, a context cancelled, a variable set, a function called that
// was given. A server that is started through an interface is known where one
// type only can stand behind that: nothing else is put into the variable, or
// the package of the interface has no other, or where it is put behind one that
// another package calls. A server whose handler callers in
// another package supply may be for the operator: if it is not, the finding is
// on their call of what starts it, and names the start. Listeners for the
// operator only are left out, and so are servers that are put on a listener
// whose own error was dealt with: the port is bound by then.
package listenerr
