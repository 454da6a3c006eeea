// Command global asks before main.
package main

import (
	"net/http"
	"os"
)

var port = os.Getenv("PORT")

func init() {
	if port == "" {
		port = "8080"
	}
}

func main() { http.ListenAndServe(":"+port, http.FileServer(http.Dir("."))) }
