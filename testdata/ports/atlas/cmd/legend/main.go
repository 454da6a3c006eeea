// Command legend tells stories.
package main

import (
	"log"
	"net/http"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

type settings struct {
	ListenAddr string `mapstructure:"listen-addr"`
}

func main() {
	pflag.String("listen-addr", ":7400", "where to listen")
	pflag.Parse()
	viper.SetEnvPrefix("legend")
	viper.SetEnvKeyReplacer(strings.NewReplacer("-", "_"))
	if err := viper.BindPFlags(pflag.CommandLine); err != nil {
		log.Fatal(err)
	}
	pflag.CommandLine.VisitAll(func(f *pflag.Flag) { _ = viper.BindEnv(f.Name) })
	var s settings
	if err := viper.Unmarshal(&s); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /stories", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	log.Fatal(http.ListenAndServe(s.ListenAddr, nil))
}
