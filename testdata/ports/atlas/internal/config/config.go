// Package config says where the settings of chart are.
package config

import (
	"log"
	"strings"

	"github.com/spf13/viper"
)

// Load reads them.
func Load() {
	viper.SetDefault("http.port", "7000")
	viper.SetConfigName("chart")
	viper.AddConfigPath("/etc/atlas")
	viper.SetEnvPrefix("chart")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.AutomaticEnv()
	if err := viper.ReadInConfig(); err != nil {
		log.Print(err)
	}
}
