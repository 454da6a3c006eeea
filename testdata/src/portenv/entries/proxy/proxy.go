// Package proxy has listeners that are entries of a list.
package proxy

import (
	"encoding/json"
	"net"
)

// Proxy is one of them.
type Proxy struct {
	Listen string `json:"listen"`
}

// Collection is all of them.
type Collection struct{ list []*Proxy }

// Load starts what the file lists.
func (c *Collection) Load(data []byte) error {
	var list []Proxy
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for i := range list {
		p := &Proxy{Listen: list[i].Listen}
		if err := c.add(p); err != nil {
			return err
		}
	}
	return nil
}

func (c *Collection) add(p *Proxy) error {
	c.list = append(c.list, p)
	return p.Start()
}

// Start listens.
func (p *Proxy) Start() error {
	l, err := net.Listen("tcp", p.Listen)
	if err != nil {
		return err
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
		}
	}()
	return nil
}
