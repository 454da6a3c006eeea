// Package main has literals that a configuration replaces.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/kelseyhightower/envconfig"
	"github.com/spf13/viper"
	"gopkg.in/yaml.v3"
)

func main() {}

type tagged struct {
	Addr string `yaml:"addr"`
	Port int    `json:"port,omitempty"`
	Grpc string `env:"GRPC_ADDR" envDefault:":9090"`
	Host string `mapstructure:"host"`
	Web  string `koanf:"web"`
	Hcl  string `hcl:"hcl,optional"`
	Long string `long:"long" default:":8080"`
	Toml string `toml:"toml"`
	Conf string `conf:"default::8080"`
	Ec   string `envconfig:"EC"`
	Flag string `flag:"flag"`
}

// A tag is enough to be silent.
func tags() {
	c := tagged{Addr: ":8080", Port: 8080, Grpc: ":9090", Host: ":8080", Web: ":8080", Hcl: ":8080", Long: ":8080", Toml: ":8080", Conf: ":8080", Ec: ":8080", Flag: ":8080"}
	http.ListenAndServe(c.Addr, nil)
	http.ListenAndServe(fmt.Sprintf(":%d", c.Port), nil)
	http.ListenAndServe(c.Grpc, nil)
	http.ListenAndServe(c.Host, nil)
	http.ListenAndServe(c.Web, nil)
	http.ListenAndServe(c.Hcl, nil)
	http.ListenAndServe(c.Long, nil)
	http.ListenAndServe(c.Toml, nil)
	http.ListenAndServe(c.Conf, nil)
	http.ListenAndServe(c.Ec, nil)
	http.ListenAndServe(c.Flag, nil)
}

type validated struct {
	Addr string `validate:"required"`
}

// A tag of another kind fills nothing.
func otherTag() {
	c := validated{Addr: ":8401"} // want `port "8401".*passed to http.ListenAndServe`
	http.ListenAndServe(c.Addr, nil)
}

type plain struct {
	Addr   string
	Server struct{ Port int }
}

func decoded(r io.Reader) {
	c := plain{Addr: ":8080"}
	c.Server.Port = 8080
	json.NewDecoder(r).Decode(&c)
	http.ListenAndServe(c.Addr, nil)
	http.ListenAndServe(fmt.Sprintf(":%d", c.Server.Port), nil)
}

type nested struct {
	Listen listenConfig
}

type listenConfig struct{ Addr string }

func defaults() *nested {
	return &nested{Listen: listenConfig{Addr: ":8080"}}
}

func load(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(b, into)
}

// Through an enclosing struct, a pointer and an interface parameter.
func throughInterface() {
	c := defaults()
	if err := load("app.yaml", c); err != nil {
		return
	}
	http.ListenAndServe(c.Listen.Addr, nil)
}

type envStruct struct{ Addr string }

func libraries() {
	c := envStruct{Addr: ":8080"}
	envconfig.MustProcess("app", &c)
	http.ListenAndServe(c.Addr, nil)

	viper.SetDefault("addr", ":8080")
	http.ListenAndServe(viper.GetString("addr"), nil)
	v := viper.New()
	v.SetDefault("port", 8080)
	http.ListenAndServe(fmt.Sprintf(":%d", v.GetInt("port")), nil)
}

type undecoded struct{ Addr string }

// The same shape, but nothing fills it.
func fixed() {
	c := undecoded{Addr: ":8402"} // want `port "8402"`
	http.ListenAndServe(c.Addr, nil)
	b, _ := json.Marshal(c)
	_ = b
}
