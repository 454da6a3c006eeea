// Command dev_server is for whoever works on the service.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) }
