// Command key explains signs.
package main

import (
	"log"
	"net/http"

	"github.com/spf13/viper"
)

type settings struct {
	Listen struct {
		Host string `mapstructure:"host"`
		Port string `mapstructure:"port"`
	} `mapstructure:"listen"`
}

func main() {
	viper.SetDefault("listen.host", "")
	viper.SetDefault("listen.port", "7100")
	_ = viper.BindEnv("listen.host", "KEY_HOST")
	_ = viper.BindEnv("listen.port", "KEY_PORT")
	var s settings
	if err := viper.Unmarshal(&s); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /signs", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	log.Fatal(http.ListenAndServe(s.Listen.Host+":"+s.Listen.Port, nil))
}
