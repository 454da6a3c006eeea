// Command viperinstance reads the environment into a value of its own.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

type config struct {
	Port string `mapstructure:"port"`
}

func main() {
	v := viper.New()
	v.SetEnvPrefix("app")
	v.AutomaticEnv()
	var cfg config
	if err := v.Unmarshal(&cfg); err != nil {
		panic(err)
	}
	http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(".")))
}
