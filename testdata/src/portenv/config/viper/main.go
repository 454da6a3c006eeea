// Command viper reads a file, and not the environment.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigFile("config.yaml")
	viper.SetDefault("server.port", "8080")
	viper.ReadInConfig()
	http.ListenAndServe(":"+viper.GetString("server.port"), http.FileServer(http.Dir("."))) // want "it comes from config"
}
