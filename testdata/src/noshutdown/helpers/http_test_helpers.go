package helpers

import "net/http"

func helper(h http.Handler) error { return http.ListenAndServe(":8080", h) }
