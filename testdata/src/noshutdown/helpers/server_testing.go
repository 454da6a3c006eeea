package helpers

import "net/http"

func forTestsToo(h http.Handler) error { return http.ListenAndServe(":8080", h) }
