// Package conf has settings that are empty at first.
package conf

type Settings struct{ Host, Port string }

var settings Settings

func Get() *Settings { return &settings }
