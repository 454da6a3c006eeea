// Package mapstructure is a stub of github.com/go-viper/mapstructure/v2: the signatures that tests use.
package mapstructure

type DecoderConfig struct {
	TagName string
	Result  any
}
