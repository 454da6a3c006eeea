// Command scale measures.
package main

import (
	"log"
	"net/http"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

func main() {
	pflag.String("listen", ":7200", "where to listen")
	pflag.Parse()
	if err := viper.BindPFlag("addr", pflag.Lookup("listen")); err != nil {
		log.Fatal(err)
	}
	viper.SetEnvPrefix("scale")
	viper.AutomaticEnv()
	http.HandleFunc("GET /miles", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	log.Fatal(http.ListenAndServe(viper.GetString("addr"), nil))
}
