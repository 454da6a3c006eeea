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

// Patient is Handler for work that ends with its request.
func Patient() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(os.Stdout, "in flight")
		select {
		case <-r.Context().Done():
			http.Error(w, "cancelled", http.StatusServiceUnavailable)
		case <-time.After(700 * time.Millisecond):
			fmt.Fprint(w, "answered")
		}
	})
}
