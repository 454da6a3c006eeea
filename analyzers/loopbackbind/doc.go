// Package loopbackbind reports services that listen on loopback only.
//
// # What it does
//
// The rule follows the host of each listener that is meant for the users of a
// program, and speaks when every value that it can have is a loopback address:
// localhost, ::1, anything in 127.0.0.0/8, or a form of these such as
// net.IPv4(127, 0, 0, 1), net.IPv6loopback or a parsed netip.Addr. Where the
// port comes from makes no difference.
//
// # Why it is bad
//
// In a container the loopback interface belongs to the container. The process
// starts, its logs look healthy, and no request from the load balancer, the
// ingress or a published Docker port ever arrives. The mistake does not show
// on a laptop, where the client is on the same loopback.
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
//		log.Fatal(http.ListenAndServe("127.0.0.1:"+port, http.FileServer(http.Dir("public"))))
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
//		port := cmp.Or(os.Getenv("PORT"), "8080")
//		log.Fatal(http.ListenAndServe(":"+port, http.FileServer(http.Dir("public"))))
//	}
//
// If loopback is wanted on a developer's machine, let the host be configured
// too: cmp.Or(os.Getenv("HOST"), "127.0.0.1") is not reported.
//
// # Fix safety
//
// The fix takes the host from the address, or puts the unspecified address in
// the place of an IP, so that the program listens on all interfaces. It then is
// open to the network: that is what the finding asks for, but look whether it
// should be. Only the host is changed, and only where nothing but this listener
// and messages use it: there is no fix for a host that comes in through a
// function, a field of the program's own types, or a variable with other uses.
//
// # Options
//
//   - strict: also report a loopback listener of a program that has another
//     public listener which is not on loopback. Default: false, and true with -strict.
//
// # When not to use it
//
// A program that is always run beside its only client, such as a sidecar or an
// agent, is right to listen on loopback. Suppress the finding where it is,
// with a portvet:ignore comment, or disable the rule for the repository if all
// of its programs are of that kind.
//
// # Known limits
//
// Most loopback listeners are meant. In 230 of them, from 302 public
// repositories, 3 were mistakes, so the rule is silent whenever there is a
// sign of intent:
//
//   - the listener is for the operator: profiles, metrics, health, or a
//     package, function, variable or handler whose name says so (pprof, debug,
//     admin, profil, diag, metrics);
//   - it is local by design: port 0, or the callback of a login, in a package
//     that imports golang.org/x/oauth2, opens a browser or builds its own
//     redirect URL;
//   - the program, or the package if it is a library, also listens elsewhere;
//   - the same function dials the server, or a child process is given its
//     address;
//   - the listener belongs to a subcommand other than serve, server, start or
//     run, or to a desktop program;
//   - the host comes from a flag, the environment or a configuration, or is
//     not known.
//
// It therefore misses a service on loopback that stands beside one that is
// reachable; strict finds those.
package loopbackbind
