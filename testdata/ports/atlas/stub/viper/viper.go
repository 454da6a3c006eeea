// Package viper is a stub of github.com/spf13/viper: the signatures that the program uses.
package viper

import (
	"strings"

	"github.com/spf13/pflag"
)

type DecoderConfigOption func(any)

func SetConfigName(in string)                                 {}
func AddConfigPath(in string)                                 {}
func ReadInConfig() error                                     { return nil }
func SetEnvPrefix(in string)                                  {}
func SetEnvKeyReplacer(r *strings.Replacer)                   {}
func AutomaticEnv()                                           {}
func BindEnv(input ...string) error                           { return nil }
func BindPFlag(key string, flag *pflag.Flag) error            { return nil }
func SetDefault(key string, value any)                        {}
func GetString(key string) string                             { return "" }
func Unmarshal(rawVal any, opts ...DecoderConfigOption) error { return nil }

func BindPFlags(flags *pflag.FlagSet) error { return nil }
