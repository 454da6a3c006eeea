// Package conf has what others read from files.
package conf

const (
	Host = "0.0.0.0"
	Port = "8602"
)

type Config struct {
	Port int
	Env  string
}

var Default = Config{Port: 8601, Env: "dev"}

func Address() string { return Host + ":8603" }
