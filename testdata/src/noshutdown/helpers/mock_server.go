package helpers

import "net/http"

func mock(h http.Handler) error { return http.ListenAndServe(":8080", h) }
