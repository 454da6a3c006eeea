// Package main would wait for its workers, which never end.
package main

import (
	"log"
	"net/http"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		for {
		}
	}()
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
