// Package portaddr reports listen addresses that cannot mean what was
// intended.
//
// # What it does
//
// The rule looks at the values that the address of a TCP or UDP listener may
// have, and speaks when
//
//   - the whole address has no colon: "8080", the default of a flag, or the
//     environment variable PORT as it is, which platforms set to a bare number;
//   - an environment variable decides the port, with no fallback, and nothing
//     checks that it is set;
//   - there are two colons, a port out of 0 to 65535, a port name that does not
//     exist, or a scheme, as in "http://:8080".
//
// A default counts as much as a fixed value: it is what the program runs with
// when nobody says otherwise. Only a negative port among others is none, but
// says that no port was given. The finding is on the expression that has to
// change.
//
// # Why it is bad
//
// "8080" fails with "missing port in address" as soon as the program starts.
// PORT without its colon does so only on the platform, when the fallback for
// local work has one. And a missing PORT is worse than an error: ":" is a
// valid address, on which the system picks any free port, so the program runs
// and nothing reaches it.
//
// # Example
//
//	package main
//
//	import (
//		"log"
//		"net/http"
//		"os"
//	)
//
//	func main() {
//		log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
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
// Where there is no sensible fallback, stop when the variable is empty.
//
// # Fix safety
//
// The fix puts the colon before an address that is only ever a number: "8080",
// PORT, or PORT with a number as its fallback. If PORT is not set, the program
// listens where it did. When a fallback has the colon already, it is moved, if
// both are in one expression. There is no fix where the address is a flag or
// any other variable than PORT, goes through functions or fields of the
// program, or has no fixed meaning when PORT is empty.
//
// A correct address may have findings of its own, which were of no use before:
// a fixed port is one for the rule hardcodedport.
//
// With ipv6, host and port are joined by net.JoinHostPort. Addresses are as
// before, but for IPv6: a host that is configured with brackets, as one had to
// without the function, gets a second pair.
//
// # Options
//
//   - ipv6: report hosts that may be an IPv6 address and are joined to their
//     port by a mere colon, as in fmt.Sprintf("%s:%d", host, port): without the
//     brackets that net.JoinHostPort adds, listening fails. Nearly every service
//     has one. Default: false, and true with -strict.
//   - servicelinks: report a port that a variable called like the program or its
//     module decides, PANTRY_PORT of pantry, where nothing looks at its form:
//     in the pods beside a Service of that name, Kubernetes sets it to an URL,
//     tcp://10.0.0.7:8080. With manifests at hand portvet check knows, without
//     the option. Default: false, and true with -strict.
//
// # When not to use it
//
// Programs whose environment is checked before they start, by an init system
// or a chart that demands the variable, may do without the fallback.
//
// # Known limits
//
// Other variables than PORT may well hold ":3000" or a whole address, so the
// rule does not ask for their colon.
//
// For the missing fallback, any doubt silences: the variable is compared or
// parsed with its error kept, wherever that is in the program, also after it
// was kept in a variable or field; it has any other source; it is set with
// os.Setenv somewhere in the program, or by a .env file without which the
// program does not start; it goes through code that is not analysed; its field
// has a tag that demands it. A check in a package that imports the listener's
// is not seen, if that looks the variable up by itself.
//
// Libraries that take a mere port for an address, such as beego or iris, are
// left out, and so are options of frameworks. Order is not followed: a value
// without a colon that is later given one in the same variable is not
// reported. Port names are looked up in a list, not in the system. Tests,
// generated files, mocks, samples and demos are left out; the flags -tests and
// -samples include them.
package portaddr
