// Package viper is a stub of github.com/spf13/viper: the signatures that the program uses.
package viper

import "strings"

func SetEnvPrefix(in string)                   {}
func SetEnvKeyReplacer(r *strings.Replacer)    {}
func AutomaticEnv()                            {}
func SetDefault(key string, value interface{}) {}
func GetString(key string) string              { return "" }
