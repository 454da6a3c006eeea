// Package main has a configuration library read its keys from the environment.
package main

import (
	"net/http"
	"strings"

	"github.com/spf13/viper"
)

func main() {
	viper.AutomaticEnv()
	viper.SetDefault("PORT", ":8080")
	go http.ListenAndServe(viper.GetString("PORT"), nil)     // want `environment variable "PORT" alone is no address`
	go http.ListenAndServe(":"+viper.GetString("PORT"), nil) // want `address "::8080" has too many colons`
	addr := viper.GetString("SHOP_ADDR")
	if !strings.Contains(addr, ":") {
		addr = ":" + addr
	}
	http.ListenAndServe(addr, nil)
}
