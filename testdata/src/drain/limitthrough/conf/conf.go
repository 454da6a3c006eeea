// Package conf has what is used where nobody says otherwise.
package conf

import (
	"time"

	"drain/limitthrough/web"
)

type Config struct{ Public, Staff web.Config }

func Default() *Config {
	return &Config{
		Public: web.Config{Addr: ":8080", Drain: 2 * time.Minute},
		Staff:  web.Config{Addr: ":8081", Drain: 20 * time.Second},
	}
}
