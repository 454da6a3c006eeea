// Package suppressed has reasons.
package suppressed

import "net/http"

func sameLine(h http.Handler) error {
	return http.ListenAndServe(":8080", h) //portvet:ignore noshutdown -- clients retry
}

func lineAbove(h http.Handler) error {
	//portvet:ignore noshutdown -- clients retry
	return http.ListenAndServe(":8080", h)
}

//portvet:ignore noshutdown -- run by hand only
func whole(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	return srv.ListenAndServe()
}

func several(h http.Handler) error {
	return http.ListenAndServe(":8080", h) //portvet:ignore hardcodedport,noshutdown -- run by hand only
}

func linter(h http.Handler) error {
	return http.ListenAndServe(":8080", h) //nolint:portvet
}

func linters(h http.Handler) error {
	return http.ListenAndServe(":8080", h) //nolint
}

func otherRule(h http.Handler) error {
	return http.ListenAndServe(":8080", h) /* want "http.ListenAndServe gives no handle" */ //portvet:ignore hardcodedport -- fixed by the protocol
}

func otherLinter(h http.Handler) error {
	return http.ListenAndServe(":8080", h) /* want "http.ListenAndServe gives no handle" */ //nolint:gosec
}
