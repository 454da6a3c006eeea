// Package main decodes with viper.
package main

import (
	"github.com/spf13/viper"
	"net/http"
)

func main() {}

type config struct{ Addr string }

func listen() {
	v := viper.New()
	var vc config
	vc.Addr = ":8080"
	v.Unmarshal(&vc)
	http.ListenAndServe(vc.Addr, nil)
}
