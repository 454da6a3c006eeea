package helpers

import "net/http"

func fake(h http.Handler) error { return http.ListenAndServe(":8080", h) }
