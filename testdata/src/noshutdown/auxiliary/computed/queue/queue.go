// Package queue has queues that can be looked into.
package queue

import (
	"fmt"
	"net/http"
)

// Observe lets people look into the queues.
func Observe(names []string) {
	for _, name := range names {
		http.HandleFunc(fmt.Sprintf("/debug/queue/%s/", name), func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, name, len(name))
		})
	}
}
