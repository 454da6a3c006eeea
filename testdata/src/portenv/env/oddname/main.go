// Command oddname has a variable without any of the words, which reaches the
// port all the same.
package main

import (
	"net/http"
	"os"
)

func main() { http.ListenAndServe(":"+os.Getenv("HTTPPORT"), http.FileServer(http.Dir("."))) }
