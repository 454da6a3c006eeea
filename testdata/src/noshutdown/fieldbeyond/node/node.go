// Package node stops the one of its servers that it watches.
package node

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// Node has two servers.
type Node struct {
	Server *http.Server
	Inner  *http.Server
}

// New makes a node.
func New(addr string) *Node {
	n := &Node{Inner: &http.Server{Addr: os.Getenv("INNER_ADDR")}}
	n.Server = &http.Server{Addr: addr}
	return n
}

// Watch waits for a signal and stops the server.
func (n *Node) Watch() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	_ = n.Server.Shutdown(context.Background())
}
