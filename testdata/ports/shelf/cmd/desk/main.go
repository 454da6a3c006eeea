// Command desk lends books.
package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/spf13/viper"
)

func main() {
	viper.SetEnvPrefix("desk")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.AutomaticEnv()
	viper.SetDefault("http.port", "7300")
	http.HandleFunc("GET /loans", ok)
	log.Fatal(http.ListenAndServe(":"+viper.GetString("http.port"), nil))
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
