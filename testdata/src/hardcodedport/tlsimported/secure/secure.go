// Package secure serves TLS.
package secure

import (
	"net/http"
	"os"
)

func Serve() error {
	return http.ListenAndServeTLS(os.Getenv("ADDR"), "cert.pem", "key.pem", nil)
}
