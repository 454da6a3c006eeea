// Package portenv reports programs whose port neither an environment variable
// nor a flag can decide.
//
// # What it does
//
// The rule looks at a whole program, which is a main package and all that it
// imports. If the program serves HTTP or gRPC to the public, there must be a way
// for the platform to set its port:
//
//   - a flag, or another argument of the command line, that decides it: a
//     platform can pass -addr=:$PORT;
//   - a lookup of a variable one of whose words, between underscores, is PORT,
//     ADDR, ADDRESS, LISTEN or BIND: PORT, HTTP_PORT, LISTEN_ADDR;
//   - a configuration library that reads the environment for a field or key
//     with such a word: envconfig, caarlos0/env, viper with AutomaticEnv, ff;
//     kong, urfave/cli and koanf where a tag, EnvVars or a provider asks for
//     it;
//   - in the modules of the program itself, a read whose name is not known
//     before it runs: os.Environ, os.ExpandEnv, a computed name.
//
// If there is none, the program gets one finding, at its main listener where
// that is in package main, or else at func main. The message names the field of
// the configuration that holds the port, or the flag.
//
// A variable counts only if it reaches the address: REDIS_ADDR does not, nor
// does a PORT that is only logged. When something that decides the address is
// not known, the rule is silent: it may be made from a variable.
//
// # Why it is bad
//
// Cloud Run, Heroku and their like choose the port and pass it in PORT. A
// program that wants a file for it needs a script in each image that writes the
// file, and starts on the wrong port when that is forgotten: the platform then
// reports a failed health check, not the cause.
//
// # Example
//
//	package main
//
//	import (
//		"encoding/json"
//		"log"
//		"net/http"
//		"os"
//	)
//
//	type settings struct{ Addr string }
//
//	func main() {
//		data, err := os.ReadFile("settings.json")
//		if err != nil {
//			log.Fatal(err)
//		}
//		var s settings
//		if err := json.Unmarshal(data, &s); err != nil {
//			log.Fatal(err)
//		}
//		log.Fatal(http.ListenAndServe(s.Addr, http.FileServer(http.Dir("public"))))
//	}
//
// # Use instead
//
//	package main
//
//	import (
//		"encoding/json"
//		"log"
//		"net/http"
//		"os"
//	)
//
//	type settings struct{ Addr string }
//
//	func main() {
//		data, err := os.ReadFile("settings.json")
//		if err != nil {
//			log.Fatal(err)
//		}
//		var s settings
//		if err := json.Unmarshal(data, &s); err != nil {
//			log.Fatal(err)
//		}
//		if port := os.Getenv("PORT"); port != "" {
//			s.Addr = ":" + port
//		}
//		log.Fatal(http.ListenAndServe(s.Addr, http.FileServer(http.Dir("public"))))
//	}
//
// # Fix safety
//
// No fix is offered yet.
//
// # Options
//
//   - names: the only variables that count, as an exact list. For Heroku and
//     Cloud Run that is PORT. Default: every name with one of the words above.
//   - accept: what else may decide the port, of flag and config. An empty list
//     asks for the environment and takes nothing else for enough, as factor VII
//     of the twelve-factor app has it; a product with a file of its own adds
//     config. Default: flag, and the empty list with -strict.
//
// # When not to use it
//
// If all programs of a repository are started with files that the platform's
// manifests hold, set accept rather than disabling the rule: a port that nothing
// can set is then still found.
//
// # Known limits
//
// A program whose port hardcodedport reports is not reported again, nor is one
// whose fixed port is allowed or suppressed. A program that also serves another
// protocol than HTTP and gRPC is left out, since its users know that port, and a
// listener with admin, debug, internal or test in the names around it is not its
// main one. A field that only has a tag, with nothing in sight that fills it, may
// be filled from the environment. Programs that only have listeners
// for their operator, for ACME, on loopback by default or on port 0 are left
// out, as are libraries, tests and samples, and ports of which the program opens
// one for each entry of a list that it reads or whenever a request asks for it,
// as a proxy does. For the operator is what serves
// only metrics, profiles and health, and, where what it serves cannot be
// followed, a listener that says so (pprof, debug, profil, diag or metrics in
// the name of its function, type, package, server or address).
//
// Addresses that come from a configuration store of the catalogue are
// configuration for the rule; what is decoded from a network answer is not known.
package portenv
