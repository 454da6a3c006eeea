// Package handleless starts servers with functions that give no handle.
package handleless

import (
	"net"
	"net/http"
)

func plain(addr string, h http.Handler) error {
	return http.ListenAndServe(addr, h) // want `^noshutdown: http\.ListenAndServe gives no handle to shut the server down, so requests in flight are lost when the platform stops the program$`
}

func tls(addr string, h http.Handler) error {
	return http.ListenAndServeTLS(addr, "cert.pem", "key.pem", h) // want "http.ListenAndServeTLS gives no handle"
}

func onListener(h http.Handler) error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(l, h) // want "http.Serve gives no handle"
}

func onListenerTLS(l net.Listener, h http.Handler) error {
	return http.ServeTLS(l, h, "cert.pem", "key.pem") // want "http.ServeTLS gives no handle"
}

func inGoroutine(h http.Handler) {
	go http.ListenAndServe(":8081", h) // want "http.ListenAndServe gives no handle"
}

// Closing the listener stops nothing gracefully: requests are not waited for.
func closesListener(l net.Listener, h http.Handler) error {
	defer l.Close()
	return http.Serve(l, h) // want "http.Serve gives no handle"
}

// A server of one's own has a handle.
func handle(addr string, h http.Handler) (*http.Server, error) {
	srv := &http.Server{Addr: addr, Handler: h}
	defer srv.Shutdown(nil)
	return srv, srv.ListenAndServe()
}
