// Package other is imported by the cases.
package other

import "os"

const Port = "7070"

var Addr = ":6060"

func Getenv(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

type Config struct {
	Host string
	Port string
}

func New(port string) *Config { return &Config{Host: "localhost", Port: port} }
