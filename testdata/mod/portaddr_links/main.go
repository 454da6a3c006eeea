// Command pantry has its port from variables that Kubernetes may set, with the
// option servicelinks.
package main

import (
	"net/http"
	"os"
	"strconv"
	"strings"

	"example.com/pantry/v2/settings"
)

func main() {
	go http.ListenAndServe(":"+settings.Port(), nil) // want `environment variable "PANTRY_PORT" decides this port, and Kubernetes sets it to an URL, tcp://…, in the pods beside a Service called "pantry"$`

	// Names that no Service sets, or of others, or of what a program speaks.
	go http.ListenAndServe(":"+or("PANTRY_HTTP_PORT", "8081"), nil)
	go http.ListenAndServe(":"+or("PORT", "8082"), nil)
	go http.ListenAndServe(":"+or("CELLAR_PORT", "8083"), nil)
	go http.ListenAndServe(":"+or("SERVER_PORT", "8084"), nil)

	http.ListenAndServe(":"+strconv.Itoa(number()), nil)
}

func or(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}

// number lets nothing through that is no number.
func number() int {
	n, err := strconv.Atoi(os.Getenv("PANTRY_PORT"))
	if err != nil {
		return 8585
	}
	return n
}

// checked looks at the form.
func checked() string {
	p := or("PANTRY_V2_PORT", "8586")
	if strings.HasPrefix(p, "tcp://") {
		return "8586"
	}
	return p
}

func init() { go http.ListenAndServe(":"+checked(), nil) }
