// Command developer has a command for those who work on it.
package main

import (
	"net/http"
	"os"
)

func main() {
	files := http.FileServer(http.Dir("."))
	if len(os.Args) > 1 && os.Args[1] == "mock-upstream" {
		go http.ListenAndServe(":8671", files)
		select {}
	}
	http.ListenAndServe(":8672", files) // want "http.ListenAndServe gives no handle"
}
