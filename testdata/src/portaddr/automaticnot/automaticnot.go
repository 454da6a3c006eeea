// Package main gives the variables of its configuration a prefix.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetEnvPrefix("shop")
	viper.AutomaticEnv()
	http.ListenAndServe(viper.GetString("port"), nil)
}
