// Package slow is work that takes its time.
package slow

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

// Work says on standard output that a request has come, and returns the answer
// to it later.
func Work() string {
	fmt.Fprintln(os.Stdout, "in flight")
	time.Sleep(700 * time.Millisecond)
	return "answered"
}

// Handler answers requests with Work.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, Work())
	})
}
