// Nothing is received from the channel: with SIGTERM in the list the program
// would only no longer end of it, so there is no fix.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := new(http.Server)
	defer srv.Shutdown(context.Background())
	srv.ListenAndServe()
}

func started() {
	c := make(chan os.Signal, 1)
	go signal.Notify(c, os.Kill) // want `SIGKILL cannot be caught, so nothing is ever done for it`
}
