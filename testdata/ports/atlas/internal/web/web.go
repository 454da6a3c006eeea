// Package web serves chart.
package web

import (
	"net/http"

	"github.com/spf13/viper"
)

// Serve serves at the port of the settings.
func Serve() error {
	http.HandleFunc("GET /sea", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return http.ListenAndServe(":"+viper.GetString("http.port"), nil)
}
