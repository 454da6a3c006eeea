// Command beside has a fixed port and one that only a flag can set.
package main

import (
	"flag"
	"net/http"
)

func main() {
	var files string
	flag.StringVar(&files, "files", ":9000", "address")
	flag.Parse()
	go http.ListenAndServe(":8080", http.FileServer(http.Dir(".")))
	http.ListenAndServe(files, http.FileServer(http.Dir("files"))) // want "it comes from flag -files"
}
