// Command viperenv reads the environment as well.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigFile("config.yaml")
	viper.AutomaticEnv()
	viper.ReadInConfig()
	http.ListenAndServe(":"+viper.GetString("server.port"), http.FileServer(http.Dir(".")))
}
