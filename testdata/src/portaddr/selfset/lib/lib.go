// Package lib has methods that set fields from what the fields were.
package lib

type Config struct {
	Addr, Host, Port string
	Inner            *Config
}

func New() *Config { return &Config{Addr: "8080", Host: "", Port: "9090", Inner: &Config{Addr: ":1"}} }

// Default makes an address of a port.
func (c *Config) Default() { c.Addr = ":" + c.Addr }

// Swap sets each from the other.
func (c *Config) Swap() { c.Host, c.Port = c.Port, c.Host }

// Join sets one from the others, and these from it.
func (c *Config) Join() {
	c.Addr = c.Host + ":" + c.Port
	c.Host = c.Addr
	c.Inner.Addr = c.Addr
	c.Addr = c.Inner.Addr
}

// Set sets what it is given.
func (c *Config) Set(addr string) { c.Addr = addr }

// With returns c, changed.
func (c *Config) With(addr string) *Config {
	c.Addr = addr + c.Addr
	return c
}

// Nest puts c into itself.
func (c *Config) Nest() *Config {
	c.Inner = c
	return c.Inner
}
