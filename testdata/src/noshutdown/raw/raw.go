// Package raw accepts connections itself: there is no server to stop.
package raw

import "net"

func echo() error {
	l, err := net.Listen("tcp", ":7777")
	if err != nil {
		return err
	}
	defer l.Close()
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go func() { c.Close() }()
	}
}
