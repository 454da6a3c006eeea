// Command viperflag lets a flag win over its file.
package main

import (
	"net/http"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

func main() {
	pflag.String("listen", ":8080", "address")
	pflag.Parse()
	viper.SetConfigFile("server.yml")
	_ = viper.ReadInConfig()
	_ = viper.BindPFlag("server.listen", pflag.Lookup("listen"))
	http.ListenAndServe(viper.GetString("server.listen"), http.FileServer(http.Dir("."))) // want `flag -listen or configuration key server.listen`
}
