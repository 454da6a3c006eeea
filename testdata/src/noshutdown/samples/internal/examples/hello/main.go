// Command hello is a sample.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) }
