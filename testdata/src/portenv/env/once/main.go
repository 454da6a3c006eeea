// Command once asks when it is first needed.
package main

import (
	"net/http"
	"os"
	"sync"
)

var port = sync.OnceValue(func() string { return os.Getenv("PORT") })

func main() { http.ListenAndServe(":"+port(), http.FileServer(http.Dir("."))) }
