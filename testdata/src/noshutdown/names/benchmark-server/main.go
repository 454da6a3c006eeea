// Command benchmark-server is what a benchmark talks to.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) }
