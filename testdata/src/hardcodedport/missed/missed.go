// Package missed holds what the rule does not find yet, each with the finding
// that it should have behind the word "missed". A case that is found makes the
// test fail: turn its comment into a want and move it to where it belongs.
package missed

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

// Verbs with an index are not followed.
func indexed() {
	net.Listen("tcp", fmt.Sprintf("%[2]s:%[1]d", 8109, "")) // missed: port "8109"
}

// A method expression has its receiver among the arguments.
func methodExpression(h http.Handler) {
	start := (*http.Server).ListenAndServe
	start(&http.Server{Addr: ":8617", Handler: h}) // missed: port "8617"
}

type overriding struct{ *http.Server }

func (o overriding) ListenAndServe() error {
	o.Addr = os.Getenv("ADDR")
	return o.Server.ListenAndServe()
}

// What a method assigns through its receiver may be assigned to any server.
func beside() {
	o := overriding{&http.Server{Addr: ":8118"}}
	go o.ListenAndServe()
	srv := &http.Server{Addr: ":8119"} // missed: port "8119"
	srv.ListenAndServe()
}
