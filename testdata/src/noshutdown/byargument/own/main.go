// Package main serves with a flag, and else does something that ends.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "--port" {
		http.HandleFunc("/", func(_ http.ResponseWriter, r *http.Request) { log.Print(r.URL) })
		log.Fatal(http.ListenAndServe(fmt.Sprintf(":%s", os.Args[2]), nil)) // want `http.ListenAndServe gives no handle`
	}
	fmt.Println("usage: own --port PORT")
}
