// Command lowercase has an odd name for its variable.
package main

import (
	"net/http"
	"os"
)

func main() { http.ListenAndServe(":"+os.Getenv("port"), http.FileServer(http.Dir("."))) }
