// Package viper is a stub of github.com/spf13/viper: the signatures that tests use.
package viper

import (
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
)

type DecoderConfigOption func(*mapstructure.DecoderConfig)

type Viper struct{ prefix string }

func New() *Viper { return &Viper{} }

func AutomaticEnv()                                                      {}
func SetEnvPrefix(in string)                                             {}
func BindEnv(input ...string) error                                      { return nil }
func SetDefault(key string, value any)                                   {}
func Set(key string, value any)                                          {}
func Get(key string) any                                                 { return nil }
func GetString(key string) string                                        { return "" }
func GetInt(key string) int                                              { return 0 }
func GetUint16(key string) uint16                                        { return 0 }
func SetConfigFile(in string)                                            {}
func ReadInConfig() error                                                { return nil }
func Unmarshal(rawVal any, opts ...DecoderConfigOption) error            { return nil }
func BindPFlag(key string, flag *pflag.Flag) error                       { return nil }
func SetEnvKeyReplacer(r *strings.Replacer)                              {}
func (v *Viper) AutomaticEnv()                                           {}
func (v *Viper) SetEnvPrefix(in string)                                  {}
func (v *Viper) BindEnv(input ...string) error                           { return nil }
func (v *Viper) SetDefault(key string, value any)                        {}
func (v *Viper) Set(key string, value any)                               {}
func (v *Viper) Get(key string) any                                      { return nil }
func (v *Viper) GetString(key string) string                             { return "" }
func (v *Viper) GetInt(key string) int                                   { return 0 }
func (v *Viper) GetUint16(key string) uint16                             { return 0 }
func (v *Viper) SetConfigFile(in string)                                 {}
func (v *Viper) ReadInConfig() error                                     { return nil }
func (v *Viper) Unmarshal(rawVal any, opts ...DecoderConfigOption) error { return nil }
func (v *Viper) BindPFlag(key string, flag *pflag.Flag) error            { return nil }
func (v *Viper) SetEnvKeyReplacer(r *strings.Replacer)                   {}
