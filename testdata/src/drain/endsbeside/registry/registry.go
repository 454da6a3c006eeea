// Package registry keeps a registration until the program ends.
package registry

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type Client struct {
	url   string
	hooks []func()
}

func New(url string) *Client { return &Client{url: url} }

func signals() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT)
	return c
}

func (c *Client) leave() {
	req, err := http.NewRequest(http.MethodDelete, c.url, nil)
	if err != nil {
		return
	}
	if resp, err := http.DefaultClient.Do(req); err == nil {
		resp.Body.Close()
	}
}

// Hasty ends the process when it has left the registry.
func (c *Client) Hasty() { go c.handle() }

func (c *Client) handle() {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGTERM, syscall.SIGINT)
	<-ch
	c.leave()
	os.Exit(0)
}

// Polite only leaves.
func (c *Client) Polite() { go c.wait() }

func (c *Client) wait() {
	<-signals()
	c.leave()
}

// Twice ends the process of who asks again.
func (c *Client) Twice() { go c.insist() }

func (c *Client) insist() {
	ch := make(chan os.Signal, 2)
	signal.Notify(ch, syscall.SIGTERM, syscall.SIGINT)
	<-ch
	c.leave()
	<-ch
	os.Exit(1)
}

// Late gives the others some time.
func (c *Client) Late() { go c.forced() }

func (c *Client) forced() {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGTERM, syscall.SIGINT)
	<-ch
	time.Sleep(25 * time.Second)
	os.Exit(1)
}

// BeforeExit adds what Hooked calls.
func (c *Client) BeforeExit(f func()) { c.hooks = append(c.hooks, f) }

// Hooked ends the process after its hooks.
func (c *Client) Hooked() { go c.run() }

func (c *Client) run() {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGTERM, syscall.SIGINT)
	<-ch
	for _, f := range c.hooks {
		f()
	}
	os.Exit(0)
}
