// Package main has its server nowhere but in the call.
package main

import (
	"log"
	"net/http"
	"time"
)

func main() {
	log.Fatal((&http.Server{ // want "never stopped by Shutdown"
		Addr:        ":8080",
		ReadTimeout: 5 * time.Second,
	}).ListenAndServe())
}
