// Package main decodes with viper into a struct without a name.
package main

import (
	"github.com/spf13/viper"
	"net/http"
)

func main() {}

func listen() {
	v := viper.New()
	var vc struct{ Addr string }
	vc.Addr = ":8080"
	v.Unmarshal(&vc)
	http.ListenAndServe(vc.Addr, nil)
}
