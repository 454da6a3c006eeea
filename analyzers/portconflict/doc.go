// Package portconflict reports listeners of one process that take the same
// port.
//
// # What it does
//
// The rule compares the listeners of a package with each other, and speaks of
// two when they are on the same network, on hosts that overlap, and their port
// is the same: both have it fixed or by default, or one environment variable
// decides both. It has to see a function that opens both, and that the first
// is still open when it comes to the second.
//
// The finding is on the second of the two in the source, and names the first.
//
// # Why it is bad
//
// Whichever of the two comes second fails with "address already in use". With
// luck the program ends at once. More often the error of the lesser of the two,
// metrics or profiles, is only logged, and nobody notices until its numbers are
// needed. Platforms that hand out one PORT make it likely that two servers of
// one program ask for the same.
//
// # Example
//
//	package main
//
//	import (
//		"cmp"
//		"expvar"
//		"log"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		go func() { log.Print(http.ListenAndServe(":8080", expvar.Handler())) }()
//
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
//		"expvar"
//		"log"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		metrics := cmp.Or(os.Getenv("METRICS_PORT"), "9100")
//		go func() { log.Print(http.ListenAndServe(":"+metrics, expvar.Handler())) }()
//
//		port := cmp.Or(os.Getenv("PORT"), "8080")
//		log.Fatal(http.ListenAndServe(":"+port, http.FileServer(http.Dir("public"))))
//	}
//
// # Fix safety
//
// No fix is offered yet.
//
// # Options
//
// None.
//
// # When not to use it
//
// There is no reason to leave it off. Two listeners that are never up at one
// time, for a reason that the rule cannot see, deserve a comment that says why,
// and portvet:ignore is such a comment.
//
// # Known limits
//
// Of 39 pairs with one port in 302 public services, one was real, so the rule
// speaks only where it can follow both starts:
//
//   - a listener that is opened in a loop is compared with those of the other
//     rounds, where the loop goes through a literal of a slice or map, or
//     through servers made by literals, and opens all of them; one that is
//     opened in a deferred call, after an error, or in a function that is
//     stored or handed to code that the rule does not know to run it, is left
//     out;
//   - so are both when one comes after something that may wait for ever, or
//     ends the function; when they are in different branches; when their
//     conditions have a variable in common; and when one of them is conditional
//     and only one serves TLS;
//   - a port with two known values, or with one that is not known, matches
//     nothing;
//   - one helper that is called twice with one value is taken to be meant; with
//     two that are equal, such as two fields with one default, it is not;
//   - TCP does not conflict with UDP, nor IPv4 with IPv6 (in Go 0.0.0.0 is all
//     addresses of both, but on the network "tcp4"), nor port 0 with anything,
//     nor a listener with SO_REUSEPORT, or with a Control function that may set
//     it;
//   - the listeners of two packages are compared where one function calls both.
//
// A database of conditions that exclude each other in other ways, such as two
// flags of which the program allows one, is not kept: that would be a false
// finding. Tests, generated files, mocks, samples and demos are left out; the
// flags -tests and -samples include them.
package portconflict
