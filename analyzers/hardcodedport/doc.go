// Package hardcodedport reports TCP and UDP listeners whose port is fixed in
// the code.
//
// # What it does
//
// The rule looks at every place where a program binds a socket, follows the
// port back to where it comes from, and speaks when all that it finds there
// are literals other than 0. Constants, variables, string building, struct
// fields, parameters and results are followed, also from package to
// package and from module to module. A service name counts as its number, so
// ":http" is port 80. So do the defaults of libraries: an http.Server without
// Addr listens on :80, or on :443 for TLS.
//
// The finding is on the expression that has to change: the address given to
// the bind or to the server's Addr, or the argument with which a caller fixed
// it. Listeners for metrics or profiles are reported like all others, unless
// they are on loopback: a fixed :2112 collides just as well.
//
// # Why it is bad
//
// A platform gives each process a port and says which in the environment
// (factor VII of the twelve-factor app: Port binding). A program that chose
// its port at compile time cannot run twice on one machine, cannot be put
// behind Cloud Run, Heroku or a Nomad job with dynamic ports, and fails with
// "address already in use" in the hands of whoever already uses 8080.
//
// # Example
//
//	package main
//
//	import (
//		"log"
//		"net/http"
//	)
//
//	func main() {
//		log.Fatal(http.ListenAndServe(":8080", nil))
//	}
//
// # Use instead
//
//	package main
//
//	import (
//		"cmp"
//		"log"
//		"net"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		port := cmp.Or(os.Getenv("PORT"), "8080")
//		log.Fatal(http.ListenAndServe(net.JoinHostPort("", port), nil))
//	}
//
// A flag or a configuration file is as good for this rule; whether the
// environment has a say is the question of the rule portenv.
//
// # Fix safety
//
// The fix puts cmp.Or(os.Getenv("PORT"), "8080") in the place of the port, or
// the same with an if statement before Go 1.22. As long as the variable is not
// set or empty, the program does what it did. Only the port is changed: a host
// stays, and so does its spelling. Texts that are logged are left alone, so
// look for a "listening on :8080" that is no longer right.
//
// PORT is what platforms set, so it goes to the one listener for the users of
// the program; the others get METRICS_PORT, ADMIN_PORT, HEALTH_PORT, HTTPS_PORT,
// UDP_PORT, or the name of their protocol as in GRPC_PORT. There is no fix
//
//   - outside of package main, where nobody sees which listener of the program
//     PORT is for;
//   - if two listeners would get the same name, or the program reads a variable
//     of that name already;
//   - if the package writes the port down once more, other than in a log: the
//     address of a request to itself would no longer be right;
//   - for numbers, for types other than string, for constants that are used in
//     more than one place or hold more than the port, and for ports that are
//     written nowhere, such as that of an http.Server without Addr.
//
// # Options
//
//   - allow: ports that may be fixed, such as 53 or 443. Default: none.
//
// # When not to use it
//
// Programs that are only ever installed in one place, such as the firmware of
// an appliance, may fix their ports. If the port is part of a protocol that
// the rule does not know, allow it, or write that reason into a portvet:ignore
// comment.
//
// # Known limits
//
// The rule is silent wherever a literal is not proven to be all there is:
//
//   - one of the values comes from the environment, a flag, a configuration,
//     or a place that is not known: the literal is then a default;
//   - the address is in a variable or field whose address is handed to a
//     decoder or any other function that may write to it, or in a field with a
//     configuration tag;
//   - the value is a parameter or an exported field of a library that is not
//     called with a literal in the packages that are analysed.
//
// It is also silent where a fixed port is right: port 0; Unix sockets; ports
// that a protocol fixes, such as mDNS, DHCP, or DNS served by a DNS library;
// well-known ports below 1024 on raw listeners, other than 80 and 443; ACME
// challenges, and the redirect on port 80 of a program that serves TLS; the
// callback of a login in the browser; profiles and metrics on loopback; a
// search for a free port; frameworks that read PORT for themselves, such as
// gin when Run has no argument. Tests, generated files, mocks, samples and
// demos are left out; the flags -tests and -samples include them.
package hardcodedport
