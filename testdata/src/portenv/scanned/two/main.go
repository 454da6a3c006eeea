// Command two takes a variable apart.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	var host string
	var port int
	fmt.Sscanf(os.Getenv("LISTEN"), "%s %d", &host, &port)
	http.ListenAndServe(fmt.Sprintf("%s:%d", host, port), http.FileServer(http.Dir(".")))
}
