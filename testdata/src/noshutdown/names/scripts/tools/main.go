// Command tools stands among the scripts of those who work on a service.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) }
