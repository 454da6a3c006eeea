// Command viperbind names the variable.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.BindEnv("server.port", "PORT")
	http.ListenAndServe(":"+viper.GetString("server.port"), http.FileServer(http.Dir(".")))
}
