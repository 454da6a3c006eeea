// Package app stands between main and the server, and chooses the options.
package app

import (
	"net/http"
	"os"

	"hardcodedport/chosen/web"
)

// Fixed chooses a port that is written here.
func Fixed() *web.Server {
	return web.New(http.NewServeMux(), web.Port("8071")) // want `port "8071" is hardcoded`
}

// Default chooses none.
func Default() *web.Server {
	return web.New(http.NewServeMux()) // want `port "8070" is hardcoded`
}

// Set takes it from the environment.
func Set() *web.Server {
	return web.New(http.NewServeMux(), web.Port(os.Getenv("PORT")))
}

// Perhaps takes it from there if it is set.
func Perhaps() *web.Server {
	var opts []web.Option
	if port := os.Getenv("PORT"); port != "" {
		opts = append(opts, web.Port(port))
	}
	return web.New(http.NewServeMux(), opts...)
}

// Wrapped leaves that to another option.
func Wrapped() *web.Server {
	return web.New(http.NewServeMux(), web.FromEnvironment())
}

// Given is given the options.
func Given(opts ...web.Option) *web.Server {
	return web.New(http.NewServeMux(), opts...)
}
