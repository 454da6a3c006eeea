// Command dotenv asks for PORT without a package name before it.
package main

import (
	"net/http"
	. "os"
)

func main() { http.ListenAndServe(":"+Getenv("PORT"), http.FileServer(http.Dir("."))) }
