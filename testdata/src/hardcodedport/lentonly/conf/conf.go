// Package conf lends its settings to who asks.
package conf

type Settings struct{ Port string }

var settings = Settings{Port: "8181"}

func Get() *Settings { return &settings }
