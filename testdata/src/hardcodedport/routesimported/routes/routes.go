// Package routes registers routes.
package routes

import "net/http"

func init() { http.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {}) }
