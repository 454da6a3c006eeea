// Command finish has its server shut down.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/pseidemann/finish"
)

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))}
	fin := finish.New()
	fin.Add(srv)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	fin.Wait()
}
