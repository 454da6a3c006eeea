// Package slow has a handler that takes its time.
package slow

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

// Handler says on standard output that a request has come, and answers it
// later.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(os.Stdout, "in flight")
		time.Sleep(700 * time.Millisecond)
		fmt.Fprint(w, "answered")
	})
}
