package helpers

import "net/http"

func forTests(h http.Handler) error { return http.ListenAndServe(":8080", h) }
